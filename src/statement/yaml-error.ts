import type { YAMLError } from 'yaml';

/** Our sentence for an error of the YAML parser, whose own messages use terms of the specification. The first match counts. */
const SENTENCES: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [/^DUPLICATE_KEY/, 'this key appears twice: keep one of the two.'],
  [/closing .*quote/i, 'a closing quote is missing.'],
  [/^(?!BLOCK).*must.* end with a \}/, 'a closing } is missing.'],
  [/^(?!BLOCK).*must.* end with a \]/, 'a closing ] is missing.'],
  [/^BLOCK_IN_FLOW/, 'a comma or a closing bracket is missing.'],
  [/Unexpected flow-\w+-end/, 'this bracket closes nothing.'],
  [/^TAB_AS_INDENT/, 'this line is indented with a tab: use spaces.'],
  [/^BLOCK_AS_IMPLICIT_KEY/, 'put a text with a colon into quotes, or correct the indentation.'],
  [/Missing space after :/, 'a space is missing after the colon.'],
  [/Missing , or :/, 'a comma or a colon is missing.'],
  [/Missing ,/, 'a comma is missing.'],
  [/Implicit (?:map )?keys/, 'a colon and a space are missing after this name.'],
  [/^BAD_INDENT/, 'this line is not indented like those above it.'],
  [/^BAD_SCALAR_START|^BAD_ALIAS/, 'put a text that begins with this character into quotes.'],
  [/^BAD_DQ_ESCAPE/, 'within double quotes write \\\\ for a backslash.'],
];

/** The message for a parse error, with its correction: `This is not valid YAML: a closing } is missing.` */
export function yamlErrorText({ code, message }: YAMLError, language: 'YAML' | 'JSON' = 'YAML'): string {
  const found = SENTENCES.find(([pattern]) => pattern.test(`${code} ${message}`));
  return `This is not valid ${language}: ${found?.[1] ?? 'check the punctuation and the indentation here.'}`;
}
