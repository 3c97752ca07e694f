import assert from 'node:assert/strict';
import { readVoiceLine } from '../../../src/cocreate/voice-line';

describe('a typed line', () => {
  const read = (line: string, known?: readonly string[]) => {
    const { name, text } = readVoiceLine(line, known);
    return [name, text];
  };

  it('belongs to the person whose name begins it', () => {
    assert.deepEqual(read('Ana: We bake bread.'), ['Ana', 'We bake bread.']);
    assert.deepEqual(read('  Ana Maria da Silva : We bake: bread and rolls.'), [
      'Ana Maria da Silva',
      'We bake: bread and rolls.',
    ]);
    assert.deepEqual(read('Caro - We teach.'), ['Caro', 'We teach.']);
    assert.deepEqual(read('Zoë O’Neill – “We teach.”'), ['Zoë O’Neill', '“We teach.”']);
    assert.deepEqual(read('night shift: we teach.', ['Night shift']), ['night shift', 'we teach.']);
  });

  it('is a sentence if the colon or dash is inside it', () => {
    for (const line of [
      'We feed sailors well: that is all',
      'Our purpose: we feed sailors.',
      'Purpose: Feed sailors.',
      'Unser Zweck: Brot für alle.',
      'Bread - and rolls - for sailors.',
      'We: bake.',
      'Feed them well: bread.',
      'To serve: always.',
      'We bake.',
      'Ana:',
    ]) {
      assert.deepEqual(read(line), ['', line], line);
    }
  });
});
