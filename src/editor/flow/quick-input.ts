import {
  Disposable,
  InputBoxValidationSeverity,
  type QuickInputButton,
  QuickInputButtons,
  type QuickPickItem,
  window,
} from 'vscode';

/** The result of a step: a value, one of its buttons, or `undefined` if the user left. */
export type Step<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'back' }
  | { readonly kind: 'button'; readonly button: QuickInputButton };

interface StepOptions {
  readonly title: string;
  /** The number of the step, from 1, and the number of steps. */
  readonly step?: number | undefined;
  readonly totalSteps?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly canGoBack?: boolean;
  readonly buttons?: readonly QuickInputButton[];
}

interface TextOptions extends StepOptions {
  readonly value?: string;
  readonly prompt?: string;
  /** Called on every change. Its result is shown under the input: `problem` prevents accepting, `help` does not. */
  readonly onType?: (value: string) => TypedMessage | undefined | Promise<TypedMessage | undefined>;
}

export type TypedMessage = { readonly problem: string } | { readonly help: string };

/** Asks for a line of text. */
export function askText(options: TextOptions): Promise<Step<string> | undefined> {
  const input = window.createInputBox();
  input.title = options.title;
  input.step = options.step;
  input.totalSteps = options.totalSteps;
  input.value = options.value ?? '';
  input.prompt = options.prompt;
  input.placeholder = options.placeholder;
  input.ignoreFocusOut = true;
  input.buttons = buttonsOf(options);
  let turn = 0;
  let accepting: Promise<boolean> | undefined;
  const check = async (value: string): Promise<boolean> => {
    const own = ++turn;
    const message = await options.onType?.(value);
    // The result for an older text is stale.
    if (own !== turn) return false;
    input.validationMessage = message && {
      message: 'problem' in message ? message.problem : message.help,
      severity: 'problem' in message ? InputBoxValidationSeverity.Error : InputBoxValidationSeverity.Info,
    };
    return !(message && 'problem' in message);
  };
  return new Promise((resolve) => {
    const done = (step: Step<string> | undefined): void => {
      turn++;
      resolve(step);
      listeners.dispose();
      input.dispose();
    };
    const listeners = Disposable.from(
      input.onDidChangeValue((value) => void check(value)),
      input.onDidAccept(async () => {
        const { value } = input;
        accepting = check(value);
        if (await accepting) done({ kind: 'value', value });
      }),
      input.onDidTriggerButton((button) => done(pressed(button))),
      // An accepted answer that is still being checked counts, even if another list has replaced the input meanwhile.
      input.onDidHide(async () => {
        if (!(await accepting)) done(undefined);
      }),
    );
    input.show();
    // An initial text is checked at once; an empty one only after the user has typed.
    if (input.value !== '') void check(input.value);
  });
}

interface PickOptions<Item extends QuickPickItem> extends StepOptions {
  readonly items: readonly Item[];
  readonly active?: Item | undefined;
  /** The meaning of the typed text itself: an extra item above the others, accepted with Enter. */
  readonly typed?: (text: string) => Item;
  /** Called with the focused item. */
  readonly onActive?: (item: Item) => void;
  /** Handles a button on an item; the list stays open with the returned items, or closes on `undefined`. */
  readonly onItemButton?: (item: Item, button: QuickInputButton) => Promise<readonly Item[] | undefined>;
}

/** Asks for one item of a list. */
export function askPick<Item extends QuickPickItem>(
  options: PickOptions<Item>,
): Promise<Step<Item> | undefined> {
  const pick = window.createQuickPick<Item>();
  pick.title = options.title;
  pick.step = options.step;
  pick.totalSteps = options.totalSteps;
  pick.placeholder = options.placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  pick.buttons = buttonsOf(options);
  pick.items = options.items;
  if (options.active) pick.activeItems = [options.active];
  return new Promise((resolve) => {
    const done = (step: Step<Item> | undefined): void => {
      resolve(step);
      listeners.dispose();
      pick.dispose();
    };
    const listeners = Disposable.from(
      pick.onDidAccept(() => {
        const [value] = pick.selectedItems;
        if (value) done({ kind: 'value', value });
      }),
      pick.onDidChangeValue((value) => {
        if (!options.typed) return;
        const text = value.trim().toLowerCase();
        // Who types out an item means it: another item of the same words would only take its place.
        const isListed = options.items.some(({ label }) => label.toLowerCase() === text);
        const own = text === '' || isListed ? undefined : options.typed(value);
        pick.items = own ? [{ ...own, alwaysShow: true }, ...options.items] : options.items;
        if (own) pick.activeItems = pick.items.slice(0, 1);
      }),
      pick.onDidChangeActive(([item]) => item && options.onActive?.(item)),
      pick.onDidTriggerButton((button) => done(pressed(button))),
      pick.onDidTriggerItemButton(async ({ item, button }) => {
        const items = await options.onItemButton?.(item, button);
        if (items) pick.items = items;
      }),
      pick.onDidHide(() => done(undefined)),
    );
    pick.show();
  });
}

function buttonsOf({ canGoBack, buttons = [] }: StepOptions): QuickInputButton[] {
  return canGoBack ? [QuickInputButtons.Back, ...buttons] : [...buttons];
}

function pressed(button: QuickInputButton): Step<never> {
  return button === QuickInputButtons.Back ? { kind: 'back' } : { kind: 'button', button };
}
