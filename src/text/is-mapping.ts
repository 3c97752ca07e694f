/** Whether a value of JSON or YAML is a mapping of keys to values, that is, an object and not a list. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
