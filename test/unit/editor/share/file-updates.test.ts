import assert from 'node:assert/strict';
import { FileUpdates, type UpdateAccess } from '../../../../src/editor/share/file-updates';
import { updateCopies } from '../../../../src/share/update-copies';
import { applyEdits, type TextEdit } from '../../../../src/text/text-edit';

const copy = (name: string, text: string) =>
  `<!-- purpose:begin ${name}.purpose.md -->\n> ${text}\n<!-- purpose:end -->\n`;
const README = `# Readme\n\nIntroduction.\n\n${copy('a', 'Old A.')}\n${copy('b', 'Old B.')}`;

/** An open file with copies, which refuses edits of another text, as the editor does. */
class Readme implements UpdateAccess {
  isDirty = false;
  canSave = true;
  text = README;
  saves = 0;
  /** What happens while the purposes are read. */
  meanwhile = () => {};

  constructor(private readonly names = ['a', 'b']) {}

  /** The access of an update that concerns some of the purposes. */
  of(...names: string[]): UpdateAccess {
    return { look: async () => this.look(names), edit: (edits) => this.edit(edits) };
  }

  async look(names = this.names) {
    const { text } = this;
    await undefined;
    this.meanwhile();
    const statements = (path: string) => ({ plain: `We are ${path.slice(3, 4).toUpperCase()}.` });
    const { edits } = updateCopies(text, { file: '/w/README.md', root: '/w' }, statements);
    return {
      text,
      edits: edits.filter(({ path }) => names.some((name) => path === `/w/${name}.purpose.md`)),
    };
  }

  async edit(edits: readonly TextEdit[]) {
    const { text } = this;
    await undefined;
    if (this.text !== text) return 'changed' as const;
    this.text = applyEdits(text, edits);
    this.isDirty = true;
    return 'done' as const;
  }

  getText() {
    return this.text;
  }

  async save() {
    const { text } = this;
    await new Promise(setImmediate);
    if (!this.canSave) return false;
    this.saves++;
    this.isDirty = this.text !== text;
    return true;
  }
}

const UPDATED = README.replace('Old A.', 'We are A.').replace('Old B.', 'We are B.');

describe('an update of the copies in a file', () => {
  it('changes only the copies, although the user types meanwhile, and leaves it to the user to save', async () => {
    const readme = new Readme();
    readme.meanwhile = () => {
      readme.text = README.replace('Introduction.', 'Introduction, with more words.');
      readme.isDirty = true;
    };
    assert.equal(await new FileUpdates().update('readme', readme, readme), 'updated');
    assert.equal(readme.text, UPDATED.replace('Introduction.', 'Introduction, with more words.'));
    assert.equal(readme.saves, 0);
  });

  it('gives up while the user types on and on', async () => {
    const readme = new Readme();
    readme.meanwhile = () => {
      readme.text += '.';
    };
    assert.equal(await new FileUpdates().update('readme', readme, readme), 'changed');
    assert.match(readme.text, /Old A/);
  });

  it('runs after another one of the same file, so that both are saved', async () => {
    const readme = new Readme();
    const updates = new FileUpdates();
    const outcomes = await Promise.all(
      ['a', 'b'].map((name) => updates.update('readme', readme, readme.of(name))),
    );
    assert.deepEqual(outcomes, ['updated', 'updated']);
    assert.equal(readme.text, UPDATED);
    assert.equal(readme.isDirty, false);
  });

  it('says if the file could not be saved, and does nothing without an outdated copy', async () => {
    const readme = new Readme();
    readme.canSave = false;
    assert.equal(await new FileUpdates().update('readme', readme, readme), 'unsaved');
    assert.equal(await new FileUpdates().update('readme', readme, readme), 'unchanged');
  });
});
