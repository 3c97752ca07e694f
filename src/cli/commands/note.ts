import { FITS, type Fit } from '../../history/record';
import { fold } from '../../text/fold';
import { type Command, UsageError } from '../command';
import { EXIT } from '../exit-codes';
import { parseOptions } from '../options';
import { oneFile } from '../purpose-argument';
import { recordEntry, recordPath, statementIn } from '../record-entry';

/** `purpose note`: how the purpose fits in practice. */
export const noteCommand: Command = {
  name: 'note',
  summary: 'note how a purpose fits: it fits, too tight, too loose, or it pinches',
  help: `purpose note FILE --fit fits|tight|loose|pinches [-m TEXT] [--phrase TEXT] [--author NAME]

Adds a note on how the purpose fits to its history; the file itself is not changed.

  --fit FIT          fits, tight (leaves out what you do), loose (would fit anybody), pinches (one place hurts)
  -m, --message TEXT what you noticed, in a sentence
  --phrase TEXT      the words of the statement that it is about
  --author NAME      who notes it (default: git's user.name, then the system's user)

Examples:
  purpose note team.purpose.md --fit pinches --phrase many -m "The night shift is hidden."

Exit code: 0 noted, 2 not.
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, {
      fit: { type: 'string' },
      message: { type: 'string', short: 'm' },
      phrase: { type: 'string' },
      author: { type: 'string' },
    });
    const { named, path } = await oneFile(positionals, io);
    const fit = FITS.find((known) => known === values.fit);
    if (!fit) {
      const given = values.fit === undefined ? 'Say how it fits' : `There is no fit "${values.fit}"`;
      throw new UsageError(`${given}: --fit ${FITS.join('|')}.`);
    }
    const statement = await statementIn(path, named, io);
    const phrase = fold(values.phrase ?? '');
    if (!fold(statement.plain).toLowerCase().includes(phrase.toLowerCase())) {
      throw new UsageError(`"${phrase}" is not in the statement of ${named}: copy it from there.`);
    }
    const draft = { type: 'note' as const, fit: fit satisfies Fit, phrase, note: values.message ?? '' };
    const record = await recordEntry(path, draft, statement, values.author, io);
    io.out(`Noted in ${recordPath(record, io)}.\n`);
    return EXIT.ok;
  },
};
