/** A number with its noun: “1 file”, “2 files”, “3 entries”. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
