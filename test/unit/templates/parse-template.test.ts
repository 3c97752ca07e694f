import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseTemplate } from '../../../src/templates/parse-template';

const WHOLE = `---
id: guild
title: A guild
for: People of one craft
when: It starts.
setting: Together · an hour
source: A. Writer, A Book, 2001
questions:
  - blank: who
    ask: For whom?
    hint: "A team: name it"
    follow: Which one?
    example: testers
---

---
kind: community
---

# Guild

> For {{who}}.
`;

const messages = (markdown: string) =>
  parseTemplate(markdown, '/t/x.md').problems.map(({ line, message }) => `${line} ${message}`);

describe('parseTemplate', () => {
  it('reads the description, the questions and the purpose file below', () => {
    const { template, problems } = parseTemplate(WHOLE, '/t/x.md');
    assert.deepEqual(problems, []);
    assert.deepEqual(template, {
      id: 'guild',
      title: 'A guild',
      audience: 'People of one craft',
      when: 'It starts.',
      setting: 'Together · an hour',
      source: 'A. Writer, A Book, 2001',
      questions: [
        { blank: 'who', ask: 'For whom?', hint: 'A team: name it', follow: 'Which one?', example: 'testers' },
      ],
      body: '---\nkind: community\n---\n\n# Guild\n\n> For {{who}}.\n',
      origin: '/t/x.md',
    });
  });

  it('reads the same from a file with a byte order mark and Windows line endings', () => {
    const windows = `\uFEFF${WHOLE.replace(/\n/g, '\r\n')}`;
    assert.deepEqual(parseTemplate(windows, '/t/x.md'), parseTemplate(WHOLE, '/t/x.md'));
  });

  it('accepts a plain purpose file with its front matter', () => {
    const text = '---\nkind: team\n---\n# Our *team*\n\n> We {{what}} for {{who}}.\n';
    const { template, problems } = parseTemplate(text, '/t/Köln team.purpose.md');
    assert.deepEqual(problems, []);
    assert.equal(template?.id, 'koln-team');
    assert.equal(template?.title, 'Our *team*');
    assert.equal(template?.body, text);
    assert.deepEqual(
      template?.questions.map(({ blank, ask }) => [blank, ask]),
      [
        ['what', 'What belongs in “what”?'],
        ['who', 'What belongs in “who”?'],
      ],
    );
  });

  it('keeps a file without a blank', () => {
    assert.deepEqual(parseTemplate('We bake.', '/t/x.md').template?.questions, []);
  });

  it('reports missing, unknown and repeated fields with their line', () => {
    const text = `---
id: Our Guild
colour: red
for: [a, b]
questions:
  - blank: who
    ask: For whom?
    mood: glad
  - blank: who
    ask: Again?
  - ask: Which one?
  - blank: gone
    ask: Where?
  - blank: what
  - just text
---
We {{what}} for {{who}} in {{where}}.
`;
    assert.deepEqual(messages(text), [
      '3 “colour” is not known here: a template has id, title, for, when, setting, source, questions.',
      '4 “for” should be text.',
      '8 “mood” is not known here: a question has blank, ask, hint, follow, example.',
      '11 This question names no blank: add “blank: …”.',
      '14 The question for {{what}} has no words: add “ask: …”.',
      '15 This question names no blank: add “blank: …”.',
      '2 “Our Guild” is not an id: it takes lower-case letters, digits and “-”. “our-guild” is used.',
      '1 It has no title: add “title: …”.',
      '9 {{who}} is asked for twice: the first question is kept.',
      '12 The text has no blank {{gone}}: this question is left out.',
      '1 {{where}} has no question: its name is asked for.',
    ]);
    assert.deepEqual(
      parseTemplate(text, '/t/x.md').template?.questions.map(({ blank }) => blank),
      ['who', 'what', 'where'],
    );
  });

  it('names broken YAML at its line and keeps the text below', () => {
    const broken = '---\ntitle: One\nwhen: "not closed\n---\nWe {{what}}.\n';
    const { template, problems } = parseTemplate(broken, '/t/x.md');
    assert.equal(template?.title, 'One');
    assert.equal(template?.body, 'We {{what}}.\n');
    assert.match(problems[0]?.message ?? '', /^This is not valid YAML: a closing quote is missing\.$/);
  });

  it('reports a template without text, and a blank in front matter', () => {
    assert.deepEqual(messages('---\ntitle: One\n---\n\n'), [
      '5 There is no text to start from: write the purpose file with its {{blanks}} below.',
    ]);
    assert.deepEqual(
      messages('---\ntitle: T\nquestions: [{blank: k, ask: Kind?}]\n---\n\n---\nkind: {{k}}\n---\nWe.'),
      ['7 {{k}} is in front matter, where an open blank cannot be read: move it below.'],
    );
  });

  it('survives any text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '---',
        'id: a',
        'title:',
        'questions:',
        '  - blank: a',
        '    ask: [',
        '- x',
        '{{a}}',
        '# {{b}}',
        '*a',
        '&a b',
      ),
      fc.string({ maxLength: 12 }),
    );
    const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((rest) => `---\ntitle: T\n${rest}`),
        ),
        (markdown) => {
          const { template, problems } = parseTemplate(markdown, '/t/x.md');
          assert.ok(template || problems.length > 0);
          if (template) assert.match(template.id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        },
      ),
    );
  });
});

describe('docs/templates.md', () => {
  it('shows own templates that give no warning', () => {
    const samples = [...readFileSync('docs/templates.md', 'utf8').matchAll(/```markdown\n([\s\S]*?)```/g)];
    assert.ok(samples.length >= 2);
    for (const [, sample = ''] of samples)
      assert.deepEqual(parseTemplate(sample, '/t/guild.md').problems, []);
  });
});
