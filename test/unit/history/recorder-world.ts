import fc from 'fast-check';
import { FileError } from '../../../src/files/file-access';
import { readRecords } from '../../../src/history/read-records';
import { Recorder } from '../../../src/history/recorder';
import type { CommittedWording, EntryDraft, RecorderGit } from '../../../src/history/recorder-types';
import { statementOf } from '../../../src/history/statement-of';
import { MemoryFiles } from '../support/memory-files';
import { DyingFiles } from './failing-files';

export const PATH = '/a/team.purpose.md';
const MINUTE = 60_000;

/** The text of a purpose file with a statement. */
export const textOf = (statement: string) => `# Team\n\n> ${statement}\n\nMore.\n`;

/** An event of a purpose file. `window` is the editor window that causes it. */
export type Happening =
  | { readonly do: 'edit'; readonly window: number; readonly statement: string }
  | { readonly do: 'undo' | 'revert' | 'rest' | 'close'; readonly window: number }
  | { readonly do: 'save'; readonly window: number; readonly how: 'asked' | 'automatic' | 'bare' }
  | { readonly do: 'crash'; readonly window: number; readonly at: 'idle' | 'before-write' | 'after-write' }
  | { readonly do: 'die'; readonly window: number; readonly after: number }
  | { readonly do: 'say'; readonly window: number; readonly type: EntryDraft['type'] }
  | { readonly do: 'adopt'; readonly window: number; readonly statement: string }
  | { readonly do: 'external'; readonly statement: string }
  | { readonly do: 'commit' }
  | { readonly do: 'checkout'; readonly back: number }
  | { readonly do: 'wait'; readonly minutes: number };

const statement = fc.constantFrom(
  'We run the build machines for engineers.',
  'We run the build machines.',
  'We run machines.',
  'We mend bicycles with children in Leith.',
  'We **mend** bicycles.',
  'Bread for sailors.',
  'Bread for all sailors who come by.',
);
const window = fc.nat(1);

/** Any event; saves and edits are most frequent. */
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('edit' as const), window, statement }) },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('save' as const),
      window,
      how: fc.constantFrom('asked' as const, 'asked' as const, 'automatic' as const, 'bare' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('undo', 'revert', 'rest', 'close'), window }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      window,
      at: fc.constantFrom('idle' as const, 'before-write' as const, 'after-write' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('die' as const), window, after: fc.nat(12) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      window,
      type: fc.constantFrom('note' as const, 'pivot' as const, 'reaffirm' as const, 'keep' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('adopt' as const), window, statement }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('external' as const), statement }) },
  { weight: 1, arbitrary: fc.constant({ do: 'commit' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('checkout' as const), back: fc.nat(2) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 4, 11) }),
  },
);

/** An editor window: its buffer, its undo stack, its recorder. It crashes when its files do. */
interface Window {
  buffer: string;
  undo: string[];
  recorder: Recorder;
  /** The text of an automatic save that has not been unchanged for long enough yet. */
  unsettled: string | undefined;
}

/** Files in memory, a clock, a git that commits only the purpose file, and two editor windows. */
export class World {
  now = Date.UTC(2026, 10, 22, 12);
  readonly files: MemoryFiles;
  /** Statements that were on disk at a save: the history must have them. */
  readonly owed = new Set<string>();
  /** Statements that were ever on disk: the history may have them, and no others. */
  readonly seen = new Set<string>();
  readonly #commits: (CommittedWording & { readonly text: string })[] = [];
  readonly #committedRecords = new Set<string>();
  readonly #windows: Window[] = [];

  constructor() {
    this.files = new MemoryFiles({}, () => this.now);
  }

  async begin(first: string | undefined): Promise<void> {
    if (first !== undefined) await this.#write(textOf(first));
    for (const at of [0, 1]) await this.#open(at);
  }

  /** Every statement in the records. */
  async history(): Promise<Set<string>> {
    const { records, unreadable } = await readRecords(this.files, PATH);
    if (unreadable.length > 0) throw new Error(JSON.stringify(unreadable));
    return new Set(
      records.flatMap(({ statement: last, earlier = [] }) => [last, ...earlier.map((one) => one.statement)]),
    );
  }

  get onDisk(): string {
    return this.files.paths.includes(PATH) ? this.files.text(PATH) : '';
  }

  async happens(event: Happening): Promise<void> {
    this.now += 1000;
    if (event.do === 'wait') this.now += event.minutes * MINUTE;
    else if (event.do === 'external') await this.#external(textOf(event.statement));
    else if (event.do === 'commit') this.#commit();
    else if (event.do === 'checkout') {
      const commit = this.#commits.at(-1 - event.back);
      if (commit) await this.#external(commit.text);
    } else await this.#inWindow(event);
  }

  async #inWindow(event: Extract<Happening, { window: number }>): Promise<void> {
    const window = this.#windows[event.window];
    if (!window) return;
    switch (event.do) {
      case 'edit':
        this.#edit(window, textOf(event.statement));
        return;
      case 'undo':
        window.buffer = window.undo.pop() ?? window.buffer;
        return;
      case 'revert':
        this.#edit(window, this.onDisk);
        return;
      case 'rest':
        if (window.unsettled !== undefined) this.owed.add(window.unsettled);
        window.unsettled = undefined;
        await window.recorder.settled(PATH);
        return;
      case 'close':
        if (window.unsettled !== undefined) this.owed.add(window.unsettled);
        await window.recorder.closed(PATH);
        await this.#open(event.window);
        return;
      case 'save':
        await this.#save(window, event.how);
        return;
      case 'crash':
        if (event.at !== 'idle') await this.#save(window, 'asked', event.at);
        await this.#open(event.window, window.buffer);
        return;
      case 'die': {
        // The next save of this window crashes after this many file operations.
        const doomed = { ...window, recorder: this.#recorder(event.window, event.after) };
        await doomed.recorder.opened(PATH).catch(() => undefined);
        await this.#save(doomed, 'asked').catch((error: unknown) => {
          if (!(error instanceof FileError)) throw error;
        });
        await this.#noticed(window);
        await this.#open(event.window, window.buffer);
        return;
      }
      case 'say':
        if (statementOf(this.onDisk)) {
          await window.recorder.recordEntry(PATH, { type: event.type, note: 'So.' });
          if (window.unsettled !== undefined) this.owed.add(window.unsettled);
          window.unsettled = undefined;
        }
        return;
      case 'adopt':
        this.#edit(window, textOf(event.statement));
        if (window.buffer === this.onDisk) return;
        await window.recorder.adopt(PATH, { type: 'adopt' }, { plain: plainOf(window.buffer) }, async () => {
          await this.#save(window, 'asked');
          return true;
        });
    }
  }

  #edit(window: Window, text: string): void {
    if (text === window.buffer || text === '') return;
    window.undo.push(window.buffer);
    window.buffer = text;
  }

  async #save(window: Window, how: 'asked' | 'automatic' | 'bare', crash?: 'before-write' | 'after-write') {
    const { buffer, recorder } = window;
    if (buffer === '' || (buffer === this.onDisk && how !== 'asked')) return;
    if (how !== 'bare') await recorder.beforeSave(PATH, buffer);
    if (crash === 'before-write') return;
    const before = plainOf(this.onDisk);
    const after = plainOf(buffer);
    if (before && before !== after && before !== window.unsettled) this.owed.add(before);
    await this.#write(buffer);
    window.unsettled = how === 'automatic' ? after : undefined;
    // Still on disk after a crash, so the next save, which replaces it, must record it.
    if (crash === 'after-write') return this.#noticed(window);
    // The file watcher may report before the save event.
    if (how !== 'bare' && this.now % 2000 === 0) await recorder.opened(PATH);
    // Without a will-save event, the editor does not know which text was written.
    await recorder.saved(PATH, how === 'bare' ? undefined : buffer, how === 'automatic');
    if (how !== 'automatic' && after && before !== after) this.owed.add(after);
    await this.#noticed(window);
  }

  async #external(text: string): Promise<void> {
    await this.#write(text);
    await this.#noticed();
  }

  /** Every window except the writer sees the file change; windows without unsaved edits show it. */
  async #noticed(writer?: Window): Promise<void> {
    for (const window of this.#windows) {
      if (window === writer) continue;
      if (window.unsettled !== undefined && window.unsettled !== plainOf(this.onDisk))
        window.unsettled = undefined;
      await window.recorder.opened(PATH);
      if (window.undo.length === 0) window.buffer = this.onDisk;
    }
  }

  #commit(): void {
    const text = this.onDisk;
    const found = statementOf(text);
    if (!found) return;
    const { plain, markdown } = found;
    this.#commits.push({ plain, markdown, text, author: 'Grace', time: new Date(this.now).toISOString() });
    for (const path of this.files.paths) if (path !== PATH) this.#committedRecords.add(path);
  }

  /** Opens the file in a new session of a window; `hot` is unsaved text kept from the previous one (hot exit). */
  async #open(at: number, hot?: string): Promise<void> {
    const buffer = this.onDisk;
    const undo = hot === undefined || hot === buffer ? [] : [buffer];
    this.#windows[at] = { buffer: hot ?? buffer, undo, recorder: this.#recorder(at), unsettled: undefined };
    await this.#windows[at].recorder.opened(PATH);
  }

  #recorder(at: number, dies = Number.POSITIVE_INFINITY): Recorder {
    const git: RecorderGit = {
      committed: async () => this.#commits.at(-1),
      isCommitted: async (path) => this.#committedRecords.has(path),
      formerNames: async () => [],
    };
    return new Recorder({
      files: new DyingFiles(this.files, dies),
      git,
      now: () => new Date(this.now),
      figuresOf: () => ({ grade: 1, vague: 0, words: 5 }),
      authorOf: async () => (at === 0 ? 'Ana' : 'Bo'),
    });
  }

  async #write(text: string): Promise<void> {
    await this.files.write(PATH, new TextEncoder().encode(text));
    const plain = plainOf(text);
    if (plain) this.seen.add(plain);
  }
}

/** The statement of a text without markup. */
export function plainOf(text: string): string {
  return statementOf(text)?.plain ?? '';
}
