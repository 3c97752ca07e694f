import assert from 'node:assert/strict';
import { axeFinds } from '../support/browser';
import { DOCUMENT, type Entries, entriesOf, historyMessage, messages } from '../support/panel-messages';
import { PanelPage } from '../support/panel-page';

describe('the page without anything to show, or without all of it', () => {
  let entries: Entries;
  before(async () => {
    entries = await entriesOf();
  });

  it('leads to a purpose if none is open', async () => {
    const panel = await PanelPage.open();
    await panel.send(messages.nothing(true));
    await panel.locator('h1', { hasText: 'No purpose is open' }).waitFor();
    await panel.page.getByRole('button', { name: 'Open a purpose…' }).click();
    await panel.posts({ type: 'command', document: '', command: 'find' });
    await panel.send(messages.nothing(false));
    await panel.page.getByRole('button', { name: 'Open a purpose…' }).waitFor({ state: 'detached' });
    await panel.page.getByRole('button', { name: 'Write a new one…' }).click();
    await panel.posts({ type: 'command', document: '', command: 'new' });
    assert.deepEqual(await axeFinds(panel.page, 'main'), []);
  });

  it('says that a file has no statement and no history yet', async () => {
    const panel = await PanelPage.open();
    await panel.send(historyMessage([]), messages.idle());
    await panel.page.getByText('There is no statement in this file yet.').waitFor();
    await panel.page.getByText('The history begins with the first change that you save.').waitFor();
    await panel.page.getByRole('button', { name: 'Write it' }).waitFor();
    assert.deepEqual(await axeFinds(panel.page, 'main'), []);
  });

  it('says that it is reading until there is something, can be stopped, and continues', async () => {
    const panel = await PanelPage.open();
    await panel.send(messages.progress(0, 0));
    await panel.page.getByText('Reading the history').waitFor();
    assert.deepEqual(await axeFinds(panel.page, 'main'), []);
    await panel.page.getByRole('button', { name: 'Stop' }).click();
    await panel.posts({ type: 'cancel', document: DOCUMENT });
    await panel.send(messages.stopped());
    await panel.locator('h1', { hasText: 'Reading was stopped' }).waitFor();
    await panel.locator('progress').waitFor({ state: 'detached' });
    assert.deepEqual(await axeFinds(panel.page, 'main'), []);
    await panel.page.getByRole('button', { name: 'Read the history' }).click();
    await panel.posts({ type: 'retry', document: DOCUMENT });
    await panel.send(messages.progress(0, 0));
    await panel.page.getByRole('button', { name: 'Stop' }).waitFor();
    await panel.send(historyMessage(entries), messages.idle());
    await panel.entries.first().waitFor();
  });

  it('leads from a file that was renamed to its new name', async () => {
    const panel = await PanelPage.open();
    const notices = ['This file is no longer on disk.'];
    await panel.send(historyMessage(entries, { notices, moved: 'crew.purpose.md' }), messages.idle());
    await panel.page.getByRole('button', { name: 'Open crew.purpose.md' }).click();
    await panel.posts({ type: 'command', document: DOCUMENT, command: 'openMoved' });
    assert.deepEqual(await axeFinds(panel.page, 'main'), []);
    await panel.send(historyMessage(entries, { known: entries }), messages.idle());
    await panel.page.getByRole('button', { name: 'Open crew.purpose.md' }).waitFor({ state: 'detached' });
  });

  it('says why a history cannot be read, asks again, and shows all again', async () => {
    const panel = await PanelPage.open();
    await panel.send(historyMessage(entries), messages.idle());
    await panel.entries.first().waitFor();
    await panel.send(messages.failed('.purpose/team: this is a file.'));
    await panel.locator('h1', { hasText: 'The history cannot be read' }).waitFor();
    await panel.page.getByText('.purpose/team: this is a file.').waitFor();
    assert.deepEqual(await axeFinds(panel.page, 'main'), []);
    await panel.page.getByRole('button', { name: 'Try again' }).click();
    await panel.posts({ type: 'retry', document: DOCUMENT });
    await panel.send(historyMessage(entries), messages.idle());
    await panel.entries.nth(7).waitFor();
  });

  it('names what cannot be read, and what a shallow clone or a setting leaves out', async () => {
    const panel = await PanelPage.open();
    await panel.send(
      historyMessage(entries, { older: 'shallow', notices: ['broken.md: line 3 cannot be read.'] }),
      messages.idle(),
    );
    await panel.locator('.notice', { hasText: 'broken.md: line 3 cannot be read.' }).waitFor();
    await panel.locator('.end p', { hasText: 'git fetch --unshallow' }).waitFor();
    for (const [recording, said] of [
      ['off', 'the setting purpose.history.record is off'],
      ['untrusted', 'once you trust this folder'],
      ['read-only', 'this folder is read-only'],
    ] as const) {
      await panel.send(historyMessage(entries, { known: entries, recording }), messages.idle());
      await panel.locator('.end p', { hasText: said }).waitFor();
    }
  });
});
