import assert from 'node:assert/strict';
import fc from 'fast-check';
import { documentReader } from '../../../src/history/statement-of';
import { PurposeDocument } from '../../../src/statement/document';
import { markdown } from '../support/markdown';

describe('documentReader', () => {
  it('reads each version as a fresh parse does, after any change', () => {
    const paragraph = fc.constantFrom(
      'We lend tools. ',
      'lorem ipsum dolor sit amet '.repeat(9),
      '\n\n',
      '# Purpose\n\n',
    );
    const version = fc.oneof(
      markdown,
      fc.array(paragraph, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(version, { minLength: 2, maxLength: 4 }), (versions) => {
        const read = documentReader();
        for (const text of versions) {
          const [document, fresh] = [read(text), PurposeDocument.of(text)];
          assert.equal(document.text, text);
          assert.deepEqual(document.statement, fresh.statement);
        }
      }),
      { numRuns: 100 },
    );
  });
});
