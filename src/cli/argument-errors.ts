import { nearest } from '../text/did-you-mean';

/**
 * An error of Node's `parseArgs` in our words; `undefined` for any other error.
 * @param help the help text of the command, which names its options
 */
export function argumentProblem(error: unknown, help: string): string | undefined {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code !== 'string' || !code.startsWith('ERR_PARSE_ARGS') || typeof message !== 'string')
    return undefined;
  const [, quoted = ''] = /'([^']*)'/.exec(message) ?? [];
  // Node names an option as in a usage line: `-m, --message <value>`.
  const option = /--?[^\s,]+(?=(?: <value>)?$)/.exec(quoted)?.[0] ?? quoted;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const known = [...new Set(help.match(/--[a-z][a-z-]*/g))];
    const meant = nearest(option, known);
    return `There is no option ${option}${meant === undefined ? '.' : `; did you mean ${meant}?`}`;
  }
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `“${quoted}” is one argument too many.`;
  if (/does not take an argument/.test(message)) return `${option} takes no value.`;
  // `To specify an option argument starting with a dash use '--message=-XYZ'.`
  const long = /'(--[^=']+)=-XYZ'/.exec(message)?.[1];
  if (long !== undefined) return `${long} needs a value; one that begins with a dash is written ${long}=-….`;
  return `${option} needs a value.`;
}
