import { vagueIn } from './lint';
import { Agreement, type Measure } from './measure';

/** Noun phrases with the kinds of vagueness that readers saw in them; our rules cover degree and subjective. */
export const nounPhrases: Measure = {
  file: 'vague-noun-phrases-dev.jsonl',
  run(rows) {
    const [ours, any, all] = [new Agreement(), new Agreement(), new Agreement()];
    for (const row of rows) {
      const kinds = String(row.vagueness).split(' ');
      const gold = kinds.includes('degree') || kinds.includes('subjective');
      const marked = vagueIn(String(row.text));
      ours.add(
        marked.some(({ rule }) => rule !== 'vague-quantity'),
        gold,
      );
      any.add(marked.length > 0, gold);
      all.add(true, gold);
    }
    return [
      {
        title: 'Noun phrases: vague by degree or by opinion',
        head: ['', 'P', 'R', 'F1'],
        rows: [
          ['flag every phrase', ...all.cells],
          ['any vagueness rule', ...any.cells],
          ['any but vague-quantity', ...ours.cells],
        ],
      },
    ];
  },
};
