import { ThemeIcon, type Uri } from 'vscode';
import { parseCoCreate } from '../../cocreate/parse-cocreate';
import { RecordLog } from '../../history/record-log';
import { askWho } from '../flow/ask-who';
import { askText } from '../flow/quick-input';
import { pathOf } from '../vscode-files';
import { authorFor } from './author';
import type { HistoryServices } from './history-services';

/** Records looked at for the names of people. */
const RECENT = 40;

/** What somebody says, and who it is. */
export interface SignedText {
  readonly text: string;
  readonly author: string;
}

/**
 * Asks for a text and, on a button, for whom it is signed: several people may share one keyboard.
 * @param problem why a text will not do; left out, any will, an empty one included
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
    // Left without a name, the question comes back as it was.
    author = (await askWho('Sign for', people)) ?? author;
  }
}

/** Who wrote the latest records of a purpose file, newest first. */
async function authorsOf(path: string, { files }: HistoryServices): Promise<string[]> {
  const authors: string[] = [];
  let count = 0;
  for await (const { author } of new RecordLog(files, path).newest()) {
    authors.push(author);
    if (++count >= RECENT) break;
  }
  return authors;
}

/** Who speaks or votes in a co-create file. */
export function voicesIn(text: string): string[] {
  const { voices, candidates } = parseCoCreate(text);
  return [...voices.map(({ name }) => name), ...candidates.flatMap(({ votes }) => votes)];
}
