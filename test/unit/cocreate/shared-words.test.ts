import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sharedWords } from '../../../src/cocreate/shared-words';

const summary = (voices: { name: string; text: string }[]) =>
  sharedWords(voices).map(({ forms, voices: who }) => `${forms.join('/')}: ${who.join(' ')}`);

describe('sharedWords', () => {
  it('finds what voices share by meaning, in their own words', () => {
    const voices = [
      { name: 'Ana', text: 'We teach children to bake bread.' },
      { name: 'Bo', text: 'Baking with each child, and teaching [them](https://bread.org/garden).' },
      { name: 'Cy', text: 'A garden. Bread for the street!' },
    ];
    assert.deepEqual(
      summary(voices),
      ['teach/teaching: Ana Bo', 'children/child: Ana Bo', 'bake/Baking: Ana Bo', 'bread/Bread: Ana Cy'].map(
        (line) => line.replace('bread/Bread', 'bread'),
      ),
    );
  });

  it('finds pairs, and their single words only if these occur alone', () => {
    const voices = [
      { name: 'Ana', text: 'We run build machines for engineers.' },
      { name: 'Bo', text: 'The build-machine crew serves engineers.' },
    ];
    assert.deepEqual(summary(voices), ['build machines/build-machine: Ana Bo', 'engineers: Ana Bo']);
    const alone = [...voices, { name: 'Cy', text: 'Each machine counts.' }];
    assert.deepEqual(summary(alone)[0], 'machine/machines: Ana Bo Cy');
  });

  it('does not count what one voice says twice', () => {
    assert.deepEqual(
      summary([
        { name: 'Ana', text: 'Bread and bread.' },
        { name: 'Bo', text: 'Cake.' },
      ]),
      [],
    );
  });

  it('gives each place in the voice’s own text', () => {
    const text = fc.array(
      fc.constantFrom('bread', 'Breads', 'we', 'bake', 'baking', '🥐', '\n> ', '[a](b)', '-'),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        const voices = texts.map((words, index) => ({ name: `v${index}`, text: words.join(' ') }));
        for (const { forms, voices: who, places } of sharedWords(voices)) {
          assert.ok(who.length >= 2);
          assert.deepEqual([...new Set(places.map(({ voice }) => `v${voice}`))], who);
          const lower = forms.map((form) => form.toLowerCase());
          for (const { voice, start, end } of places) {
            assert.ok(lower.includes((voices[voice]?.text ?? '').slice(start, end).toLowerCase()));
          }
        }
      }),
    );
  });
});
