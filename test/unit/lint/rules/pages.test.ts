import { ParseEnglish } from 'parse-english';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { proseRules } from '../../../../src/lint/rules';
import { describeRulePage, quotesIn } from '../../support/rule-page';

const parser = new ParseEnglish();

for (const { id, plugin } of proseRules) {
  describeRulePage(id, quotesIn, (text) => {
    const file = new VFile(text);
    // biome-ignore lint/suspicious/noExplicitAny: a plugin is called here as unified calls it.
    (plugin as any).call(unified())(parser.parse(text), file);
    return file.messages;
  });
}
