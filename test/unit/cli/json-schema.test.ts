import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { runIn } from '../support/cli';

const schema = JSON.parse(readFileSync('schemas/lint-output.schema.json', 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const validate = ajv.compile(schema);

/** The schema with every object closed, so that an undocumented key is an error. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (!value || typeof value !== 'object') return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, closed(inner)]));
  return 'properties' in copy && copy.type === 'object' ? { ...copy, additionalProperties: false } : copy;
}
const validateStrictly = ajv.compile({ ...(closed(schema) as object), $id: 'closed' });

const FILES = {
  '/w/a.purpose.md':
    '---\nserves: no.purpose.md\n---\n\n# Crew\n\n> We strive to mend many bikes {{when?}}.\n',
  '/w/b.purpose.md': 'We mend bikes with riders in Leith so that they ride to work.\n',
  '/w/c.purpose.md': '# Nothing yet\n',
  '/w/d/.purposerc.json': '{ "rules": { "hege": "off" } }',
  '/w/d/d.purpose.md': 'Wir flicken Räder für Leute in Leith, damit sie zur Arbeit fahren können.\n',
};

describe('schemas/lint-output.schema.json', () => {
  it('describes what `purpose lint --format json` prints, every key of it', async () => {
    const { out } = await runIn(FILES, ['lint', '--format', 'json', '.', 'missing.purpose.md']);
    const report = JSON.parse(out);
    assert.equal(report.files.length, 4);
    assert.ok(report.errors.length >= 2);
    for (const check of [validate, validateStrictly]) {
      check(report);
      assert.deepEqual(check.errors ?? [], []);
    }
  });

  it('rejects a report that breaks the contract', async () => {
    const { out } = await runIn(FILES, ['lint', '--format', 'json', 'a.purpose.md']);
    const report = JSON.parse(out);
    report.files[0].findings[0].start.offset = -1;
    assert.equal(validate(report), false);
  });
});
