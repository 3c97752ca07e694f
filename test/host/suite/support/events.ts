import { type Diagnostic, type Event, languages, type Uri } from 'vscode';

/** The longest that a helper here waits for a condition, in milliseconds: less than the limit of a case. */
export const waitLimit = 60_000;

/** Fires every 25 ms, for the few facts that the editor reports by no event, such as that an extension is active. */
export const tick: Event<unknown> = (listener) => {
  const timer = setInterval(listener, 25);
  return { dispose: () => clearInterval(timer) };
};

/**
 * Resolves with the first value of `probe` that is not `undefined`, called at once and then after each of `events`.
 * Rejects after `waitLimit`, saying `what` did not happen and, if `state` is given, what was seen last.
 */
export async function eventually<T>(
  what: string,
  events: readonly Event<unknown>[],
  probe: () => T | undefined | Promise<T | undefined>,
  state: () => string = () => '',
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const done = (settle: () => void): void => {
      clearTimeout(timer);
      for (const listener of listeners) listener.dispose();
      settle();
    };
    // One probe at a time: many of them query the editor, and a slow query must not be repeated meanwhile.
    let isAsking = false;
    let isDue = false;
    const ask = async (): Promise<void> => {
      isDue = true;
      if (isAsking) return;
      isAsking = true;
      try {
        while (isDue) {
          isDue = false;
          const value = await probe();
          if (value === undefined) continue;
          done(() => resolve(value));
          return;
        }
      } catch (error) {
        done(() => reject(error));
      } finally {
        isAsking = false;
      }
    };
    const late = (): void =>
      reject(new Error(`Not within ${waitLimit / 1000} s: ${what}. ${state()}`.trim()));
    const timer = setTimeout(() => done(late), waitLimit);
    const listeners = events.map((event) => event(() => void ask()));
    void ask();
  });
}

/** Whether a diagnostic is a finding of this rule. */
export function isOf(rule: string): (diagnostic: Diagnostic) => boolean {
  return ({ code }) => typeof code === 'object' && code.value === rule;
}

/** Whether one of some diagnostics is a finding of this rule. */
export function hasRule(rule: string): (all: readonly Diagnostic[]) => boolean {
  return (all) => all.some(isOf(rule));
}

/** The diagnostics of `uri` once `isRight` accepts them. Default: ours, at least one. */
export async function waitForDiagnostics(
  uri: Uri,
  isRight: (diagnostics: readonly Diagnostic[]) => boolean = (diagnostics) => diagnostics.length > 0,
  source = 'purpose',
): Promise<Diagnostic[]> {
  const ours = (): Diagnostic[] => languages.getDiagnostics(uri).filter((one) => one.source === source);
  const seen = (): string => `Last seen: ${JSON.stringify(ours())}`;
  return eventually(
    `the diagnostics of ${uri.path} that the case waits for`,
    [languages.onDidChangeDiagnostics],
    () => (isRight(ours()) ? ours() : undefined),
    seen,
  );
}
