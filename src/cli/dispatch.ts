import { FileError } from '../files/file-access';
import { basename, isWithin, relative } from '../files/paths';
import { nearest } from '../text/did-you-mean';
import { argumentProblem } from './argument-errors';
import { type Command, type CommandIo, UsageError } from './command';
import { EXIT } from './exit-codes';
import { similarFile } from './similar-file';
import { VERSION } from './version';
import { oneLine, type Printing, visible } from './visible';

function help(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return `purpose COMMAND [options]

Write, lint and care for purpose statements.

${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

  purpose COMMAND --help   all about one command
  purpose --version
`;
}

/** All output passes through here, so that text from files and names cannot command the terminal. */
function guarded(io: CommandIo, args: readonly string[]): CommandIo {
  const colors = io.color || args.includes('--color');
  const print =
    (write: (text: string) => void) =>
    (text: string, how: Printing = {}): void =>
      write((how.replace ? '\r' : '') + visible(text, { colors, ...how }));
  return { ...io, out: print(io.out), err: print(io.err), ask: (question) => io.ask(visible(question)) };
}

/** Runs one of some commands with the program's arguments; returns the exit code and never throws. */
export async function dispatch(
  args: readonly string[],
  unguarded: CommandIo,
  commands: readonly Command[],
): Promise<number> {
  const io = guarded(unguarded, args);
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') {
    io.out(`${VERSION}\n`);
    return EXIT.ok;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const about = commands.find((command) => command.name === rest[0]);
    io.out(about ? about.help : help(commands));
    return name === undefined ? EXIT.failed : EXIT.ok;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const names = commands.map((known) => known.name);
    const meant = nearest(name, names);
    io.err(
      meant === undefined
        ? `There is no command “${name}”; there are ${names.join(', ')}.\n`
        : `There is no command “${name}”; did you mean ${meant}?\n`,
    );
    return EXIT.failed;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(command.help);
    return EXIT.ok;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    const inArguments = argumentProblem(error, command.help);
    const isUsage = inArguments !== undefined || error instanceof UsageError;
    const missing = error instanceof FileError && error.code === 'missing' ? error.path : undefined;
    const meant = missing === undefined ? '' : await similarFile(missing, io);
    const said = inArguments ?? explain(error, io.cwd) + meant;
    io.err(`${oneLine(said)}${isUsage ? ` See \`purpose ${name} --help\`.` : ''}\n`);
    return EXIT.failed;
  }
}

function explain(error: unknown, cwd: string): string {
  if (error instanceof FileError) return fromHere(error, cwd);
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const [said = ''] = error.message.split(/\n|\. /);
  return said;
}

/** The message with the file's path relative to `cwd`. */
function fromHere({ message, path }: FileError, cwd: string): string {
  return message.startsWith(path) && isWithin(cwd, path)
    ? (relative(cwd, path) || basename(path)) + message.slice(path.length)
    : message;
}
