import type { Frame } from 'playwright-core';
import type { Workbench } from '../../harness/open-workbench';

/** The panel *Refinement History* of a running editor, read from its visible text. */
export class PanelPage {
  private constructor(readonly frame: Frame) {}

  /** Shows the panel, for `file` if it is given, and waits until it has content. */
  static async open(workbench: Workbench, file?: string): Promise<PanelPage> {
    if (file !== undefined) await workbench.openFile(file);
    await workbench.runCommand('Purpose: Show Refinement History');
    const panel = new PanelPage(await workbench.webview());
    await panel.frame.locator('h1').waitFor();
    if (file !== undefined) await panel.isOf(file.replace(/^.*\//, ''));
    return panel;
  }

  /** Waits until the panel shows this file and has read all commits. */
  async isOf(name: string): Promise<void> {
    await this.frame.locator('h1', { hasText: name }).waitFor();
    await this.frame.locator('progress').waitFor({ state: 'detached' });
  }

  get entries() {
    return this.frame.locator('.entry');
  }

  kinds(): Promise<string[]> {
    return this.frame.locator('.entry .kind').allTextContents();
  }

  /** Waits until the newest entry is of this kind, contains `text`, and is one of `count` entries if given. */
  async newest(kind: string, text = '', count?: number): Promise<void> {
    const first = this.entries.first();
    await first.filter({ has: this.frame.locator('.kind', { hasText: kind }), hasText: text }).waitFor();
    if (count !== undefined)
      await this.frame.locator('.count', { hasText: new RegExp(`^${count} `) }).waitFor();
  }

  /** Opens the entry whose statement or note contains the text, and presses one of its buttons. */
  async act(text: string, button: string): Promise<void> {
    const entry = this.entries.filter({ hasText: text }).last();
    const head = entry.locator('.head');
    if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click();
    await entry.getByRole('button', { name: button, exact: true }).click();
  }

  /** Waits for a text below the entries, or above them about omitted ones. */
  async says(text: string | RegExp): Promise<void> {
    await this.frame.locator('.notice, .end p', { hasText: text }).first().waitFor();
  }
}
