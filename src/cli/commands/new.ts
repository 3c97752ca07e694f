import { FileError } from '../../files/file-access';
import { basename, isWithin, relative } from '../../files/paths';
import { isPurposePath, PURPOSE_SUFFIX } from '../../files/purpose-name';
import { nameProblem } from '../../templates/file-name';
import { GuidedSession } from '../../templates/guided-session';
import { Questionnaire, type QuestionToAsk } from '../../templates/questionnaire';
import type { Template } from '../../templates/template';
import { type Command, type CommandIo, UsageError } from '../command';
import { EXIT } from '../exit-codes';
import { parseOptions } from '../options';
import { printable, templatesFor } from '../own-templates';
import { pathOf } from '../purpose-argument';

/** The shortest template, as the default. */
const DEFAULT_TEMPLATE = 'so-that';

/** `purpose new` */
export const newCommand: Command = {
  name: 'new',
  summary: 'start a purpose file from a template',
  help: `purpose new FILE [--template ID] [--title TEXT] [--answer BLANK=TEXT]… [--templates FOLDER]…

Writes a purpose file from a template. At a terminal it asks the template's questions one at a time: return skips
a question, < goes back, . finishes. A question without an answer stays in the file as a blank, {{in braces}}.
Without a terminal, pass the answers as options. An existing file is never overwritten.

  FILE                 where to write; a name without ${PURPOSE_SUFFIX} gets it: team becomes team${PURPOSE_SUFFIX}
  --template ID        which template; \`purpose templates\` lists them (asked for, or ${DEFAULT_TEMPLATE})
  --title TEXT         the same as --answer title=TEXT
  --answer BLANK=TEXT  the answer for a blank, which \`purpose templates\` names; for several, several times
  --templates FOLDER   look here for templates, too

Examples:
  purpose new team --template team        ask its questions, write team.purpose.md
  purpose new aim --template so-that --title Kitchen --answer "give=mend bikes"

Exit code: 0 written, 2 not written.
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, {
      template: { type: 'string' },
      title: { type: 'string' },
      answer: { type: 'string', multiple: true, default: [] },
      templates: { type: 'string', multiple: true },
    });
    const path = targetOf(positionals, io);
    await mustBeFree(path, io);
    const { templates } = await templatesFor(io, values.templates);
    const template = find(templates, values.template ?? (await askForTemplate(templates, io)));
    const known = answersFrom(values.answer, values.title, template);

    const session = GuidedSession.start(template, known);
    const asked = io.interactive ? await ask(session, io) : session;
    const { text, blanks } = asked.finish();
    try {
      await io.files.create(path, new TextEncoder().encode(text));
    } catch (error) {
      // The answers took minutes to give, so they are printed if the file cannot be written.
      if (io.interactive) io.err(`${text}\n`);
      throw error;
    }
    io.out(
      `Wrote ${isWithin(io.cwd, path) ? relative(io.cwd, path) : path} from the template “${printable(template.title)}”.\n`,
    );
    const open = [...new Set(blanks.map(({ name }) => `{{${name}}}`))];
    if (open.length > 0) io.out(`Still open: ${open.join(', ')}.\n`);
    return EXIT.ok;
  },
};

function targetOf(positionals: readonly string[], io: CommandIo): string {
  const [named, ...more] = positionals;
  if (!named) throw new UsageError('Say which file to write.');
  if (more.length > 0) throw new UsageError(`One file at a time: “${more[0]}” is one too many.`);
  const path = pathOf(named, io);
  const target = isPurposePath(path) ? path : path.replace(/\.md$/i, '') + PURPOSE_SUFFIX;
  // Other systems can store such a name, and existing files may need it.
  const problem = io.windows ? nameProblem(basename(target)) : undefined;
  if (problem !== undefined) throw new UsageError(`${named}: ${problem} Choose another name.`);
  return target;
}

async function mustBeFree(path: string, io: CommandIo): Promise<void> {
  const there = await io.files.stat(path);
  if (!there) return;
  const what =
    there.type === 'file' && there.size === 0
      ? 'is there already, but empty (an interrupted write can leave that): delete it'
      : 'is there already and stays as it is: choose another name';
  throw new FileError('exists', path, `${path} ${what}.`);
}

function find(templates: readonly Template[], id: string): Template {
  const template = templates.find((candidate) => candidate.id === id);
  if (template) return template;
  throw new UsageError(
    `There is no template “${id}”; there are ${templates.map((one) => one.id).join(', ')}.`,
  );
}

function answersFrom(pairs: readonly string[], title: string | undefined, template: Template) {
  const blanks = template.questions.map(({ blank }) => blank);
  const written = title === undefined ? pairs : [...pairs, `title=${title}`];
  const entries = written.map((pair): [string, string] => {
    const at = pair.indexOf('=');
    if (at < 0) throw new UsageError(`--answer takes BLANK=TEXT, not “${pair}”.`);
    const blank = pair.slice(0, at).trim();
    if (blanks.includes(blank)) return [blank, pair.slice(at + 1)];
    throw new UsageError(`“${template.id}” has no blank “${blank}”; it has ${blanks.join(', ')}.`);
  });
  return Object.fromEntries(entries);
}

async function askForTemplate(templates: readonly Template[], io: CommandIo): Promise<string> {
  if (!io.interactive) return DEFAULT_TEMPLATE;
  templates.forEach(({ title, audience }, index) => {
    io.out(
      `${String(index + 1).padStart(3)}  ${printable(title)}${audience && `: ${printable(audience)}`}\n`,
    );
  });
  for (;;) {
    const line = (await io.ask(`Which one? (number or id, return for ${DEFAULT_TEMPLATE}) `)).trim();
    const chosen =
      templates[Number(line) - 1] ?? templates.find(({ id }) => id === (line || DEFAULT_TEMPLATE));
    if (chosen) return chosen.id;
    io.out(`There is no template “${printable(line)}”.\n`);
  }
}

/** Asks the questions that the options did not answer. Closing the terminal ends the session and loses nothing. */
async function ask(start: GuidedSession, io: CommandIo): Promise<GuidedSession> {
  const { questions, state } = start.questionnaire;
  const open = questions.filter(({ id }) => !Object.hasOwn(state.answers, id));
  let session = start.with(new Questionnaire(open, state));
  for (let question = open[0]; question; question = session.questionnaire.question) {
    const { questionnaire } = session;
    let line: string;
    try {
      line = (await io.ask(asked(session, question))).trim();
    } catch {
      return session;
    }
    if (line === '.') return session;
    session = session.with(
      line === '<'
        ? questionnaire.back()
        : line === ''
          ? questionnaire.skip()
          : questionnaire.answer(line).next(),
    );
  }
  return session;
}

function asked(
  { questionnaire, sentence }: GuidedSession,
  { id, ask: words, hint, follow, example }: QuestionToAsk,
): string {
  const { number, of } = questionnaire.progress;
  const before = questionnaire.answerTo(id);
  const help = [
    hint,
    follow && `If it stays vague: ${lowerFirst(follow)}`,
    example && `For example: ${example}`,
    before && `Until now: ${before} (return keeps it)`,
    sentence && `So far: ${sentence}`,
  ].flatMap((line) => (line ? [`  ${printable(line)}\n`] : []));
  return `\n${number}/${of} ${printable(words)}\n${help.join('')}> `;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
