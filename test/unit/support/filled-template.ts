import { fillBlanks } from '../../../src/templates/blanks';
import type { Template } from '../../../src/templates/template';

/** The text of a template with its example answers filled in. */
export function filledTemplate({ body, questions }: Template): string {
  return fillBlanks(body, Object.fromEntries(questions.map(({ blank, example }) => [blank, example]))).text;
}
