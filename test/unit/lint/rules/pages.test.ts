import type { Root } from 'nlcst';
import { ParseEnglish } from 'parse-english';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { retextRules } from '../../support/retext-rules';
import { describeRulePage, quotesIn } from '../../support/rule-page';

const parser = new ParseEnglish();

for (const { id, plugin } of retextRules) {
  describeRulePage(id, quotesIn, (text) => {
    const file = new VFile(text);
    unified()
      .use(plugin)
      .runSync(parser.parse(text) as Root, file);
    return file.messages;
  });
}
