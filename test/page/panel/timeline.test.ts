import assert from 'node:assert/strict';
import { HOSTILE, NOW } from '../../support/purpose-with-history';
import {
  changedStatements,
  DOCUMENT,
  type Entries,
  entriesOf,
  historyMessage,
  messages,
  withNote,
} from '../support/panel-messages';
import { PanelPage } from '../support/panel-page';

describe('the page of the history', () => {
  let entries: Entries;
  before(async () => {
    entries = await entriesOf();
  });

  async function open(): Promise<PanelPage> {
    const panel = await PanelPage.open();
    await panel.send(historyMessage(entries), messages.idle());
    await panel.entries.nth(7).waitFor();
    return panel;
  }

  it('shows the statement, what it was, and what people said of it', async () => {
    const panel = await open();
    assert.equal(await panel.locator('.now').textContent(), NOW);
    assert.deepEqual(await panel.kinds(), [
      'Reaffirmed',
      'Pinches',
      'Extend',
      'Pivot',
      'Let go',
      'Rewritten',
      'Too loose',
      'First',
    ]);
    assert.equal(
      await panel.entries.nth(2).locator('ins').first().textContent(),
      ', so that they ride to school',
    );
  });

  it('strikes out removed words: without them each change reads as the statement at that time', async () => {
    const panel = await open();
    const shown = await panel.page.evaluate<
      string[]
    >(`[...document.querySelectorAll('.entry')].flatMap((entry) => {
      const words = entry.querySelector('.statement')?.cloneNode(true);
      if (!words?.querySelector('del, ins')) return [];
      for (const gone of words.querySelectorAll('del')) gone.remove();
      return [words.textContent];
    })`);
    const close = (words: string) => words.replace(/\s+/g, '');
    assert.deepEqual(shown.map(close), changedStatements(entries).map(close));
  });

  it('shows the answers of a review under their questions', async () => {
    const panel = await open();
    const [first, ...rest] = entries;
    const answers = { told: '<b>Samir</b>: I start on Monday.', missed: 'The night shift' };
    const answered = [...(first ? [{ ...first, answers }] : []), ...rest];
    await panel.send(historyMessage(answered, { known: rest }));
    const told = panel.entries.first().locator('.answers');
    await told.waitFor();
    assert.deepEqual(await told.locator('dt').allTextContents(), [
      'What one of them said',
      'Who would miss us',
    ]);
    assert.deepEqual(await told.locator('dd').allTextContents(), Object.values(answers));
  });

  it('shows who answered what in a round of consent, as text', async () => {
    const panel = await open();
    const [first, ...rest] = entries;
    const note = '2 of 2 agree.\n\n- <b>Ana</b>: agree\n- Bo: with reservations: <i>who</i> teaches?';
    const ratified = [...(first ? [{ ...first, kind: 'ratify', note }] : []), ...rest];
    await panel.send(historyMessage(ratified, { known: rest }));
    const voices = panel.entries.first().locator('.voices');
    await voices.waitFor();
    assert.deepEqual(await voices.locator('dt').allTextContents(), ['<b>Ana</b>', 'Bo']);
    assert.deepEqual(await voices.locator('.reason').allTextContents(), ['<i>who</i> teaches?']);
    assert.equal(await panel.entries.first().locator('.note').textContent(), '2 of 2 agree.');
  });

  it('shows every wording as text, never as markup', async () => {
    const panel = await open();
    const shown = await panel.locator('.entry .statement').allTextContents();
    assert.ok(
      shown.some((text) => text.includes(HOSTILE)),
      shown.join('\n'),
    );
    assert.equal(await panel.locator('main img, main script, main b').count(), 0);
    assert.equal(await panel.locator('.author', { hasText: 'Ben <b>Okafor</b>' }).count(), 1);
  });

  it('can be walked through by keyboard alone', async () => {
    const panel = await open();
    const { keyboard } = panel.page;
    await panel.locator('h1 button').focus();
    const walked = [await panel.focused()];
    while (walked.at(-1) !== 'head' && walked.length < 15) {
      await keyboard.press('Tab');
      walked.push(await panel.focused());
    }
    assert.deepEqual(walked, [
      ...['link', 'action primary', 'action', 'action', 'slider', 'slider', 'slider'],
      ...['summary', 'select', 'head'],
    ]);
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    assert.match(await panel.focusedText(), /^Extend/);
    await keyboard.press('Enter');
    assert.equal(await panel.locator(':focus').getAttribute('aria-expanded'), 'true');
    await keyboard.press('Tab');
    assert.equal(await panel.focusedText(), 'Compare with before');
    await keyboard.press('Shift+Tab');
    await keyboard.press('Enter');
    assert.equal(await panel.locator('.entry .actions').count(), 0);
  });

  it('reads the trend lines out point by point, and leads to their entries', async () => {
    const panel = await open();
    const { keyboard } = panel.page;
    for (const name of ['Reading grade over time', 'Vague per 100 over time'])
      assert.equal(await panel.page.getByRole('slider', { name, exact: true }).count(), 1);
    const slider = panel.page.getByRole('slider', { name: 'Words over time', exact: true });
    await slider.focus();
    assert.equal(await slider.getAttribute('aria-valuenow'), '4');
    await keyboard.press('Home');
    assert.equal(await slider.getAttribute('aria-valuenow'), '1');
    assert.equal(await slider.getAttribute('aria-valuetext'), '8');
    assert.match(
      (await panel.locator('[aria-live=polite]').textContent()) ?? '',
      /2025: First by Ada Birch$/,
    );
    await keyboard.press('Enter');
    assert.match(await panel.focusedText(), /^First/);
    await panel.locator('.table summary').press('Enter');
    await panel.locator('tbody tr').first().waitFor();
    assert.equal(await panel.locator('tbody tr').count(), 4);
  });

  it('offers each action of an entry by keyboard, and keeps the focus on it', async () => {
    const panel = await open();
    const { keyboard } = panel.page;
    const entry = panel.entries.nth(5);
    await entry.locator('.head').focus();
    await keyboard.press('Enter');
    const names: string[] = [];
    while (names.at(-1) !== 'Copy' && names.length < 9) {
      await keyboard.press('Tab');
      names.push((await entry.locator('.more :focus').textContent()) ?? '');
    }
    assert.deepEqual(names, [
      ...['Compare with now', 'Compare with before', 'Compare with…'],
      ...['Restore', 'Add a note…', 'Copy'],
    ]);
    await keyboard.press('Enter');
    const key = entries[5]?.key;
    await panel.posts({ type: 'act', document: DOCUMENT, key, action: 'copy' });
    await panel.send(messages.said('Copied.'));
    await panel.locator('[role=status]', { hasText: 'Copied.' }).waitFor();
    assert.equal(await panel.focusedText(), 'Copy');
  });

  it('shows the date of an entry beside its age, and the first value of each line beside the last', async () => {
    const panel = await open();
    const last = panel.entries.last();
    assert.match((await last.locator('.when').textContent()) ?? '', /\b2025 · /);
    const words = panel.page.getByRole('slider', { name: 'Words over time', exact: true }).locator('.value');
    const [first, now] = [entries.at(-1), entries[0]].map((entry) => entry?.figures.words);
    assert.equal(await words.textContent(), `${first} → ${now}`);
  });

  it('asks which entry to compare with', async () => {
    const panel = await open();
    await panel.entries.last().locator('.head').click();
    await panel.entries.last().getByRole('button', { name: 'Compare with…' }).click();
    await panel.posts({ type: 'act', document: DOCUMENT, key: entries.at(-1)?.key, action: 'compare-other' });
  });

  it('sends each command on the purpose to the editor', async () => {
    const panel = await open();
    for (const [name, command] of [
      ['Note how it fits…', 'note'],
      ['Reaffirm…', 'reaffirm'],
      ['Pivot…', 'pivot'],
      ['team.purpose.md', 'open'],
    ] as const) {
      await panel.page.getByRole('button', { name }).click();
      await panel.posts({ type: 'command', document: DOCUMENT, command });
    }
  });

  it('is filtered by keyboard', async () => {
    const panel = await open();
    const { keyboard } = panel.page;
    await panel.locator('#filter').focus();
    await keyboard.type('Reaff');
    await panel.locator('[role=status]', { hasText: '1 of 8' }).waitFor();
    assert.deepEqual(await panel.kinds(), ['Reaffirmed']);
    await keyboard.press('Home');
    await panel.locator('.count', { hasText: '8 entries' }).waitFor();
  });

  it('shows only the entries of the filter, and their number', async () => {
    const panel = await open();
    await panel.locator('#filter').selectOption('notes');
    assert.deepEqual(await panel.kinds(), ['Pinches', 'Too loose']);
    assert.equal(await panel.locator('[role=status]').textContent(), '2 of 8');
    await panel.locator('#filter').selectOption('all');
    assert.equal(await panel.entries.count(), 8);
  });

  it('redraws only changed entries, and keeps the open entry and the focus', async () => {
    const panel = await open();
    await panel.entries.nth(3).locator('.head').click();
    await panel.page.evaluate("document.querySelectorAll('.entry')[3].dataset.mark = 'same'");
    const edited = withNote(entries, 1, 'Said later, by hand.');
    await panel.send(historyMessage(edited, { known: entries }));
    await panel.locator('.entry .note', { hasText: 'Said later, by hand.' }).waitFor();
    const fewer = edited.filter((_, at) => at !== 6);
    await panel.send(historyMessage(fewer, { known: edited, notices: ['broken.md: this cannot be read.'] }));
    await panel.locator('.count', { hasText: '7' }).waitFor();
    await panel.locator('.notice', { hasText: 'broken.md' }).waitFor();
    const marked = panel.locator('[data-mark=same] .head');
    assert.equal(await marked.getAttribute('aria-expanded'), 'true');
    assert.equal(await marked.evaluate((head) => head === head.ownerDocument.activeElement), true);
  });

  it('restores the filter and the open entry', async () => {
    const panel = await open();
    await panel.locator('#filter').selectOption('pivots');
    await panel.entries.first().locator('.head').click();
    await panel.entries.first().locator('.actions').waitFor();
    const again = await PanelPage.open({ state: await panel.kept() });
    await again.send(historyMessage(entries), messages.idle());
    await again.locator('.entry.open').waitFor();
    assert.equal(await again.locator('#filter').inputValue(), 'pivots');
  });
});
