import assert from 'node:assert/strict';
import { parsePurpose } from '../../../../src/statement/document';

const S = 'We bake loaves for sailors so that they eat.';

describe('the statement after a comment', () => {
  for (const text of [
    `## Mission\n\n- <!-- x --> ${S}\n`,
    `## Mission\n\n1. <!-- x --> <!-- y --> ${S}\n`,
    `## Mission\n\n- <!-- x -->\n  ${S}\n`,
    `## Mission\n\n- <!-- x\n     y -->\n\n  ${S}\n`,
    `## Mission\n\n- <p>${S}</p>\n`,
    `## Mission\n\n- <div align="center">\n  <p>${S}</p>\n  </div>\n`,
    `> <!-- x --> ${S}\n`,
    `> <!-- x -->\n> ${S}\n`,
    `> <!-- x -->\n>\n> ${S}\n`,
    `> <p>${S}</p>\n`,
    `# Crew\n\n- <!-- purpose:statement --> ${S}\n- We mend nets.\n`,
    `# Crew\n\n- We mend nets for sailors.\n- <!-- purpose:statement -->\n  ${S}\n`,
  ]) {
    it(JSON.stringify(text), () => {
      const { statement } = parsePurpose(text);
      assert.deepEqual([statement?.plain, statement?.text], [S, S]);
      assert.equal(text.slice(statement?.start.offset, statement?.end.offset), S);
    });
  }

  for (const [mark, indent] of [
    ['', ''],
    ['- ', '  '],
    ['> ', '> '],
  ] as const) {
    it(`goes on in the next line: ${JSON.stringify(mark)}`, () => {
      const text = `## Mission\r\n\r\n${mark}<!-- x --> We bake *many*\r\n${indent}**loaves** for sailors.\r\n`;
      const { statement } = parsePurpose(text);
      assert.equal(statement?.plain, 'We bake *many* loaves for sailors.');
      assert.equal(statement?.text, `We bake *many*\r\n${indent}**loaves** for sailors.`);
    });
  }

  it('keeps tags and lines of the text at their places', () => {
    const text = '> <p>We bake &amp; mend <b>loaves</b>\n> for sailors so that they eat.</p>\n';
    const { statement } = parsePurpose(text);
    assert.equal(statement?.plain, 'We bake & mend loaves for sailors so that they eat.');
    assert.equal(statement?.text, text.slice(5, -5));
    assert.equal(statement?.markdown, 'We bake &amp; mend <b>loaves</b>\nfor sailors so that they eat.');
  });
});
