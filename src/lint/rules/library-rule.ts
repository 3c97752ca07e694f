import type { Root } from 'nlcst';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { ruleUrl } from '../rule-url';
import type { Advice } from './prose-rule';

/** What we say about a finding of a library's rule; undefined drops it. */
export type Wording = (
  found: VFileMessage,
) => (Omit<Advice, 'url' | 'actual'> & { reason: string }) | undefined;

/** Runs a retext plugin of somebody else and reports what it finds under our rule, in our words. */
export function reportAs(
  id: string,
  find: (tree: Root, file: VFile) => unknown,
  say: Wording,
): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const aside = new VFile();
    find(tree, aside);
    for (const found of aside.messages) {
      const said = say(found);
      if (!said) continue;
      const { reason, ...advice } = said;
      const message = file.message(reason, {
        ruleId: id,
        source: 'purpose',
        ...(found.place && { place: found.place }),
      });
      Object.assign(message, { url: ruleUrl(id), actual: found.actual ?? '', ...advice });
    }
  };
}
