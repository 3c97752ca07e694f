import { type FileAccess, FileError } from '../files/file-access';
import { join } from '../files/paths';
import { readText } from '../files/read-text';
import { listIfThere, recordsFolder } from '../history/records-folder';
import { errorMessage } from '../text/error-message';
import { type Heard, parseHeard, printHeard } from './heard-file';

/** The answers of one round. */
export interface HeardRound {
  /** Its folder's name, such as `2026-11`. */
  readonly name: string;
  /** The last answer of each person, and every anonymous one. */
  readonly answers: readonly Heard[];
}

export interface HeardRounds {
  /** Oldest first. */
  readonly rounds: readonly HeardRound[];
  /** One sentence for each unreadable file. */
  readonly problems: readonly string[];
}

const MAX_NAMES = 100;

/** The folder with the answers on a purpose file, with a subfolder per round. */
function heardFolder(purposePath: string): string {
  return join(recordsFolder(purposePath), 'heard');
}

/**
 * Stores an answer in a new file and changes no other, so that two people never conflict.
 * The file's name contains neither the person nor the time of day.
 * @returns the path
 */
export async function keepHeard(
  files: FileAccess,
  purposePath: string,
  round: string,
  heard: Heard,
  random: () => string = randomName,
): Promise<string> {
  for (let tried = 0; ; tried++) {
    const path = join(heardFolder(purposePath), round, `${random()}.md`);
    try {
      await files.create(path, new TextEncoder().encode(printHeard(heard)));
      return path;
    } catch (error) {
      if (!(error instanceof FileError && error.code === 'exists') || tried >= MAX_NAMES) throw error;
    }
  }
}

/** Reads all rounds of a purpose file. */
export async function readHeard(files: FileAccess, purposePath: string): Promise<HeardRounds> {
  const folder = heardFolder(purposePath);
  const problems: string[] = [];
  const rounds: HeardRound[] = [];
  for (const { name, type } of await listIfThere(files, folder)) {
    if (type !== 'folder') continue;
    const answers: Heard[] = [];
    for (const entry of await listIfThere(files, join(folder, name))) {
      if (entry.type === 'folder' || !/\.md$/i.test(entry.name)) continue;
      const path = join(folder, name, entry.name);
      const read = await readText(files, path).then(parseHeard, (error: unknown) => ({
        problem: errorMessage(error),
      }));
      if ('problem' in read) problems.push(`${path} is left out: ${read.problem}.`);
      else answers.push(read);
    }
    if (answers.length > 0) rounds.push({ name, answers: lastOfEach(answers) });
  }
  return { rounds, problems };
}

/** The round for an answer of today: one begun this month or last month, else a new one. */
export function roundFor(rounds: readonly HeardRound[], today: string): string {
  const month = today.slice(0, 7);
  const last = rounds.at(-1)?.name ?? '';
  return last === month || last === monthBefore(month) ? last : month;
}

function monthBefore(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (number ?? 1) - 2, 1)).toISOString().slice(0, 7);
}

function lastOfEach(answers: readonly Heard[]): Heard[] {
  const byName = new Map<string, Heard>();
  answers.forEach((answer, at) => {
    const key = answer.name === '' ? `#${at}` : answer.name.toLowerCase();
    const known = byName.get(key);
    if (!known || known.date <= answer.date) byName.set(key, answer);
  });
  return [...byName.values()];
}

function randomName(): string {
  const [number = 0] = globalThis.crypto.getRandomValues(new Uint32Array(1));
  return number.toString(16).padStart(8, '0');
}
