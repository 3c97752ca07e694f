import type { Page } from 'playwright-core';

/** The editor's own shortcut for going back in a quick input; the browser runs on the same system as this process. */
const BACK =
  { darwin: 'Control+Minus', win32: 'Alt+ArrowLeft' }[process.platform as string] ?? 'Control+Alt+Minus';

/**
 * The editor's quick input. Keys are sent to its input element, because the editor may move the focus to a text in
 * between.
 */
export class QuickInput {
  readonly widget;
  private readonly input;

  constructor(private readonly page: Page) {
    this.widget = page.locator('.quick-input-widget');
    this.input = this.widget.locator('.quick-input-box input');
  }

  /** Waits for the question with this title. */
  async asked(title: string | RegExp): Promise<void> {
    await this.widget.locator('.quick-input-title', { hasText: title }).waitFor();
  }

  /** The text in the input. */
  value(): Promise<string> {
    return this.input.inputValue();
  }

  /** Waits for the question, replaces the text of the input with the answer and continues. */
  async answer(title: string | RegExp, text: string): Promise<void> {
    await this.type(title, text);
    await this.input.press('Enter');
  }

  async type(title: string | RegExp, text: string): Promise<void> {
    await this.asked(title);
    await this.input.fill(text);
  }

  /**
   * Waits for the list, filters it, clicks the item and waits until the question is answered. A click needs no focused
   * row: the editor moves the focus of the list whenever its items are set again.
   */
  async pick(title: string | RegExp, item: string): Promise<void> {
    await this.type(title, item);
    const asking = this.page.locator('.quick-input-widget', {
      has: this.page.locator('.quick-input-title', { hasText: title }),
    });
    const row = asking.locator('.monaco-list-row', { hasText: item }).first();
    await row.click();
    await row.waitFor({ state: 'hidden' });
  }

  /** Waits for a text below the input. */
  async says(text: string | RegExp): Promise<void> {
    await this.widget.locator('.quick-input-message', { hasText: text }).waitFor();
  }

  async back(): Promise<void> {
    await this.page.keyboard.press(BACK);
  }

  async escape(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.widget.waitFor({ state: 'hidden' });
  }
}

/** Saves the active file and waits until it is on disk. */
export async function save(page: Page): Promise<void> {
  await page.locator('.tab.active.dirty').waitFor();
  await page.keyboard.press('ControlOrMeta+S');
  await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
}
