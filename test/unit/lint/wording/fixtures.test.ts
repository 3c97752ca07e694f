import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fixturesIn } from '../../../../scripts/data/fixtures';
import type { Span } from '../../../../src/statement/position';
import { messagesIn, offsetOf } from '../vague-findings';

const RULES = new Set(['vague-quantity', 'vague-degree', 'buzzword', 'hedge', 'generality', 'absolute']);

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

describe('wording in context', () => {
  const fixtures = fixturesIn(readFileSync('test/fixtures/wording.txt', 'utf8'));

  it('has hundreds of examples of both kinds', () => {
    const marked = fixtures.filter(({ spans }) => spans.length > 0);
    assert.ok(marked.length > 100 && fixtures.length - marked.length > 100);
  });

  for (const { text, spans } of fixtures) {
    it(`${spans.length === 0 ? 'leaves alone' : 'marks'}: ${text}`, () => {
      const found = messagesIn(text)
        .filter(({ ruleId }) => RULES.has(ruleId ?? ''))
        .map((message) => ({
          start: offsetOf(message),
          end: offsetOf(message) + (message.actual ?? '').length,
        }));
      const beside = found.filter((one) => !spans.some((span) => overlap(one, span)));
      const missed = spans.filter((span) => !found.some((one) => overlap(one, span)));
      assert.deepEqual(
        beside.map(({ start, end }) => text.slice(start, end)),
        [],
        'marked, and clear',
      );
      assert.deepEqual(
        missed.map(({ start, end }) => text.slice(start, end)),
        [],
        'vague, and not marked',
      );
    });
  }
});
