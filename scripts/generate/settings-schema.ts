import { SEVERITIES } from '../../src/lint/finding';
import type { RuleOption } from '../../src/lint/options';
import { ruleUrl } from '../../src/lint/rule-url';
import { rules } from '../../src/lint/rules';
import { SCOPES } from '../../src/lint/scope';

const words = (description: string) => ({
  type: 'array',
  items: { type: 'string', minLength: 1 },
  uniqueItems: true,
  description,
});
function optionSchema(option: RuleOption): object {
  if (option.kind === 'words') return words(option.description);
  const { description, maximum, default: standard } = option;
  // Four sevenths as a long decimal would only distract the reader of the schema.
  return {
    type: 'number',
    minimum: 0,
    description,
    ...(maximum === undefined ? {} : { maximum }),
    default: Number(standard.toFixed(3)),
  };
}

const LEVEL = { type: 'string', enum: ['off', ...SEVERITIES] };

/** Schema of `purpose.rules` in VS Code's settings: enough for completion there; the linter checks the rest. */
function editorRules(): object {
  return {
    propertyNames: { enum: rules.map(({ id }) => id) },
    additionalProperties: {
      anyOf: [LEVEL, { type: 'array', minItems: 1, maxItems: 2, items: [LEVEL, { type: 'object' }] }],
    },
  };
}

/** The JSON Schema of `.purposerc` files and that of `purpose.rules` in package.json, from the list of rules. */
export function generated(read: (path: string) => string): Record<string, string> {
  const manifest = JSON.parse(read('package.json'));
  Object.assign(manifest.contributes.configuration.properties['purpose.rules'], editorRules());
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of Purpose for the files of a folder',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      accept: words('Words and phrases that are never marked as vague, in all their forms.'),
      flag: words('Words and phrases of your own to mark, in all their forms.'),
      scope: {
        enum: SCOPES,
        default: SCOPES[0],
        description:
          'Where vague wording is marked: in the statement, with what is sure in the prose around it, or in the whole file.',
      },
      files: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        uniqueItems: true,
        description:
          'Markdown files of other names that are purpose files, as paths from this folder. `purpose adopt` writes them.',
      },
      rules: {
        type: 'object',
        description: 'How each rule is set: a level, or a list of a level and options.',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map(({ id }) => [id, { $ref: `#/definitions/${id}` }])),
      },
      ...Object.fromEntries(rules.map(({ id }) => [id, { $ref: `#/definitions/${id}` }])),
    },
    definitions: {
      level: LEVEL,
      ...Object.fromEntries(
        rules.map(({ id, summary, level, options }) => [
          id,
          {
            description: `Finds ${summary}. Unless set: ${level}. ${ruleUrl(id)}`,
            oneOf: [
              { $ref: '#/definitions/level' },
              {
                type: 'array',
                minItems: 1,
                maxItems: 2,
                items: [
                  { $ref: '#/definitions/level' },
                  {
                    type: 'object',
                    additionalProperties: false,
                    properties: Object.fromEntries(
                      Object.entries(options).map(([name, option]) => [name, optionSchema(option)]),
                    ),
                  },
                ],
              },
            ],
          },
        ]),
      ),
    },
  };
  const text = (json: object) => `${JSON.stringify(json, undefined, 2)}\n`;
  return { 'schemas/purposerc.schema.json': text(schema), 'package.json': text(manifest) };
}
