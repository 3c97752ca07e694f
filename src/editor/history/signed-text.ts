import { ThemeIcon, type Uri } from 'vscode';
import { parseCoCreate } from '../../cocreate/parse-cocreate';
import { RecordLog } from '../../history/record-log';
import { askWho } from '../flow/ask-who';
import { askText } from '../flow/quick-input';
import { pathOf } from '../vscode-files';
import { authorFor } from './author';
import type { HistoryServices } from './history-services';

/** Number of records to search for names of people. */
const RECENT = 40;

/** A text and its author. */
interface SignedText {
  readonly text: string;
  readonly author: string;
}

/**
 * Asks for a text and, on a button, for its author: several people may share one keyboard.
 * @param problem returns why a text is not accepted; by default any text is, even an empty one
 * @returns `undefined` if the user left
 */
export async function askSigned(
  question: { readonly title: string; readonly prompt: string; readonly placeholder?: string },
  uri: Uri,
  fileText: string,
  services: HistoryServices,
  problem?: (text: string) => string | undefined,
): Promise<SignedText | undefined> {
  const path = pathOf(uri);
  const own = await authorFor(path, services.git);
  let author = own;
  let text = '';
  for (;;) {
    const signer = author === '' ? 'nobody' : author;
    const sign = {
      iconPath: new ThemeIcon('account'),
      tooltip: `Signed by ${signer}. Sign for somebody else…`,
    };
    const step = await askText({
      ...question,
      title: author === own ? question.title : `${question.title} (signed by ${signer})`,
      value: text,
      buttons: [sign],
      onType: (value) => {
        text = value;
        const found = problem?.(value);
        return found === undefined ? undefined : { problem: found };
      },
    });
    if (step?.kind === 'value') return { text: step.value.trim(), author };
    if (step?.kind !== 'button') return undefined;
    const people = [own, ...(await authorsOf(path, services)), ...voicesIn(fileText)];
    // Without a name, the question is asked again unchanged.
    author = (await askWho('Sign for', people)) ?? author;
  }
}

/** The authors of the latest records of a purpose file, newest first. */
async function authorsOf(path: string, { files }: HistoryServices): Promise<string[]> {
  const authors: string[] = [];
  let count = 0;
  for await (const { author } of new RecordLog(files, path).newest()) {
    authors.push(author);
    if (++count >= RECENT) break;
  }
  return authors;
}

/** The people with a voice or a vote in a co-create file. */
export function voicesIn(text: string): string[] {
  const { voices, candidates } = parseCoCreate(text);
  return [...voices.map(({ name }) => name), ...candidates.flatMap(({ votes }) => votes)];
}
