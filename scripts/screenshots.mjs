// `npm run screenshots`: pictures of the running extension. `npm run screenshots -- NAME…` takes only those; `hover`
// means all whose names begin with it.
// A scene with `kept: true` is shown in the README: its light and its dark picture go to media/screenshots/, all others to
// out/screenshots/.

import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../out/host/outside/harness/open-workbench.mjs';

/** Settings that hide distractions in every picture. */
const calm = {
  'window.title': 'Purpose',
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.renderLineHighlight': 'none',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
};

const wide = { width: 1100, height: 640 };
const medium = { width: 900, height: 520 };
const tall = { width: 1000, height: 860 };
const narrow = { width: 520, height: 720 };

/** @type {(path: string) => (workbench: import('../test/host/harness/open-workbench').Workbench) => Promise<void>} */
const show = (path) => async (workbench) => {
  await workbench.openFile(path);
  // The window is still before the extension has started, too.
  await workbench.page.locator('.codelens-decoration a', { hasText: 'vague' }).first().waitFor();
};

/** Hides the side bar first: in a narrow window it would leave no room for the text. */
const showAlone = (path) => async (workbench) => {
  await show(path)(workbench);
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
};

/** Puts the cursor at a position of the file and runs a command there. */
const runAt = (path, place, command) => async (workbench) => {
  await showAlone(path)(workbench);
  await workbench.settle();
  await workbench.page.keyboard.press('Control+g');
  await workbench.page.keyboard.type(place);
  await workbench.page.keyboard.press('Enter');
  await workbench.runCommand(command);
};

/** Puts a copy of a purpose into README by the command of the palette. */
const share = async (workbench) => {
  const { page } = workbench;
  await workbench.openFile('harbour/harbour.purpose.md');
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  await workbench.runCommand('Purpose: Share Into File…');
  for (const answer of ['README.md', 'Quote']) {
    await page.locator('.quick-input-list .monaco-list-row', { hasText: answer }).first().click();
  }
  await page.locator('.view-line', { hasText: 'purpose:begin' }).waitFor();
};

const history = async (workbench) => {
  await workbench.openFile('repair-cafe.purpose.md');
  await workbench.runCommand('Purpose: Show Refinement History');
  // The tree below it would leave no room for the changes.
  await workbench.page
    .getByRole('button', { name: 'Purposes Section' })
    .click({ position: { x: 30, y: 10 } });
  await workbench.settle();
};

/** Answers from memory, by round. The last one is given in the editor, in today's round. */
const heardBefore = {
  '2026-01': ['We fix things for free.', 'Meeting people over old radios.', 'We repair what people bring.'],
  [new Date().toISOString().slice(0, 7)]: [
    'We mend lamps and radios with the neighbours.',
    'On Saturdays we repair with neighbours, so that they can do it themselves next time.',
    'Neighbours learn to mend what they bring.',
  ],
};

/** Quick inputs are known by their titles: a text that is typed too early would go into the one before. */
const inQuickInput = async ({ page }, title, text) => {
  const widget = page.locator('.quick-input-widget');
  await widget.locator('.quick-input-title', { hasText: title }).waitFor();
  await widget.locator('.quick-input-box input').fill(text);
  await widget.locator('.quick-input-box input').press('Enter');
};

const heard = async (workbench) => {
  for (const [round, texts] of Object.entries(heardBefore)) {
    const folder = join(workbench.workspace, '.purpose', 'repair-cafe', 'heard', round);
    mkdirSync(folder, { recursive: true });
    texts.forEach((text, at) => {
      writeFileSync(join(folder, `${at}.md`), `---\nversion: 1\ndate: ${round}-05\n---\n\n${text}\n`);
    });
  }
  await workbench.openFile('repair-cafe.purpose.md');
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  await workbench.runCommand('Purpose: Ask What They Heard…');
  await inQuickInput(workbench, 'What they heard', 'Without a name');
  await inQuickInput(workbench, 'From memory', 'We mend things together, and they know how afterwards.');
  const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await page.locator('h1', { hasText: 'What was heard' }).waitFor();
};

/**
 * The scenes, each taken in every theme. `steps` gets the workbench of test/host/harness/open-workbench.ts.
 * @type {{ name: string, kept?: boolean, size: { width: number, height: number }, steps: Function }[]}
 */
const scenes = [
  { name: 'lint', kept: true, size: wide, steps: show('grand-plans.purpose.md') },
  {
    name: 'hover',
    kept: true,
    size: medium,
    steps: runAt('grand-plans.purpose.md', '7:8', 'Show or Focus Hover'),
  },
  {
    name: 'light-bulb',
    kept: true,
    size: medium,
    steps: runAt('grand-plans.purpose.md', '7:8', 'Quick Fix...'),
  },
  { name: 'history', kept: true, size: tall, steps: history },
  { name: 'share', kept: true, size: medium, steps: share },
  { name: 'heard', kept: true, size: wide, steps: heard },
  { name: 'narrow', size: narrow, steps: showAlone('grand-plans.purpose.md') },
  // The lens and the colours of a statement, with the legend of the colours.
  { name: 'statement', size: medium, steps: runAt('repair-cafe.purpose.md', '8:50', 'Show or Focus Hover') },
];

/** @type {('light'|'dark'|'high-contrast'|'high-contrast-light')[]} */
const themes = ['light', 'dark', 'high-contrast', 'high-contrast-light'];

const shots = scenes.flatMap(({ name, kept, ...scene }) =>
  themes.map((theme) => ({
    ...scene,
    name: `${name}-${theme}`,
    theme,
    kept: kept && !theme.startsWith('high-contrast'),
  })),
);

const wanted = process.argv.slice(2);
/** @type {(name: string) => boolean} A name, or a prefix of several: `hover` is hover-light, hover-dark … */
const isWanted = (name) =>
  wanted.length === 0 || wanted.some((one) => name === one || name.startsWith(`${one}-`));
const unknown = wanted.filter(
  (name) => !shots.some((shot) => shot.name === name || shot.name.startsWith(`${name}-`)),
);
if (unknown.length > 0) {
  console.error(
    `There is no shot ${unknown.join(', ')}. There are: ${shots.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

for (const { name, kept, theme, size, steps } of shots) {
  if (!isWanted(name)) continue;
  const folder = kept ? 'media/screenshots' : 'out/screenshots';
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  const workbench = await openWorkbench({ workspace: 'examples', theme, ...size, settings: calm });
  try {
    await steps(workbench);
    await workbench.settle();
    await workbench.page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    console.log(`${path}  ${Math.round(statSync(path).size / 1024)} KB`);
  } finally {
    await workbench.close();
  }
}
process.exit(0);
