import { rules } from '../../src/lint/catalogue';
import { SEVERITIES } from '../../src/lint/finding';
import { ruleUrl } from '../../src/lint/rule-url';
import { TOPICS } from '../../src/lint/vagueness/lexicon';

const words = (description: string) => ({
  type: 'array',
  items: { type: 'string', minLength: 1 },
  uniqueItems: true,
  description,
});
const number = (description: string, more: object = {}) => ({
  type: 'number',
  minimum: 0,
  description,
  ...more,
});

const ACCEPT = words('Words that this rule never marks.');
const FLAG = words('Words of your own that this rule marks.');

/** The options of the rules that have some; what they mean stands on the rule's page. */
const OPTIONS: Readonly<Record<string, object>> = {
  ...Object.fromEntries(TOPICS.map(({ rule }) => [rule, { accept: ACCEPT, flag: FLAG }])),
  passive: { accept: ACCEPT },
  'repeated-words': { accept: ACCEPT },
  readability: {
    age: number('Age in years for which a sentence should be easy.', { default: 16 }),
    threshold: number('Share of the formulas that must agree.', { maximum: 1, default: 0.571 }),
    minWords: number('Shorter sentences are passed over.', { default: 10 }),
  },
  'statement-length': {
    sentences: number('Most sentences; 0 sets no limit.', { default: 2 }),
    words: number('Most words; 0 sets no limit.', { default: 40 }),
  },
};

/** The JSON schema of `.purposerc` files, from the catalogue of rules. */
export function generated(): Record<string, string> {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of Purpose for the files of a folder',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      accept: words('Words and phrases that are never marked as vague, in all their forms.'),
      flag: words('Words and phrases of your own to mark, in all their forms.'),
      rules: {
        type: 'object',
        description: 'How each rule is set: a level, or a list of a level and options.',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map(({ id }) => [id, { $ref: `#/definitions/${id}` }])),
      },
      ...Object.fromEntries(rules.map(({ id }) => [id, { $ref: `#/definitions/${id}` }])),
    },
    definitions: {
      level: { type: 'string', enum: ['off', ...SEVERITIES] },
      ...Object.fromEntries(
        rules.map(({ id, summary, severity }) => [
          id,
          {
            description: `Finds ${summary}. Unless set: ${severity}. ${ruleUrl(id)}`,
            oneOf: [
              { $ref: '#/definitions/level' },
              {
                type: 'array',
                minItems: 1,
                maxItems: 2,
                items: [
                  { $ref: '#/definitions/level' },
                  { type: 'object', additionalProperties: false, properties: OPTIONS[id] ?? {} },
                ],
              },
            ],
          },
        ]),
      ),
    },
  };
  return { 'schemas/purposerc.schema.json': `${JSON.stringify(schema, undefined, 2)}\n` };
}
