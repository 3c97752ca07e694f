import assert from 'node:assert/strict';
import {
  conjugate,
  isParticiple,
  nounForms,
  singularOf,
  verbBases,
  verbForms,
} from '../../../src/english/inflect';

describe('inflection', () => {
  const VERBS = [
    'take takes took taken taking',
    'teach teaches taught taught teaching',
    'carry carries carried carried carrying',
    'provide provides provided provided providing',
    'plan plans planned planned planning',
    'equip equips equipped equipped equipping',
    'agree agrees agreed agreed agreeing',
    'see sees saw seen seeing',
    'lie lies lay lain lying',
    'have has had had having',
    'go goes went gone going',
    'reply replies replied replied replying',
    'play plays played played playing',
    'quit quits quit quit quitting',
    'woo woos wooed wooed wooing',
  ];

  it('conjugates verbs', () => {
    for (const line of VERBS) {
      const [base = ''] = line.split(' ');
      assert.equal(Object.values(conjugate(base)).join(' '), line);
    }
  });

  it('finds the base among the bases of each form', () => {
    for (const line of [...VERBS, verbForms('be').join(' ')]) {
      const [base = '', ...forms] = line.split(' ');
      for (const form of forms) assert.ok(verbBases(form).includes(base), `${form}: ${verbBases(form)}`);
    }
  });

  it('recognises participles', () => {
    for (const word of ['taken', 'provided', 'built', 'been']) assert.ok(isParticiple(word), word);
    for (const word of ['took', 'provide', 'taking', 'gave']) assert.ok(!isParticiple(word), word);
  });

  it('converts nouns between singular and plural', () => {
    for (const [one, many] of [
      ['child', 'children'],
      ['family', 'families'],
      ['church', 'churches'],
      ['crew', 'crews'],
      ['analysis', 'analyses'],
    ] as const) {
      assert.equal(nounForms(one)[1], many);
      assert.equal(singularOf(many), one);
    }
    for (const word of ['bus', 'class', "women's", 'gas']) assert.equal(singularOf(word), word);
  });
});
