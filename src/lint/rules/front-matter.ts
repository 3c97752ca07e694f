import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { PurposeDocument } from '../../statement/document';
import { ruleUrl } from '../rule-url';

export const FRONT_MATTER_NOTE =
  'Front matter is the YAML between two lines of `---` at the very top. What cannot be read there is passed over; the rest of the file is looked at all the same.';

/** Finds front matter that cannot be read. */
export const remarkFrontMatter: Plugin<[], Root> = () => (_tree, file) => {
  for (const { message: reason, start, end } of PurposeDocument.of(String(file)).frontMatter.problems) {
    const message = file.message(reason, {
      place: { start, end },
      ruleId: 'front-matter',
      source: 'purpose',
    });
    message.url = ruleUrl('front-matter');
    message.expected = [];
    message.note = FRONT_MATTER_NOTE;
  }
};
