import { type ParseArgsConfig, parseArgs } from 'node:util';
import { SEVERITIES } from '../lint/finding';
import { UsageError } from './command';

/**
 * Parses the arguments of a command; rejects unknown options.
 * @param more whether words that are not options are refused, and whether `--no-NAME` turns an option off
 */
export function parseOptions<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  more: { readonly allowPositionals?: boolean; readonly allowNegative?: boolean } = {},
) {
  return parseArgs<{ args: string[]; options: T; allowPositionals: true }>({
    args: [...args],
    options,
    allowPositionals: true,
    ...(more as object),
  });
}

/** The values of `--fail-on`: the severities and `never`. */
const FAIL_ON: Readonly<Record<string, string>> = Object.fromEntries(
  [...SEVERITIES, 'never'].map((name) => [name, name]),
);

/**
 * The entry of a table that the value of an option names.
 * @throws {UsageError} if the table has no such entry
 */
export function choiceOf<T>(option: string, table: Readonly<Record<string, T>>, name: string): T {
  const chosen = Object.hasOwn(table, name) ? table[name] : undefined;
  if (chosen === undefined) {
    throw new UsageError(`${option} takes one of ${Object.keys(table).join(', ')}, not “${name}”.`);
  }
  return chosen;
}

/**
 * The value of `--fail-on`.
 * @throws {UsageError} if it is neither a severity nor `never`
 */
export function failOnValue(name: string): string {
  return choiceOf('--fail-on', FAIL_ON, name);
}
