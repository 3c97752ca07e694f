import type { Sentence } from '../../english/sentences';

/** The beginning of code within prose: not inside a word or a path. */
const START = String.raw`(?<=^|[\s("'“‘\[<=])`;

/** Code and addresses that no backticks mark. */
const CODE = new RegExp(
  [
    // Paths and files: "/usr/many", "~/many", "src/many.md", "C:\many"
    String.raw`${START}(?:~|\.{1,2})?/[\w.@-]+(?:/[\w.@*-]*)*`,
    String.raw`\b[\w-]+(?:/[\w.-]+)*\.(?:md|txt|json|jsonc|js|ts|py|html?|css|ya?ml|toml|xml|csv|pdf|png|jpe?g|svg|docx?|xlsx?)\b`,
    String.raw`\b[\w-]+(?:/[\w-]+)+/(?=[\s)\]"'”’,.;]|$)`,
    String.raw`\b[A-Za-z]:\\[\w\\.-]+`,
    // Web addresses without a scheme
    String.raw`\b(?:[\w-]+\.)+(?:org|com|net|io|dev|info|app|edu|gov|eu|de|uk)\b(?:/\S*)?`,
    // Options, calls, variables and assignments
    String.raw`${START}(?:--[a-z][\w-]*(?:=\S+)?|-[a-z]\b(?!-))`,
    String.raw`[\w.$]+\(\)`,
    String.raw`\$\{?[A-Za-z_]\w*\}?|%[A-Za-z_]\w*%`,
    String.raw`(?<!\S)[\w.-]+=[\w"'./-]+`,
    String.raw`\b[A-Za-z]\w*(?:_|::|->)[A-Za-z]\w*`,
    // Mentions, tags and emoji by name
    String.raw`(?<![\w.])@[\w/-]+`,
    String.raw`(?<![\w&/#])#[A-Za-z_][\w-]*`,
    String.raw`(?<![\w:]):[a-z][\w+-]*:(?![\w:])`,
    // The page of a wiki link with words of its own
    String.raw`\[\[[^\]|]*\|`,
  ].join('|'),
  'g',
);

const MAY_BE_CODE = /[/\\@$#%=_]|\[\[|--|.\.[a-z]{2}|::|->/;

/** Marks the tokens that are part of code or of an address. */
export function markCode({ tokens }: Sentence, apart: boolean[]): void {
  // Hardly any sentence has code, and searching takes time.
  const mayBe = tokens.some(
    ({ text }, at) =>
      MAY_BE_CODE.test(text) ||
      (/^[-:(]$/.test(text) &&
        tokens[at + 1]?.spaced === false &&
        (text !== '(' || tokens[at + 1]?.text === ')')),
  );
  if (!mayBe) return;
  const starts: number[] = [];
  let text = '';
  for (const { text: own, spaced } of tokens) {
    if (spaced && text !== '') text += ' ';
    starts.push(text.length);
    text += own;
  }
  for (const { index, 0: code } of text.matchAll(CODE)) {
    const end = index + code.length;
    for (const [at, start] of starts.entries()) {
      if (start < end && start + (tokens[at]?.text.length ?? 0) > index) apart[at] = true;
    }
  }
}
