import type { Root } from 'mdast';
import type { Plugin, Preset } from 'unified';
import { LintSession } from '../lint/session';
import { PurposeDocument } from '../statement/document';
import { checkedConfig, report } from './report';

/**
 * Settings as in `.purposerc.json`: rules with their levels and options, words to accept and to flag, and the scope.
 */
export interface PurposeSettings {
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly accept?: readonly string[];
  readonly flag?: readonly string[];
  readonly scope?: 'statement' | 'file';
}

/**
 * A remark plugin that runs all rules as the editor and the command line do, including settings, front matter `lint:`
 * and suppression comments. Its findings are messages of the file; as usual in unified, `fatal` is true for errors,
 * false for warnings and undefined for information.
 *
 * It reads the file's text instead of the tree, because only the text gives exact positions.
 * @throws {Error} with a one-sentence message, if a setting is invalid
 */
export const remarkPurpose: Plugin<[PurposeSettings?], Root> = (settings) => {
  const layer = checkedConfig('remarkPurpose', settings);
  const session = new LintSession();
  return (_tree, file) => {
    const { findings } = session.lint(PurposeDocument.of(String(file)), [layer]);
    for (const finding of findings) report(file, finding);
  };
};

/** For `unified().use(remarkParse).use(purposePreset)`, or `remark --use purpose-md/preset`. */
export const purposePreset: Preset = { plugins: [remarkPurpose] };

export default purposePreset;
