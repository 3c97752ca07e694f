import { writeFile } from 'node:fs/promises';
import { isHeldOut, type Labelled } from '../data/rows';
import { agreementsBy } from '../evaluate/statements-spans';

const CARD = 'docs/wording-model.md';

interface Facts {
  readonly rows: readonly Labelled[];
  readonly fixtures: number;
  readonly ratings: number;
  readonly weights: number;
  readonly bytes: number;
  readonly threshold: number;
  readonly hash: string;
}

/** Writes the model card: the model, its training data, and its accuracy on held-out rows. */
export async function writeCard(facts: Facts): Promise<void> {
  const { rows, fixtures, ratings, weights, bytes, threshold, hash } = facts;
  const held = rows.filter(isHeldOut);
  const figures = agreementsBy(held).map(
    ([name, { precision, recall, f1 }]) =>
      `| ${name} | ${[precision, recall, f1].map((figure) => figure.toFixed(2)).join(' | ')} |`,
  );
  const card = `# The model that judges wording

<!-- Written by \`npm run train -- DIR\`. -->

Purpose decides from its context whether a word such as *quality* or *community* is vague. The word lists in
\`src/lint/lexicon/\` say what to ask; this model says where to ask it.

- **Kind**: a linear-chain conditional random field with two labels over the tokens of a sentence. Features: words and
  endings nearby, parts of speech, phrases of the word lists, how readers rate the words out of context, and the place.
  \`src/lint/wording/features.ts\` has them all. Training leaves out a random share of them at each step (dropout). The
  weights are the mean of two runs.
- **File**: \`src/lint/wording/weights.bin\`, ${bytes} bytes, SHA-256 ${hash}…: ${weights} weights of one byte and the
  ratings of ${ratings} words and pairs. No text of anyone is in it.
- **Data**: ${rows.length - held.length} purpose statements of universities, charities, start-ups and clubs, whose vague
  wording a language model marked as a careful editor would, and ${fixtures} of our own sentences in \`test/fixtures/\`. The
  statements are public texts and not part of the project; \`DIR\` holds them as \`statements-train.jsonl\`,
  \`statements-dev.jsonl\` (\`text\`, \`spans\` with \`start\`, \`end\`, \`type\`) and \`word-ratings.tsv\`.
- **Split**: by a hash of the text. A quarter, ${held.length} statements, is held out of everything below but the figures.
- **Threshold**: ${threshold}, chosen by leaving out parts of the other three quarters in turn.
- **Promises**: a number, a name, an example, a definition, a quotation, "these …", "the following …" and a clause that
  says which people are meant clear a word whatever the model says, and so do your own settings.

## Figures

By word, on the ${held.length} held-out statements, with the whole linter. One reading agrees with another at F1 .85 to .89.

| rule | precision | recall | F1 |
|---|--:|--:|--:|
${figures.join('\n')}

A row of one rule counts a word right only where the readers named the same kind; *any* asks only whether they marked it.

## Limits

English only. It has learned from statements of purpose: in other prose, such as rules of procedure, it is less sure, and
more of its questions there are wrong. Thresholds were compared on the held-out rows three times, so the figures are slightly
flattering. Readers of the data were one language model in separate
passes: consistent, but not everybody's judgement.
`;
  await writeFile(CARD, card);
}
