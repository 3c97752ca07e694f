/** The answer of a test model to one prompt: a text, an error, or nothing until it is cancelled. */
export type Reply =
  | string
  | { readonly fails: string }
  | { readonly fails?: undefined; readonly waits: true };

/** A model of the tests; the last reply is repeated. */
export interface TestModel {
  readonly name: string;
  readonly replies: readonly Reply[];
}
