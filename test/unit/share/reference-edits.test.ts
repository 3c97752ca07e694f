import assert from 'node:assert/strict';
import { isPurposePath } from '../../../src/files/purpose-name';
import { ReferenceEdits } from '../../../src/share/reference-edits';
import { applyEdits } from '../../../src/text/text-edit';

const README = '# Readme\n\nIntroduction.\n\n<!-- purpose:begin team.purpose.md -->\n<!-- purpose:end -->\n';
const moves = [{ from: '/w/team.purpose.md', to: '/w/crew.purpose.md' }];

describe('the references to a renamed purpose', () => {
  it('are edited in the text that an open file has by the end, and in the one that was read of others', () => {
    const found = new ReferenceEdits(moves, isPurposePath);
    for (const name of ['README.md', 'docs.md']) found.add(`/w/${name}`, README);
    found.add('/w/other.md', 'No reference.\n');
    const typed = README.replace('Introduction.', 'Introduction.\n\nAnd a new paragraph.');
    const edited = found
      .all((path) => (path === '/w/README.md' ? typed : undefined))
      .map(({ path, text, edits }) => [path, applyEdits(text, edits)]);
    assert.deepEqual(edited, [
      ['/w/README.md', typed.replace('team', 'crew')],
      ['/w/docs.md', README.replace('team', 'crew')],
    ]);
  });
});
