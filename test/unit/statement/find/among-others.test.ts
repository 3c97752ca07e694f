import assert from 'node:assert/strict';
import { parsePurpose } from '../../../../src/statement/document';

/** Documents of our own with several texts that could be the statement; `undefined` if only the writer can say. */
const DOCUMENTS: readonly (readonly [what: string, text: string, statement: string | undefined])[] = [
  [
    'a later heading Scope',
    '# Ferry guild\n\nThe guild runs the night ferry so that nurses get home after the last bus.\n\n## Scope\n\nThe guild works in the harbour and on the two northern islands.\n',
    'The guild runs the night ferry so that nurses get home after the last bus.',
  ],
  [
    'a later heading About us',
    '# Ferry guild\n\nWe bring nurses home across the bay after the last bus.\n\n## About us\n\nWe are nine skippers, and the oldest of us began in 1974.\n',
    'We bring nurses home across the bay after the last bus.',
  ],
  [
    'a tagline',
    '# Net menders\n\nNets that hold.\n\nWe mend nets for the inshore boats of Leith, so that no crew loses a day of fishing.\n\n## Hours\n\nMonday to Friday, 7 to 15.\n',
    'We mend nets for the inshore boats of Leith, so that no crew loses a day of fishing.',
  ],
  [
    'a tagline in italics',
    '# Net menders\n\n*Nets that hold*\n\nWe mend nets for the inshore boats of Leith.\n',
    'We mend nets for the inshore boats of Leith.',
  ],
  [
    'a tagline as a quote',
    '# Seed library\n\n> Plant. Share. Repeat.\n\nThe seed library lends seeds to schools so that every child grows something to eat.\n\n## Opening\n\nSaturdays.\n',
    undefined,
  ],
  [
    'an intro sentence',
    '# Choir\n\nThe choir began in the kitchen of Maud Ellis in the winter of 1962.\n\nWe sing in hospitals so that people who cannot leave their beds hear music.\n',
    'We sing in hospitals so that people who cannot leave their beds hear music.',
  ],
  [
    'an intro sentence before a paragraph with a mission',
    "# Repair shop\n\nThanks to a grant from the council, the shop has had a roof since March.\n\nThe shop's mission is to keep bicycles out of the canal.\n\n## About\n\nThe shop is a brick building behind the station.\n",
    "The shop's mission is to keep bicycles out of the canal.",
  ],
  [
    'duties of a role',
    '# Allotments\n\nWe grow food with neighbours who have no garden.\n\n## Responsibilities of the treasurer\n\nThe treasurer is responsible for:\n\n1. keeping the books\n2. reporting each quarter\n3. paying the water bill\n',
    'We grow food with neighbours who have no garden.',
  ],
  [
    'the role of the board',
    '# Allotments\n\nWe grow food with neighbours who have no garden.\n\n## Role of the board\n\nThe board is responsible for hiring, the budget and the gate.\n',
    'We grow food with neighbours who have no garden.',
  ],
  [
    'expectations of members',
    '# Working group\n\nThe group tests new builds on old phones, so that nobody needs to buy one.\n\n## Expectations of members\n\nMembers are committed to answering within two days, and aim to attend each call.\n',
    'The group tests new builds on old phones, so that nobody needs to buy one.',
  ],
  [
    'Scope with “responsible for”',
    '# Release team\n\nThe team ships a build each Tuesday so that testers know what they test.\n\n## Scope\n\nThe team is responsible for the scripts, the notes and the mirror.\n',
    'The team ships a build each Tuesday so that testers know what they test.',
  ],
  [
    'About with a founding story',
    '# Harbour radio\n\nHarbour Radio tells skippers what the sea will do before they cast off.\n\n## About us\n\nWe were founded in 1981 by three retired pilots. We broadcast from the old lighthouse.\n',
    'Harbour Radio tells skippers what the sea will do before they cast off.',
  ],
  [
    'a slogan with an exclamation mark',
    '# Bike kitchen\n\nRide on!\n\nWe teach teenagers to mend their own bicycles.\n\n## About us\n\nThe kitchen is a room with two stands.\n',
    undefined,
  ],
  [
    'Hugo tags in the paragraph',
    '# Ecosystem\n\nThis is the main website of the project.\n\n{{< admonition mission >}}\nWe keep the fish counts of nine rivers for anglers.\n{{< /admonition >}}\n',
    'We keep the fish counts of nine rivers for anglers.',
  ],
  [
    'a Liquid include',
    '# Ghent repair\n\n{% include banner.html %}\n\nWe repair bicycles in Ghent for people who cannot pay.\n',
    'We repair bicycles in Ghent for people who cannot pay.',
  ],
  [
    'a sentence about any mission',
    '# Notes on missions\n\nThe power of a good mission is that it outlives its author.\n\nWe print posters for strikes.\n',
    undefined,
  ],
  [
    'a heading Vision over advice',
    '# Governance\n\nThe aim of this document is to help maintainers.\n\n## Vision\n\nIt is always helpful to include a section that states the objectives of the project. This helps introduce the vision.\n',
    undefined,
  ],
  [
    'a long list of duties',
    `# Council\n\n## Duties\n\nSubject to the policies of the board, the council is responsible for:\n\n${'- the members will keep the minutes and approve the budget for each part of the work\n'.repeat(14)}`,
    undefined,
  ],
  [
    'a tagline and an About heading',
    "# Tool library\n\nBorrow, don't buy.\n\n## About us\n\nThe tool library lends tools to people in Leeds so that they can mend what they own.\n\n## Scope\n\nHand tools and small power tools.\n",
    'The tool library lends tools to people in Leeds so that they can mend what they own.',
  ],
  [
    'Background before purpose',
    '# River watch\n\n## Background\n\nThe river flooded in 2019, and nobody was warned.\n\n## What we do\n\nWe measure the river every hour and call people before the water comes.\n',
    'We measure the river every hour and call people before the water comes.',
  ],
  [
    'In scope / out of scope',
    '# Docs team\n\nWe write the manual so that a new user has the pump running within an hour.\n\n## In scope\n\n- the manual\n- the examples\n\n## Out of scope\n\n- the website\n',
    'We write the manual so that a new user has the pump running within an hour.',
  ],
  [
    'a question as tagline',
    '# Night bus\n\nMissed the last train?\n\nVolunteers drive the night bus so that nobody walks home alone from the station.\n',
    'Volunteers drive the night bus so that nobody walks home alone from the station.',
  ],
  [
    'a heading Roles',
    "# Book swap\n\nWe swap books with prisoners in Durham.\n\n## Roles\n\n### Chair\n\nThe chair's role is to open the meeting and to keep the time.\n",
    'We swap books with prisoners in Durham.',
  ],
  [
    'a tagline with a comma',
    '# Lantern\n\nLight, wherever you are.\n\nLantern lends solar lamps to fishing families in Mwanza, so that their children can read at night.\n\n## About us\n\nLantern is a charity registered in Kenya.\n',
    'Lantern lends solar lamps to fishing families in Mwanza, so that their children can read at night.',
  ],
];

describe('the statement among other texts', () => {
  for (const [what, text, wanted] of DOCUMENTS) {
    it(`${wanted === undefined ? 'asks about' : 'passes over'} ${what}`, () => {
      const { statement } = parsePurpose(text);
      if (wanted === undefined) assert.equal(statement?.by ?? 'position', 'position');
      else assert.equal(statement?.plain, wanted);
    });
  }
});
