import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Answer, GRADIENTS, needsReason, printAnswer, readAnswer } from '../../../src/consent/answer';
import { ratificationNote, readRatificationNote } from '../../../src/consent/describe-round';
import { answerFor, askForConsent, ConsentError, ratify } from '../../../src/consent/edit-consent';
import { fingerprintOf, printFingerprint, readFingerprint } from '../../../src/consent/fingerprint';
import { currentRound, parseConsent } from '../../../src/consent/parse-consent';
import { tallyOf } from '../../../src/consent/tally';
import { PurposeDocument } from '../../../src/statement/document';
import { describeWithGit } from '../support/git-box';

const TODAY = '2026-11-27';
const NAMES = ['Ana', 'Bo', 'Caro', 'Dee', 'Édouard'];
const FILE =
  '# Team\n\n> We mend bicycles with teenagers so that they can get to work.\n\n## Who it serves\n\nThem.\n';

const words = fc
  .array(
    fc.constantFrom(
      'the',
      'night',
      'shift',
      '“many”',
      'is: hidden',
      '*so*',
      '`x`',
      '[a](b)',
      '- no',
      '#',
      'ß',
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(' '));
const answers: fc.Arbitrary<Answer> = fc.constantFrom(...GRADIENTS).chain((gradient) =>
  (needsReason(gradient) ? words : fc.oneof(fc.constant(''), words)).map((reason) => ({
    gradient,
    reason,
  })),
);

const consentIn = (text: string) => parseConsent(PurposeDocument.of(text));
function roundIn(text: string) {
  const consent = consentIn(text);
  assert.ok(consent, text);
  return currentRound(consent);
}
const answersIn = (text: string) =>
  Object.fromEntries(roundIn(text).voices.map(({ name, answer }) => [name, answer]));
const fails = (action: () => unknown, message: RegExp) =>
  assert.throws(action, (error) => error instanceof ConsentError && message.test(error.message));

describe('an answer', () => {
  it('is read as it is printed', () => {
    fc.assert(fc.property(answers, (answer) => assert.deepEqual(readAnswer(printAnswer(answer)), answer)));
  });

  const written: [string, string | undefined][] = [
    ['agrees', 'agree'],
    ['I agree with reservations: hm', 'reservations'],
    ['stands aside', 'aside'],
    ['Objection – the night shift', 'object'],
    ['nobody asked me', undefined],
    ['agreeable', undefined],
    ['we store it', undefined],
  ];
  for (const [text, gradient] of written) {
    it(`is read as people write it: ${text}`, () => assert.equal(readAnswer(text)?.gradient, gradient));
  }
});

describe('a fingerprint', () => {
  it('is that of the words, and reads back from its line', () => {
    const plain = 'We mend bicycles with teenagers so that they can get to work.';
    assert.equal(
      printFingerprint(plain),
      `“We mend bicycles … get to work”, 12 words, ${fingerprintOf(plain).hash}`,
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) =>
        assert.deepEqual(readFingerprint(`Asked: ${printFingerprint(text)}.`), fingerprintOf(text)),
      ),
    );
    assert.deepEqual(fingerprintOf('We mend bikes, daily!'), fingerprintOf('we mend bikes daily'));
    assert.notDeepEqual(fingerprintOf('We mend bikes'), fingerprintOf('We mend bike s'));
  });
});

describe('a consent round', () => {
  it('adds a section with a line for each voice, and leaves the rest alone', () => {
    for (const eol of ['\n', '\r\n']) {
      const before = FILE.replaceAll('\n', eol);
      const text = askForConsent(before, NAMES, TODAY);
      assert.ok(text.startsWith(before.trimEnd()));
      assert.equal(text.includes('\r\n'), eol === '\r\n');
      assert.doesNotMatch(text.replaceAll('\r\n', ''), eol === '\r\n' ? /\n/ : /\r/);
      assert.deepEqual(
        roundIn(text).voices.map(({ name, written }) => [name, written]),
        NAMES.map((name) => [name, '']),
      );
      assert.equal(roundIn(text).asked?.date, TODAY);
    }
  });

  it('keeps each answer, for any people in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...NAMES), answers), { maxLength: 8 }), (given) => {
        let text = askForConsent(FILE, NAMES, TODAY);
        const expected: Record<string, Answer | undefined> = Object.fromEntries(
          NAMES.map((name) => [name, undefined]),
        );
        const reasons: string[] = [];
        for (const [name, answer] of given) {
          text = answerFor(text, name.toUpperCase(), answer, TODAY);
          expected[name] = answer;
          reasons.push(printAnswer(answer));
        }
        assert.deepEqual(answersIn(text), expected);
        // No reason is lost.
        for (const reason of reasons.filter((one) => one.includes(':')))
          assert.ok(text.includes(reason), text);
        assert.ok(text.startsWith(FILE.trimEnd()));
      }),
      { numRuns: 20 },
    );
  });

  it('adds people to the same round, and asks all of them again when the statement has changed', () => {
    const first = askForConsent(FILE, ['Ana', 'Bo'], TODAY);
    const more = askForConsent(first, ['Bo', 'Caro'], TODAY);
    assert.deepEqual(
      roundIn(more).voices.map(({ name }) => name),
      ['Ana', 'Bo', 'Caro'],
    );
    fails(() => askForConsent(more, ['ana'], TODAY), /asked already/);
    const answered = answerFor(more, 'Ana', { gradient: 'agree', reason: '' }, TODAY);
    const second = askForConsent(
      `${answered.replace('bicycles', 'bikes')}\n## Notes\n\nOurs.\n`,
      [],
      '2026-12-01',
    );
    assert.equal(consentIn(second)?.rounds.length, 2);
    assert.match(
      second,
      /- Ana: agree\n[\s\S]*### Round 2\n\nAsked on 2026-12-01: [\s\S]*- Ana:\n[\s\S]*## Notes\n\nOurs\.\n$/,
    );
    assert.deepEqual(answersIn(second), { Ana: undefined, Bo: undefined, Caro: undefined });
  });

  it('says in one sentence what cannot be done', () => {
    const asked = askForConsent(FILE, NAMES, TODAY);
    const agree: Answer = { gradient: 'agree', reason: '' };
    fails(() => askForConsent(FILE, [], TODAY), /Name the people/);
    fails(() => askForConsent(FILE, ['Ana: Bo'], TODAY), /cannot be used as a name/);
    fails(() => askForConsent('# Team\n', NAMES, TODAY), /no statement yet/);
    fails(() => answerFor(FILE, 'Ana', agree, TODAY), /Nobody has been asked/);
    fails(() => answerFor(asked, 'Zoe', agree, TODAY), /Zoe has not been asked; there are Ana, Bo/);
    fails(() => answerFor(asked, 'Ana', { gradient: 'object', reason: ' ' }, TODAY), /need a reason/);
    fails(() => answerFor(`${asked}\n- Ana:\n`, 'Ana', agree, TODAY), /two lines/);
    const conflict = `${asked}\n<<<<<<< HEAD\n- Ana: agree\n=======\n- Ana: object\n>>>>>>> other\n`;
    fails(() => answerFor(conflict, 'Ana', agree, TODAY), /^Line 23 has a conflict marker/);
  });

  it('ignores a section of that name without answers', () => {
    for (const text of ['We ask for consent.', '- Data: we store your name', '']) {
      assert.equal(consentIn(`${FILE}\n## Consent\n\n${text}\n`), undefined);
    }
  });
});

describe('ratifying', () => {
  const asked = askForConsent(FILE, ['Ana', 'Bo', 'Caro'], TODAY);
  const say = (text: string, name: string, gradient: Answer['gradient'], reason = '') =>
    answerFor(text, name, { gradient, reason }, TODAY);

  it('waits for objections to be answered, then says by how many and until when', () => {
    const objected = say(say(asked, 'Ana', 'agree'), 'Caro', 'object', 'donors are missing');
    fails(() => ratify(objected, TODAY), /An objection is open \(Caro\)/);
    const text = ratify(say(objected, 'Caro', 'reservations', 'next year, then'), TODAY, '2027-11');
    assert.match(
      text,
      /^---\nstatus: ratified\nratified: 2026-11-27 by 2 of 3 until 2027-11\n---\n\n# Team\n/,
    );
    assert.match(text, /\nRatified on 2026-11-27 by 2 of 3 until 2027-11: “We mend/);
    assert.match(
      text,
      /- Caro: with reservations: next year, then\n {2}- until 2026-11-27: object: donors are missing\n/,
    );
    assert.equal(roundIn(text).ratified?.date, TODAY);
    assert.deepEqual(PurposeDocument.of(text).frontMatter.problems, []);
  });

  it('changes the front matter in place', () => {
    const agreed = say(asked, 'Ana', 'agree');
    for (const [front, expected] of [
      [
        '---\nkind: team\nstatus: trying # for now\n---\n',
        '---\nkind: team\nstatus: ratified # for now\nratified: 2026-11-27 by 1 of 3\n---\n',
      ],
      [
        '---\nratified: 2025-01-01 by 1 of 1\nstatus:\nkind: team\n---\n',
        '---\nratified: 2026-11-27 by 1 of 3\nstatus: ratified\nkind: team\n---\n',
      ],
      ['\uFEFF---\n---\n', '\uFEFF---\nstatus: ratified\nratified: 2026-11-27 by 1 of 3\n---\n'],
    ] as const) {
      assert.ok(ratify(front + agreed, TODAY).startsWith(expected), ratify(front + agreed, TODAY));
    }
    assert.throws(
      () => ratify(`---\nstatus: [a\n---\n${agreed}`, TODAY),
      /front matter has to be mended first/,
    );
  });

  it('writes TOML if the front matter is TOML', () => {
    const text = ratify(`+++\nstatus = "draft"\n[menu]\n+++\n${say(asked, 'Ana', 'agree')}`, TODAY);
    const front = '+++\nratified = "2026-11-27 by 1 of 3"\nstatus = "ratified"\n[menu]\n+++\n';
    assert.ok(text.startsWith(front), text);
  });

  it('refuses to ratify without agreement', () => {
    const agreed = say(asked, 'Ana', 'agree');
    fails(() => ratify(FILE, TODAY), /Nobody has been asked/);
    fails(() => ratify(asked, TODAY), /Nobody has agreed/);
    fails(() => ratify(agreed.replace('bicycles', 'cars'), TODAY), /has changed since people were asked/);
    fails(() => ratify(agreed.replace('- Bo:', '- Bo: hm'), TODAY), /not clear what Bo answered/);
    fails(() => ratify(agreed, TODAY, 'soon'), /“soon” is not a date/);
    fails(() => ratify(agreed, TODAY, '2026-10'), /ends before today/);
    fails(() => ratify(ratify(agreed, TODAY), TODAY), /was ratified on 2026-11-27/);
    assert.equal(tallyOf(roundIn(askForConsent(ratify(agreed, TODAY), [], TODAY))).unanswered.length, 3);
  });
});

describeWithGit('two branches', () => {
  it('answer, and merge as text', () => {
    const folder = mkdtempSync(join(tmpdir(), 'purpose-consent-'));
    const asked = askForConsent(FILE, NAMES, TODAY);
    try {
      fc.assert(
        fc.property(
          fc.shuffledSubarray(NAMES, { minLength: 2, maxLength: 2 }),
          answers,
          answers,
          ([one = '', other = ''], mine, theirs) => {
            const sides = [answerFor(asked, one, mine, TODAY), asked, answerFor(asked, other, theirs, TODAY)];
            const paths = sides.map((text, at) => {
              writeFileSync(join(folder, `${at}.md`), text);
              return join(folder, `${at}.md`);
            });
            const merged = execFileSync('git', ['merge-file', '-p', ...paths], { encoding: 'utf8' });
            assert.deepEqual([answersIn(merged)[one], answersIn(merged)[other]], [mine, theirs]);
          },
        ),
        { numRuns: 15 },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the note of a ratification', () => {
  it('is read as it was written, and no other note is', () => {
    const names = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 });
    fc.assert(
      fc.property(
        names,
        fc.array(answers, { minLength: NAMES.length, maxLength: NAMES.length }),
        (asked, given) => {
          let text = askForConsent(FILE, asked, TODAY);
          asked.forEach((name, at) => {
            const answer = given[at];
            if (answer) text = answerFor(text, name, answer, TODAY);
          });
          const round = roundIn(text);
          const noted = readRatificationNote(ratificationNote(round));
          assert.deepEqual(
            noted.answers,
            round.voices.map(({ name, answer }) => ({ name, answer })),
          );
          assert.doesNotMatch(noted.text, /\n/);
        },
      ),
      { numRuns: 30 },
    );
    for (const note of [
      'All agreed.',
      'So it is.\n\n- Ana: agree\n- and everybody else',
      'A\n\n- Ana: agree\n\nB',
    ])
      assert.deepEqual(readRatificationNote(note), { text: note, answers: [] });
  });
});
