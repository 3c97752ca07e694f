import assert from 'node:assert/strict';
import { statementFigures } from '../../../src/lint/statement-figures';
import { recordRefinement } from '../../unit/support/recording';
import { axeFinds } from '../support/browser';
import { type Entries, entriesOf, historyMessage, messages } from '../support/panel-messages';
import { PanelPage, THEMES } from '../support/panel-page';

const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselanhängerherstellerverband';
const RIGHT_TO_LEFT = 'אנחנו מתקנים אופניים עם ילדים בלית, كي يركبوا إلى المدرسة.';
const WORDINGS = [
  'We <img src=x onerror=alert(1)> and </script><script>alert(2)</script> mend.',
  `${LONG_WORD.repeat(3)} https://example.org/${'a'.repeat(300)} done.`,
  RIGHT_TO_LEFT,
  'We 🚲👩‍👩‍👧‍👦 mend 🏴󠁧󠁢󠁳󠁣󠁴󠁿 bikes with kids.',
  `We mend ${'bicycles with children, '.repeat(1666)}and rest.`,
];

/** A history of these wordings, one a day, by an author with a long name unless another is given. */
function entriesFrom(wordings: readonly string[], author = LONG_WORD): Promise<Entries> {
  return entriesOf(async (files, path) => {
    for (const [at, plain] of wordings.entries()) {
      const markdown = plain.replaceAll('<', '\\<');
      await files.write(path, new TextEncoder().encode(`> ${markdown}\n`));
      const now = new Date(Date.UTC(2025, 0, at + 1));
      const statement = { plain, markdown };
      await recordRefinement(files, path, { statement, author, now, figuresOf: statementFigures });
    }
  });
}

/** The same entries; the newest is a ratification with an answer of each kind. */
function withRound([newest, ...rest]: Entries): Entries {
  const note = `3 of 4 agree.\n\n- Ana: agree\n- Bartholomew Okonkwo-Fitzgerald: with reservations: ${LONG_WORD}\n- Caro: stand aside\n- Dee: object: "many" hides the night shift, and nobody asked those who work in it`;
  return newest ? [{ ...newest, kind: 'ratify', note }, ...rest] : [];
}

describe('the look of the history', () => {
  let entries: Entries;
  let hostile: Entries;
  before(async () => {
    entries = withRound(await entriesOf());
    hostile = await entriesFrom(WORDINGS);
  });

  for (const theme of THEMES) {
    it(`passes axe and never scrolls sideways, narrow and wide: ${theme}`, async () => {
      const panel = await PanelPage.open({ theme, width: 600 });
      await panel.send(historyMessage(entries), messages.idle());
      await panel.locator('.entry .head').nth(2).click();
      await panel.locator('.table summary').click();
      for (const width of [600, 250]) {
        await panel.page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await axeFinds(panel.page, 'main'), []);
        assert.equal(await panel.overflows(), false, `It scrolls sideways at ${width} pixels.`);
      }
    });

    it(`shows any statement as text, narrow: ${theme}`, async () => {
      const panel = await PanelPage.open({ theme, width: 250 });
      await panel.send(historyMessage(hostile), messages.idle());
      await panel.locator('.count', { hasText: `${WORDINGS.length} ` }).waitFor();
      assert.equal(await panel.overflows(), false);
      assert.equal(await panel.locator('main img, main script').count(), 0);
      // The buttons are on screen beside the statement, however long it is.
      const pivot = await panel.page.getByRole('button', { name: 'Pivot…' }).boundingBox();
      assert.ok(pivot && pivot.y + pivot.height < 700, `The actions of the card are at ${pivot?.y} pixels.`);
      for (let at = 0; at < WORDINGS.length; at++) {
        await panel.entries.nth(at).locator('.head').focus();
        await panel.page.keyboard.press('Enter');
        await panel.entries.nth(at).locator('.actions').waitFor();
        assert.equal(await panel.overflows(), false);
      }
      await panel.entries
        .last()
        .getByText(WORDINGS[0] ?? '')
        .waitFor();
      assert.deepEqual(await axeFinds(panel.page, 'main'), []);
    });
  }

  it('shows two entries if it is narrow and low, and unfolds what it folded', async () => {
    const panel = await PanelPage.open({ width: 250, height: 560 });
    const long = await entriesFrom(
      [
        'We lend many drills, ladders and saws to people.',
        'We lend drills and saws to the quarter on Thursdays.',
        'We lend drills and saws to the quarter on Thursdays, so that nobody buys one for a single hole.',
      ],
      'Ada Birch',
    );
    await panel.send(historyMessage(long), messages.idle());
    const second = await panel.entries.nth(1).boundingBox();
    assert.ok(
      second && second.y + second.height <= 560,
      `The second entry ends at ${JSON.stringify(second)}.`,
    );
    const fold = panel.locator('.fold > summary');
    assert.match((await fold.textContent()) ?? '', /Reading grade [\d.]+ → [\d.]+ · .* · Words 9 → 19/);
    assert.equal(await panel.page.getByRole('slider').first().isVisible(), false);
    await fold.press('Enter');
    await panel.page.getByRole('slider').first().waitFor();
    const before = await panel.locator('.now').boundingBox();
    await panel.page.getByRole('button', { name: 'Show all of it' }).press('Enter');
    const whole = panel.page.getByRole('button', { name: 'Show less' });
    assert.equal(await whole.getAttribute('aria-expanded'), 'true');
    const after = await panel.locator('.now').boundingBox();
    assert.ok(after && before && after.height > before.height);
    await panel.page.setViewportSize({ width: 600, height: 560 });
    await panel.page.getByRole('slider').first().waitFor();
    assert.equal(await fold.isVisible(), false);
  });

  it('writes a statement from right to left if its letters are', async () => {
    for (const [wording, expected] of [
      [RIGHT_TO_LEFT, 'rtl'],
      ['We mend bicycles.', 'ltr'],
    ] as const) {
      const panel = await PanelPage.open();
      await panel.send(historyMessage(await entriesFrom([wording])), messages.idle());
      for (const selector of ['.now', '.entry .statement']) {
        const direction = await panel
          .locator(selector)
          .evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).direction);
        assert.equal(direction, expected, `${selector}: ${wording}`);
      }
    }
  });
});
