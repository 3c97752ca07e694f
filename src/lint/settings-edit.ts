import { isSeq } from 'yaml';
import { normalize } from '../files/paths';
import { parseYaml, yamlValue } from '../statement/yaml-value';
import { frontMatterFences, looksUnfinished } from '../text/front-matter-fences';
import { isMapping } from '../text/is-mapping';
import { lineEnding } from '../text/line-ending';
import type { TextEdit } from '../text/text-edit';
import { withoutSection } from './adopted-path';
import { withoutJsonComments } from './json-comments';
import { editYaml, type SettingChange } from './yaml-edit';

/** A change of a file's or workspace's settings: accept a word, or turn a rule off. */
export type SettingsChange =
  | { readonly accept: string; readonly turnOff?: undefined }
  | { readonly turnOff: string; readonly accept?: undefined };

/**
 * The edit that applies a settings change to a `.purposerc` file; `undefined` if the file cannot be read.
 * @param json whether the file is JSON
 */
export function editSettingsFile(text: string, wish: SettingsChange, json: boolean): TextEdit | undefined {
  const yaml = json ? withoutJsonComments(text) : text;
  return editYaml(yaml, changeFor(yaml, [], wish, ['rules']), json);
}

/**
 * The edit that adopts a file in a `.purposerc` file; `undefined` if the file cannot be read.
 * @param path the adopted file relative to the settings file's folder
 */
export function adoptInSettings(text: string, path: string, json: boolean): TextEdit | undefined {
  const yaml = json ? withoutJsonComments(text) : text;
  return editYaml(yaml, { path: ['files'], add: path }, json);
}

/** The edit that replaces an adopted file's old name with the new one; `undefined` if the old one is not listed. */
export function renameInSettings(
  text: string,
  from: string,
  to: string,
  json: boolean,
): TextEdit | undefined {
  const yaml = json ? withoutJsonComments(text) : text;
  const read = yamlValue(parseYaml(yaml));
  const files = 'value' in read && isMapping(read.value) ? read.value.files : undefined;
  const index = Array.isArray(files)
    ? files.findIndex((path) => typeof path === 'string' && normalize(withoutSection(path)[0]) === from)
    : -1;
  return index < 0 ? undefined : editYaml(yaml, { path: ['files', index], set: to }, json);
}

/** The edit that applies a settings change to one purpose file's front matter; `undefined` if that cannot be read. */
export function editFrontMatter(text: string, wish: SettingsChange): TextEdit | undefined {
  const fences = frontMatterFences(text);
  const eol = lineEnding(text);
  if (!fences) {
    if (looksUnfinished(text)) return undefined;
    const made = editYaml('', changeFor('', ['lint'], wish, []), false);
    const offset = text.startsWith('\uFEFF') ? 1 : 0;
    return made && { offset, length: 0, text: `---${eol}${made.text.replace(/\n/g, eol)}---${eol}` };
  }
  if (fences.format === 'toml') return undefined;
  const yaml = text.slice(fences.body.start, fences.body.end);
  // Without its last line ending, the YAML ends where its last line does.
  const edit = editYaml(yaml, changeFor(yaml, ['lint'], wish, []), false);
  if (!edit) return undefined;
  const inserted = yaml === '' ? edit.text.replace(/\n/g, eol) : edit.text;
  return { ...edit, text: inserted, offset: edit.offset + fences.body.start };
}

/** The location of the change: an existing setting of the same thing, else the usual place. */
function changeFor(
  yaml: string,
  at: readonly string[],
  { accept, turnOff }: SettingsChange,
  usual: readonly string[],
): SettingChange {
  if (accept !== undefined) return { path: [...at, 'accept'], add: accept };
  const document = parseYaml(yaml);
  const has = (path: readonly string[]) => document.errors.length === 0 && document.hasIn(path);
  const inRules = [...at, 'rules'];
  // If both exist, the one below `rules` wins.
  const path = has([...inRules, turnOff])
    ? [...inRules, turnOff]
    : has([...at, turnOff])
      ? [...at, turnOff]
      : has(inRules)
        ? [...inRules, turnOff]
        : [...at, ...usual, turnOff];
  // `[warning, { age: 12 }]`: keeps the options for when the rule is turned on again.
  return { path: isSeq(document.getIn(path)) ? [...path, 0] : path, set: 'off' };
}
