import { type Memento, workspace } from 'vscode';
import type { Services } from '../services';

/** An unfinished session. */
export interface Draft {
  readonly id: string;
  /** `guided` or `rediscover`. */
  readonly kind: 'guided' | 'rediscover';
  /** Its label: the template's title, or the purpose file's name. */
  readonly title: string;
  /** The serialised session. */
  readonly session: string;
  readonly answered: number;
  readonly of: number;
  /** When it was last saved; ISO 8601. */
  readonly time: string;
  /** The purpose file of a rediscovery. */
  readonly uri?: string;
}

const KEY = 'purpose.drafts';

/** Stores drafts, in the workspace if there is one, until they are finished or discarded. */
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

/** A unique id. */
export function newDraftId(): string {
  return globalThis.crypto.randomUUID();
}
