import assert from 'node:assert/strict';
import { placeRediscovery, type RediscoveredFile } from '../../../../src/editor/guided/place-rediscovery';
import { Questionnaire } from '../../../../src/templates/questionnaire';
import { RediscoverSession } from '../../../../src/templates/rediscovery';
import { applyEdits, type TextEdit } from '../../../../src/text/text-edit';

const TEXT = '# Team\n\n> We mend bicycles with children.\n\n## Story\n\nIt began in May.\n';
const ANSWERS = {
  'statement.fit': 'children',
  'statement.text': 'We mend bicycles with teenagers.',
  'section-1.text': 'It began with one bicycle.',
};

function answered(): RediscoverSession {
  const session = RediscoverSession.start(TEXT);
  const { questions, state } = session.questionnaire;
  return session.with(new Questionnaire(questions, { ...state, answers: ANSWERS }));
}

class File implements RediscoveredFile {
  shown = '';
  isReadOnly = false;
  canNote = true;
  /** What happens while the note is recorded. */
  meanwhile = () => {};

  constructor(public now = TEXT) {}

  text() {
    return this.now;
  }

  async edit(edits: readonly TextEdit[]) {
    if (!this.isReadOnly) this.now = applyEdits(this.now, edits);
    return !this.isReadOnly;
  }

  async note() {
    this.meanwhile();
    return this.canNote;
  }

  async show(text: string) {
    this.shown += text;
  }
}

describe('the results of a rediscovery', () => {
  it('are put in their places although the user types while the note is recorded', async () => {
    const file = new File();
    const typed = TEXT.replace('# Team', '# Team of Leith');
    file.meanwhile = () => {
      file.now = typed;
    };
    await placeRediscovery(answered(), file);
    assert.equal(
      file.now,
      typed.replace('children', 'teenagers').replace('began in May', 'began with one bicycle'),
    );
    assert.equal(file.shown, '');
  });

  it('are all shown if the file cannot be edited, also if a part of it was changed meanwhile', async () => {
    const file = new File(TEXT.replace('in May', 'in June'));
    file.isReadOnly = true;
    assert.equal(await placeRediscovery(answered(), file), undefined);
    assert.match(file.shown, /one bicycle/);
    assert.match(file.shown, /with teenagers/);
  });

  it('are shown where they have no place: a changed part, and a note that cannot be recorded', async () => {
    const file = new File(TEXT.replace('in May', 'in June'));
    file.canNote = false;
    const result = await placeRediscovery(answered(), file);
    assert.deepEqual(
      result?.unplaced.map(({ part }) => part.name),
      ['Story'],
    );
    assert.equal(
      file.shown,
      '# What pinches\n\nStatement: children\n## Story\n\nIt began with one bicycle.\n',
    );
  });
});
