import { readText } from '../../files/read-text';
import { RecordLog } from '../../history/record-log';
import {
  givenAnswers,
  REVIEW_QUESTIONS,
  type ReviewAnswers,
  type ReviewQuestionId,
  reviewQuestion,
} from '../../history/review-questions';
import { docsUrl } from '../../lint/rule-url';
import { LintSession } from '../../lint/session';
import { type Command, type CommandIo, UsageError } from '../command';
import { EXIT } from '../exit-codes';
import { parseOptions } from '../options';
import { oneFile } from '../purpose-argument';
import { recordEntry, recordPath, statementIn } from '../record-entry';
import { oneLine } from '../visible';

/** How many records are looked through for earlier answers. */
const RECENT = 400;

/** `purpose review`: the questions of a review, with their dated answers. */
export const reviewCommand: Command = {
  name: 'review',
  summary: 'ask the questions of a review, and keep the answers with their date',
  help: `purpose review FILE
purpose review FILE [--told TEXT] [--camera TEXT] [--opposite TEXT] [--missed TEXT] [-m WHY] [--author NAME]

Shows the questions of a review with the last answer to each. At a terminal it asks them; press Enter to skip one, or Ctrl-D
to finish. Answers are kept in a record of the history: as a reaffirmation if you say why the purpose still holds, else as a note.
The file itself is not changed. Where each question comes from, and its limits:
${docsUrl('review-questions')}

  --told TEXT        When did one of those it is for last tell you? What did they say?
  --camera TEXT      What would a camera see?
  --opposite TEXT    Could somebody sensible choose the opposite?
  --missed TEXT      Who would miss us?
  -m, --message WHY  why it still holds
  --author NAME      who answers (default: git's user.name, then the system's user)

Examples:
  purpose review team.purpose.md          ask the questions one by one
  purpose review team.purpose.md --told "Samir, in May: I start on Monday."

Exit code: 0 shown or recorded, 2 could not run.
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, {
      told: { type: 'string' },
      camera: { type: 'string' },
      opposite: { type: 'string' },
      missed: { type: 'string' },
      message: { type: 'string', short: 'm' },
      author: { type: 'string' },
    });
    const { named, path } = await oneFile(positionals, io);
    const statement = await statementIn(path, named, io);
    const who = new LintSession().lint(await readText(io.files, path)).anatomy.who?.text;
    const isGiven = [...REVIEW_QUESTIONS, 'message' as const].some((name) => values[name] !== undefined);
    if (!isGiven) {
      io.out(`${oneLine(named)}\n  ${oneLine(statement.plain)}\n\n`);
      for (const line of await lastAnswers(path, who, io)) io.out(line);
      if (!io.interactive) return EXIT.ok;
    }
    const asked = isGiven ? values : await askAll(who, io);
    const answers = givenAnswers(asked);
    const note = asked.message?.trim() ?? '';
    if (!answers && note === '') {
      if (isGiven) throw new UsageError('There is no answer to keep: each of them is empty.');
      io.out('Nothing was answered, and nothing recorded.\n');
      return EXIT.ok;
    }
    const draft = { type: note === '' ? 'note' : 'reaffirm', note, answers } as const;
    const record = await recordEntry(path, draft, statement, values.author, io);
    io.out(`${note === '' ? 'Noted' : 'Reaffirmed'} in ${recordPath(record, io)}.\n`);
    return EXIT.ok;
  },
};

async function askAll(
  who: string | undefined,
  io: CommandIo,
): Promise<ReviewAnswers & { readonly message: string }> {
  const answers: Partial<Record<ReviewQuestionId, string>> = {};
  io.out('Press Enter to skip a question.\n');
  try {
    for (const id of REVIEW_QUESTIONS) answers[id] = await io.ask(`${oneLine(reviewQuestion(id, who))} `);
    return { ...answers, message: await io.ask('Does it still hold, and why? ') };
  } catch {
    // The input has ended (Ctrl-D): what was answered until then is kept.
    io.out('\n');
    return { ...answers, message: '' };
  }
}

/** Each question with its last answer. */
async function lastAnswers(path: string, who: string | undefined, io: CommandIo): Promise<string[]> {
  const found = new Map<ReviewQuestionId, string>();
  let looked = 0;
  for await (const { answers, time, author } of new RecordLog(io.files, path).newest()) {
    for (const id of REVIEW_QUESTIONS) {
      const text = answers?.[id];
      if (text === undefined || found.has(id)) continue;
      found.set(id, oneLine(`${time.slice(0, 10)}${author === '' ? '' : `, ${author}`}: ${text}`));
    }
    if (found.size === REVIEW_QUESTIONS.length || ++looked >= RECENT) break;
  }
  return REVIEW_QUESTIONS.map(
    (id) => `${oneLine(reviewQuestion(id, who))}\n  ${found.get(id) ?? '(not answered yet)'}\n`,
  );
}
