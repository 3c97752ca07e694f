import { type Memento, workspace } from 'vscode';
import type { Services } from '../services';

/** What somebody began to answer and has not finished. */
export interface Draft {
  readonly id: string;
  /** `guided` or `rediscover`. */
  readonly kind: 'guided' | 'rediscover';
  /** What to call it: the template's title, or the purpose file's name. */
  readonly title: string;
  /** The session, as it writes itself down. */
  readonly session: string;
  readonly answered: number;
  readonly of: number;
  /** When it was last written to; ISO 8601. */
  readonly time: string;
  /** The purpose file that is looked at again. */
  readonly uri?: string;
}

const KEY = 'purpose.drafts';

/** Keeps what was begun, in the workspace where there is one, until it is finished or thrown away. */
export class Drafts {
  readonly #memento: Memento;

  constructor({ context }: Pick<Services, 'context'>) {
    this.#memento = workspace.workspaceFolders ? context.workspaceState : context.globalState;
  }

  /** The newest first. */
  list(): Draft[] {
    return Object.values(this.#all()).sort((a, b) => (a.time < b.time ? 1 : -1));
  }

  async put(draft: Omit<Draft, 'time'>): Promise<void> {
    await this.#memento.update(KEY, {
      ...this.#all(),
      [draft.id]: { ...draft, time: new Date().toISOString() },
    });
  }

  async remove(id: string): Promise<void> {
    const { [id]: _, ...rest } = this.#all();
    await this.#memento.update(KEY, rest);
  }

  #all(): Readonly<Record<string, Draft>> {
    return this.#memento.get<Readonly<Record<string, Draft>>>(KEY) ?? {};
  }
}

/** An id that no other draft has. */
export function newDraftId(): string {
  return globalThis.crypto.randomUUID();
}
