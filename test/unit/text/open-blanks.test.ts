import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hasOpenBlank, openBlanks, replaceBlanks } from '../../../src/text/open-blanks';

const BLANKS = [
  '{{who}}',
  '{{ the people we serve }}',
  '{{}}',
  '{{...}}',
  '{{name(s)}}',
  '{{team_name}}',
  '{{who, e.g. sailors}}',
  '{{Who? (age, place)}}',
  '{{Does the Node.js team use it (every day)?}}',
  '{{¿Quién lo usa?}}',
  '{{“for whom”}}',
  '{{if any, the date}}',
  '{{the end of the year}}',
  '{{he/she}}',
  '{{end}}',
  '{{谁}}',
] as const;

const CODE = [
  '{{< /admonition >}}',
  '{{< figure src="a.png" title="The bakery?" >}}',
  '{{% notice tip %}}',
  '{{ site.title }}',
  '{{ .Site.Title }}',
  '{{ partial "head.html" . }}',
  '{{ with .Params.who }}',
  '{{- range .Pages -}}',
  '{{ endif }}',
  '{{ "about" | relative_url }}',
  '{{ page.date | date: "%Y" }}',
  "{{ url_for('index') }}",
  "{{ $t('home.title') }}",
  '{{ isOpen ? yes : no }}',
  '{{#if people}}',
  '{{/if}}',
  '{{> header}}',
  '{{!-- a comment --}}',
  '{{ people[0] }}',
  '{{ count + items.length }}',
  '{{Infobox team|name=Bakers}}',
  '{{ cookiecutter.project_name }}',
  `$${'{{ secrets.TOKEN }}'}`,
  `$${'{{ inputs }}'}`,
  '{{{ body }}}',
  "style={{marginTop: '1rem'}}",
  "{{ color: 'red' }}",
  '[the rules]({{ rules }})',
] as const;

describe('openBlanks', () => {
  for (const text of BLANKS) {
    it(`takes ${text} for a blank`, () => {
      const sentence = `We bake for ${text}.`;
      assert.deepEqual(
        openBlanks(sentence).map(({ start, end }) => sentence.slice(start, end)),
        [text],
      );
      assert.equal(
        replaceBlanks(sentence, () => 'sailors'),
        'We bake for sailors.',
      );
    });
  }

  for (const text of CODE) {
    it(`takes ${text} for the code of a site generator`, () => {
      assert.deepEqual(openBlanks(`We bake. ${text} So that sailors eat.`), []);
    });
  }

  it('finds a blank beside code', () => {
    assert.deepEqual(
      openBlanks('{{ site.title }} bakes for {{ who }} {{< toc >}}').map(({ name }) => name),
      ['who'],
    );
    assert.equal(hasOpenBlank('{{ site.title }} bakes.'), false);
  });

  it('keeps all text outside the blanks', () => {
    const piece = fc.constantFrom('{{', '}}', '{', '}', 'who', ' ', '.', '<', '%', '\n', '$', '{{a}}');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const blanks = openBlanks(text);
        const outside = [0, ...blanks.map(({ end }) => end)].map((from, at) =>
          text.slice(from, blanks[at]?.start),
        );
        assert.equal(
          replaceBlanks(text, () => ''),
          outside.join(''),
        );
        assert.equal(
          replaceBlanks(text, ({ start, end }) => text.slice(start, end)),
          text,
        );
      }),
    );
  });
});
