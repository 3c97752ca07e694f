import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { exportBadge } from '../../../src/export/badge';
import { gatherPage } from '../../../src/export/gather-page';
import { exportHtml } from '../../../src/export/html-page';
import { exportMarkdown } from '../../../src/export/markdown-page';
import type { PageContent } from '../../../src/export/page-content';
import { DARK, LIGHT, PRINT } from '../../../src/export/palette';
import { exportSvg } from '../../../src/export/picture';
import { shortStory } from '../../../src/export/story-entries';
import { parsePurpose } from '../../../src/statement/document';

const content: PageContent = {
  title: 'Build-machine team',
  kind: 'team',
  statement: { plain: 'We run the machines.' },
  who: 'Any engineer',
  change: 'Ships within the hour',
  story: [
    { date: '2026-02-01T10:00:00Z', author: 'Ada', kind: 'Trimmed', statement: 'We run.', note: 'Shorter.' },
  ],
  source: 'team.purpose.md',
  made: '2026-11-22T12:00:00Z',
};

const hostile =
  '<img src=x onerror=alert(1)></script><script>alert(1)</script>]]>"\'<!-- purpose:end -->--> & &amp; \u202Eevil\u0000\u0008\uFFFE\uD800 [x](javascript:alert(1))';

const everywhere: PageContent = {
  title: hostile,
  lang: hostile,
  kind: hostile,
  statement: { plain: hostile, markdown: hostile },
  who: hostile,
  change: hostile,
  story: [{ date: hostile, author: hostile, kind: hostile, statement: hostile, note: hostile }],
  skipped: 2,
  source: hostile,
  made: hostile,
};

/** Relative luminance and contrast as defined by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The names of all tags; checks that each opened one is closed. */
function tagsOf(markup: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const body = markup.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<!doctype html>|<\?xml[^>]*\?>/, '');
  for (const [, close, name = '', self] of body.matchAll(/<(\/?)([a-z1-6]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close) assert.equal(open.pop(), name);
    else {
      names.push(name);
      if (!self && name !== 'meta') open.push(name);
    }
  }
  assert.deepEqual(open, []);
  assert.doesNotMatch(body.replace(/<\/?[a-z1-6]+(?:\s[^<>]*?)?\/?>/g, ''), /[<>]/);
  return names;
}

const OURS_IN_HTML = new Set(
  'html head meta title body main header p h1 blockquote dl div dt dd section h2 ol li strong time span bdi footer'.split(
    ' ',
  ),
);

describe('exported page', () => {
  it('keeps every colour readable on its paper (WCAG AA)', () => {
    assert.ok(Math.abs(contrast('#000000', '#ffffff') - 21) < 1e-9);
    for (const palette of [LIGHT, DARK, PRINT]) {
      for (const colour of [palette.ink, palette.muted, palette.accent]) {
        assert.ok(contrast(colour, palette.paper) >= 4.5, `${colour} on ${palette.paper}`);
      }
    }
  });

  it('uses no colour but those of its palettes', () => {
    const known = new Set([LIGHT, DARK, PRINT].flatMap((palette) => Object.values(palette)));
    for (const document of [exportHtml(content), exportSvg(content)]) {
      for (const [colour] of document.matchAll(/#[\da-f]{3,8}\b/gi)) assert.ok(known.has(colour), colour);
      assert.doesNotMatch(document, /rgba?\(|hsla?\(/);
    }
  });

  it('shows title, statement, whom it serves, what changes and the story under right headings', () => {
    const page = exportHtml(content);
    tagsOf(page);
    assert.match(page, /^<!doctype html>\n<html lang="en" dir="ltr">/);
    assert.match(page, /<title>Build-machine team<\/title>/);
    assert.deepEqual(
      [...page.matchAll(/<h(\d)/g)].map(([, level]) => level),
      ['1', '2'],
    );
    assert.match(page, /<blockquote class="statement">\n<p dir="auto">We run the machines\.<\/p>/);
    assert.match(page, /Whom it serves<\/dt><dd dir="auto">Any engineer</);
    assert.match(page, /What changes<\/dt><dd dir="auto">Ships within the hour</);
    assert.match(page, /<time datetime="2026-02-01">February 1, 2026<\/time>, <bdi>Ada<\/bdi>/);
    assert.match(page, /<p class="note" dir="auto">Shorter\.<\/p>/);
    assert.match(page, /From <bdi>team\.purpose\.md<\/bdi>, November 22, 2026/);
  });

  it('loads nothing and runs nothing', () => {
    for (const document of [exportHtml(everywhere), exportHtml(content)]) {
      assert.deepEqual(
        tagsOf(document).filter((name) => !OURS_IN_HTML.has(name)),
        [],
      );
      assert.doesNotMatch(document, /url\(|@import|<link|<img|<script/i);
    }
    assert.match(
      exportHtml(content),
      /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/,
    );
    const picture = exportSvg(everywhere);
    assert.deepEqual([...new Set(tagsOf(picture))].sort(), ['desc', 'rect', 'svg', 'text', 'title']);
    assert.doesNotMatch(picture, /\bhref\b|url\(|<style|<image/);
  });

  it('contains no character that XML forbids and no bidirectional control', () => {
    for (const document of [exportHtml(everywhere), exportSvg(everywhere), exportMarkdown(everywhere)]) {
      // A text with a lone surrogate does not survive UTF-8.
      assert.equal(new TextDecoder().decode(new TextEncoder().encode(document)), document);
      assert.doesNotMatch(document, /(?!\n)\p{Cc}|[\uFFFE\u202E]/u);
    }
  });

  it('is written in the language of the purpose, its own words marked as English', () => {
    const german = exportHtml({ ...content, lang: 'de-at', statement: { plain: 'Wir helfen.' } });
    assert.match(german, /<html lang="de-AT" dir="ltr">/);
    assert.match(german, /1\. Februar 2026/);
    assert.match(german, /<dt lang="en" dir="ltr">Whom it serves/);
    assert.match(exportHtml({ ...content, lang: 'ar' }), /<html lang="ar" dir="rtl">/);
    assert.match(exportSvg({ ...content, lang: 'ar' }), /direction="rtl"/);
    assert.match(exportHtml({ ...content, lang: 'no language' }), /<html lang="en" dir="ltr">/);
  });

  it('shows paragraphs as paragraphs and omits empty sections', () => {
    const bare = exportHtml({ title: 'T', statement: { plain: 'One. Two.', markdown: 'One.\n\n*Two*.' } });
    assert.match(bare, /<p dir="auto">One\.<\/p>\n<p dir="auto">Two\.<\/p>/);
    assert.doesNotMatch(bare, /<dl>|<section|<footer|class="kind"/);
  });
});

describe('exported picture', () => {
  const sizesAndEnds = (svg: string) =>
    [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"/g)].map(([, x, y, size]) => ({
      x: Number(x),
      y: Number(y),
      size: Number(size),
    }));

  it('has a title and a description, and every word of the statement in order', () => {
    const plain = 'We run the build machines so that any product engineer here can ship a tested change.';
    const svg = exportSvg({ title: 'T', statement: { plain } });
    tagsOf(svg);
    assert.match(svg, /role="img" aria-labelledby="title desc"/);
    assert.match(svg, /<title id="title">T<\/title>\n<desc id="desc">We run the build machines/);
    const lines = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    assert.equal(lines.slice(1).join(' '), plain);
  });

  it('keeps every line inside at any length, and grows taller if needed', () => {
    const word = fc.stringMatching(/^[A-Za-z]{1,30}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 400 }),
        fc.array(word, { maxLength: 30 }),
        (words, who) => {
          const svg = exportSvg({ title: 'T', statement: { plain: words.join(' ') }, who: who.join(' ') });
          const height = Number(/ height="(\d+)"/.exec(svg)?.[1]);
          const lines = sizesAndEnds(svg);
          for (const { x, y, size } of lines) assert.ok(x >= 0 && y - size >= 0 && y + size * 0.3 <= height);
          const statement = lines.slice(1);
          for (const [at, line] of statement.entries()) {
            const next = statement[at + 1];
            if (next && next.x === line.x) assert.ok(next.y > line.y);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('sets a short statement larger than a long one', () => {
    const largest = (plain: string) =>
      Math.max(...sizesAndEnds(exportSvg({ title: 'T', statement: { plain } })).map(({ size }) => size));
    assert.ok(largest('We care.') > largest('We care for many things. '.repeat(20)));
  });
});

describe('exported Markdown', () => {
  it('reads as the page does', () => {
    assert.equal(
      exportMarkdown(content),
      `# Build-machine team

> We run the machines.

**Whom it serves:** Any engineer

**What changes:** Ships within the hour

## Its story so far

- **Trimmed**, February 1, 2026, Ada
  > We run.

  Shorter.

From team.purpose.md, November 22, 2026
`,
    );
  });

  it('shows hostile text as text', () => {
    const tree = fromMarkdown(exportMarkdown({ ...everywhere, statement: { plain: hostile } }));
    const types = new Set<string>();
    const visit = (node: { type: string; children?: unknown[] }): void => {
      types.add(node.type);
      for (const child of node.children ?? []) visit(child as typeof node);
    };
    visit(tree);
    for (const type of ['html', 'link', 'image', 'code', 'definition']) assert.ok(!types.has(type), type);
    assert.ok(textOf(tree).includes('<img src=x onerror=alert(1)>'));
  });
});

describe('gatherPage', () => {
  it('takes title, kind, language, whom it serves and what changes from the file', () => {
    const file = parsePurpose(
      '---\nkind: team\nlang: en-GB\n---\n# Builders\n\n> We run the build machines so that any product engineer here can ship a tested change within the hour.\n',
    );
    const page = gatherPage(file, '/w/team.purpose.md', { entries: [], skipped: 0 }, new Date(0));
    assert.equal(page?.title, 'Builders');
    assert.equal(page?.kind, 'team');
    assert.equal(page?.lang, 'en-GB');
    assert.match(page?.who ?? '', /engineer/);
    assert.match(page?.change ?? '', /^[A-Z].*within the hour$/);
    assert.equal(page?.source, 'team.purpose.md');
  });

  it('has no page without a statement', () => {
    const none = { entries: [], skipped: 0 };
    assert.equal(
      gatherPage(parsePurpose('# Only a title\n'), '/w/a.purpose.md', none, new Date(0)),
      undefined,
    );
  });
});

describe('shortStory', () => {
  const entry = (day: number, more: object = {}) => ({
    kind: 'refine',
    time: `2026-01-${String(day).padStart(2, '0')}T00:00:00Z`,
    author: 'Ada',
    statement: `We ${day}.`,
    note: '',
    change: { kind: 'trim' as const },
    ...more,
  });

  it('describes it from the first entry on, in words', () => {
    const newestFirst = [
      { kind: 'working', author: '', statement: 'Now', note: '', change: { kind: 'nip' as const } },
      entry(3, { kind: 'note', fit: 'tight', note: ' Too much. ', change: undefined }),
      entry(2, { change: undefined }),
      entry(1, { change: { kind: 'start' } }),
    ];
    assert.deepEqual(shortStory(newestFirst), {
      entries: [
        { date: '2026-01-01T00:00:00Z', author: 'Ada', kind: 'First put into words', statement: 'We 1.' },
        { date: '2026-01-03T00:00:00Z', author: 'Ada', kind: 'Too tight', note: 'Too much.' },
      ],
      skipped: 0,
      reviewed: '2026-01-03T00:00:00Z',
    });
  });

  it('has a line for each answer of a ratification', () => {
    const note = '2 of 2 agree.\n\n- Ana: agree\n- Bo: with reservations: *who* teaches?';
    const { entries } = shortStory([entry(1, { kind: 'ratify', note, change: undefined })]);
    assert.equal(entries[0]?.note, '2 of 2 agree.\nAna: agree\nBo: with reservations: *who* teaches?');
    const page = exportMarkdown({
      title: 'Crew',
      statement: { plain: 'We row.', markdown: 'We row.' },
      story: entries,
    });
    assert.match(
      page,
      /\n {2}2 of 2 agree\.\\\n {2}Ana: agree\\\n {2}Bo: with reservations: \\\*who\\\* teaches\?\n/,
    );
  });

  it('keeps the first and the latest entries of a long one', () => {
    const newestFirst = Array.from({ length: 20 }, (_, at) => entry(20 - at));
    const { entries, skipped } = shortStory(newestFirst, 5);
    assert.deepEqual(
      entries.map(({ date }) => Number(date.slice(8, 10))),
      [1, 17, 18, 19, 20],
    );
    assert.equal(skipped, 15);
  });
});

describe('exportBadge', () => {
  const statement = { plain: 'We row.', markdown: 'We row.' };

  it('says when the purpose was last reviewed, to the month, as one picture without a service', () => {
    const svg = exportBadge({ title: 'Crew <3', statement, reviewed: '2026-11-22T15:04:12Z' });
    assert.match(svg, />reviewed 2026-11<\/text>/);
    assert.match(svg, /<title id="title">Crew &lt;3: reviewed 2026-11<\/title>/);
    assert.doesNotMatch(svg, /https?:(?!\/\/www\.w3\.org\/2000\/svg)|<image|<script/);
  });

  it('says so before the first review', () => {
    assert.match(exportBadge({ title: 'Crew', statement }), />not reviewed yet<\/text>/);
  });
});

describe('the words that pinched', () => {
  it('are in the story, on every page', () => {
    const { entries } = shortStory([
      {
        kind: 'note',
        time: '2026-11-22T15:04:12Z',
        author: 'Ana',
        statement: 'We row.',
        note: '',
        fit: 'pinches',
        phrase: 'for <all>',
      },
    ]);
    const content = { title: 'Crew', statement: { plain: 'We row.', markdown: 'We row.' }, story: entries };
    assert.match(exportHtml(content), /It pinches: “for &lt;all&gt;”/);
    assert.match(exportMarkdown(content), /It pinches: “for &lt;all>”/);
  });
});
