import { KIND_IDS } from './kinds';

const TEXT_OR_NULL = { type: ['string', 'null'] };

/** The JSON Schema of an answer, for programs that can constrain a model's output. */
export const ANSWER_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A second reading of a purpose statement',
  type: 'object',
  required: ['vague', 'who', 'what', 'change'],
  additionalProperties: false,
  properties: {
    vague: {
      type: 'array',
      items: {
        type: 'object',
        required: ['text', 'occurrence', 'kind', 'question', 'reason'],
        additionalProperties: false,
        properties: {
          text: { type: 'string' },
          occurrence: { type: 'integer', minimum: 1 },
          kind: { enum: KIND_IDS },
          question: { type: 'string' },
          reason: { type: 'string' },
        },
      },
    },
    who: TEXT_OR_NULL,
    what: TEXT_OR_NULL,
    change: TEXT_OR_NULL,
  },
} as const;
