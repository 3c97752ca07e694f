import assert from 'node:assert/strict';
import { detectLanguage, isForeign } from '../../../src/statement/language';

const SAMPLES: Readonly<Record<string, string>> = {
  de: 'Wir reparieren Fahrräder mit Jugendlichen, damit sie allein zur Arbeit kommen.',
  nl: 'Wij herstellen fietsen met jongeren, zodat ze op eigen kracht naar hun werk kunnen.',
  fr: 'Nous réparons des vélos avec les jeunes pour qu’ils aillent seuls au travail.',
  es: 'Reparamos bicicletas con los jóvenes para que vayan solos al trabajo.',
  pt: 'Consertamos bicicletas com os jovens para que não dependam de ninguém.',
  it: 'Ripariamo le biciclette con i ragazzi perché possano andare da soli al lavoro, ogni giorno e senza la paura.',
  ca: 'Arreglem bicicletes amb els joves perquè puguin anar sols a la feina.',
  sv: 'Vi lagar cyklar med ungdomar så att de kan ta sig till jobbet på egen hand.',
  da: 'Vi reparerer cykler sammen med unge, så de ikke er afhængige af vores hjælp.',
  fi: 'Me korjaamme pyöriä nuorten kanssa, jotta he voivat kulkea töihin ja kouluun.',
  pl: 'Naprawiamy rowery z młodzieżą, aby nie była zależna od innych i dla ich dobra.',
  cs: 'Opravujeme kola s mladými lidmi, aby se dostali do práce, která je pro ně daleko.',
  hu: 'Kerékpárokat javítunk, hogy a fiatalok és a szülők egy csapat legyenek.',
  ro: 'Reparăm biciclete cu tinerii pentru ca ei să nu depindă de noi.',
  tr: 'Gençler için bisiklet tamir ediyoruz ve her gün biz de öğreniyoruz.',
  ja: '私たちは若者と一緒に自転車を直します。',
  ko: '우리는 청소년과 함께 자전거를 고칩니다.',
  zh: '我们和年轻人一起修理自行车。',
  el: 'Επισκευάζουμε ποδήλατα μαζί με νέους.',
  'und-Cyrl': 'Мы чиним велосипеды вместе с подростками.',
  'und-Arab': 'نصلح الدراجات مع الشباب.',
};

describe('isForeign', () => {
  it('finds a paragraph in another language, and takes a foreign name in English for English', () => {
    for (const text of [...Object.values(SAMPLES), 'Ce site utilise des cookies.'])
      assert.ok(isForeign(text), text);
    for (const text of [
      'We meet at El Centro de la Raza.',
      'The Medicins Sans Frontières clinic in La Paz is open to all.',
      'Die Cast Club: no one is left out.',
      'Café Müller',
      '',
    ]) {
      assert.ok(!isForeign(text), text);
    }
  });
});

describe('detectLanguage', () => {
  for (const [lang, text] of Object.entries(SAMPLES)) {
    it(`finds ${lang} in one sentence`, () => {
      assert.deepEqual(detectLanguage(text), { lang, english: false, declared: false });
    });
  }

  it('finds English, and takes it when in doubt', () => {
    for (const text of [
      'We mend bicycles with teenagers so that they can get to work.',
      'Flying motorcycles',
      'Noom for Latin America',
      'Escuela de Peritos Electricistas de Isabela prepares its students for technical careers.',
      'Die Cast Club: no one is left out.',
      '',
      '42',
      'Zürich',
    ]) {
      assert.deepEqual(detectLanguage(text), { lang: 'en', english: true, declared: false }, text);
    }
  });

  it('believes what the file declares', () => {
    assert.deepEqual(detectLanguage('We mend bicycles.', 'de'), {
      lang: 'de',
      english: false,
      declared: true,
    });
    assert.deepEqual(detectLanguage(SAMPLES.de ?? '', 'en-GB'), {
      lang: 'en-GB',
      english: true,
      declared: true,
    });
    assert.equal(detectLanguage('We mend bicycles.', 'pt_BR').lang, 'pt-BR');
    assert.equal(detectLanguage('We mend bicycles.', 'EN').english, true);
    assert.equal(detectLanguage('We mend bicycles.', 'enm').english, false);
  });

  it('ignores a declaration that is not a language', () => {
    assert.equal(detectLanguage('We mend bicycles.', '').declared, false);
    assert.equal(detectLanguage('We mend bicycles.', 'whatever we like').declared, false);
  });
});
