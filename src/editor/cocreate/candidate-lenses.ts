import { CodeLens, type CodeLensProvider, type Disposable, languages, Range, workspace } from 'vscode';
import { type Candidate, parseCoCreate } from '../../cocreate/parse-cocreate';
import { statementFigures } from '../../lint/statement-figures';
import { figuresInWords } from '../../statement/figures-in-words';
import { plural } from '../../text/plural';
import { forPurposeFiles } from '../adopted-files';
import type { Services } from '../services';

/** Maximum size of the cache of figures. */
const MAX_KEPT = 500;

/** Code lenses above each candidate: its figures, votes and commands. */
export function registerCandidateLenses({ lenses }: Pick<Services, 'lenses'>): Disposable {
  const figures = new Map<string, string>();
  const figuresOf = (text: string): string => {
    const known = figures.get(text);
    if (known !== undefined) return known;
    if (figures.size > MAX_KEPT) figures.clear();
    const found = figuresInWords(statementFigures(text));
    figures.set(text, found);
    return found;
  };
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: lenses.onDidChange,
    provideCodeLenses(document) {
      const text = document.getText();
      // Most purposes have no candidates, so they are not parsed for them.
      if (!/candidates?/i.test(text)) return [];
      if (!workspace.getConfiguration('purpose', document.uri).get('codeLens', true)) return [];
      return parseCoCreate(text).candidates.flatMap((candidate) => {
        const at = document.positionAt(candidate.span.start);
        const args = [document.uri, candidate.text];
        return [
          { title: `${figuresOf(candidate.text)} · ${votesInWords(candidate)}`, command: '' },
          {
            title: 'Vote',
            tooltip: 'Add your name, or take it back',
            command: 'purpose.vote',
            arguments: args,
          },
          candidate.adopted
            ? { title: '$(check) Adopted', command: '' }
            : {
                title: 'Adopt',
                tooltip: 'Make it the statement; the others stay',
                command: 'purpose.adopt',
                arguments: args,
              },
        ].map((command) => new CodeLens(new Range(at, at), command));
      });
    },
  };
  return forPurposeFiles((selector) => languages.registerCodeLensProvider(selector, provider));
}

function votesInWords({ votes }: Candidate): string {
  return votes.length === 0 ? 'no votes yet' : `${plural(votes.length, 'vote')}: ${votes.join(', ')}`;
}
