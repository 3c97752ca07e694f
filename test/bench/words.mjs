// The vocabulary of the benchmark's text: sentences as people write them about their work, with gaps, and the words for
// the gaps. Some are plain, some vague, some long, so that a linter has findings.

/** @type {Record<string, readonly string[]>} */
export const GAPS = {
  place:
    'Porto|Leeds|Galway|our valley|the harbour district|Tampere|the north of the city|Graz|the islands|Utrecht|two villages by the river|the old tram depot|Brno|the east side|Lund|the upper town'.split(
      '|',
    ),
  people:
    'the night nurses|product engineers|parents of premature babies|first-year apprentices|retired bus drivers|the choir|small farmers|people who rent|students without a laptop|the support desk|newcomers from abroad|beekeepers|our volunteers|teenagers from the estate|shop owners|the accounts team|stakeholders|deaf visitors|everyone in the community|single fathers|librarians|members|field biologists|the people on call'.split(
      '|',
    ),
  group:
    'the bicycle kitchen|our platform team|the reading circle|this guild|the repair café|the board|the clinic|a handful of neighbours|the testing community|the cooperative|our foundation|the school kitchen|the maintainers|the allotment club|the mission group|the archive'.split(
      '|',
    ),
  thing:
    'old laptops|the build machines|a weekly meal|the release notes|a tool library|sixty garden plots|the on-call handbook|a lending shelf for instruments|high-quality services|the shared calendar|innovative solutions|two vans|a telephone line|the incident reviews|a seed bank|sustainable programs|the town’s film archive|free legal hours|the data pipeline|a range of workshops'.split(
      '|',
    ),
  does: 'mend|run|collect|translate|test|look after|hand out|review|publish|store|teach|repair|facilitate|leverage|print|record|plan|maintain|measure|share'.split(
    '|',
  ),
  change:
    'nobody waits longer than a day|they can ship a tested change within the hour|the children read a book a week|the rent stays below a third of a wage|each of them finds a first job|fewer calls come at night|their voices are heard|the soil holds water again|they get home before dark|every report is answered|we make a real difference|the next crew starts where the last one stopped|excellence becomes the norm|a mistake costs minutes and not weeks|the figures can be trusted|they meet somebody they did not know'.split(
      '|',
    ),
  time: 'every Thursday|twice a year|since 2014|in the first week of a month|by the end of June|for nine years|before each release|on the second Monday|during the winter|within six months|from time to time|after each season|each quarter'.split(
    '|',
  ),
  number: '14|sixty|about 300|2,400|nearly all|a dozen|forty-one|many|several|one in five|87|some'.split('|'),
  quality:
    'quick|careful|excellent|honest|world-class|affordable|quiet|robust|simple|meaningful|cheap|holistic|reliable|patient|effective|open'.split(
      '|',
    ),
  hedge:
    'strive to|try to|are committed to|aim to|want to|seek to|have agreed to|promise to|would like to|began to'.split(
      '|',
    ),
  reason:
    'the last landlord gave notice|the old system could not be trusted after midnight|nobody else had a key|we had run out of excuses|a member asked the question twice|the council closed the branch|two of us had burnt out|the data said otherwise|the funding came with conditions|it is what our grandparents would have done|the tests had been red for a month|somebody has to'.split(
      '|',
    ),
};

export const SENTENCES = [
  'We {does} {thing} for {people} so that {change}.',
  '{Group} {hedge} {does} {thing} in {place}.',
  '{Time}, {group} and {people} sit down together and {does} {thing}.',
  'In {place}, {number} of {people} told us that {change} only when somebody is there to {does} {thing}.',
  'What began with {thing} in {place} is now in the hands of {people}.',
  'Our vision is a {quality} and {quality} organisation which enables {people} to utilize {thing} in order to reach their full potential.',
  'It was decided {time} that {thing} would be kept in {place}, because {reason}.',
  'If {group} stopped tomorrow, {people} would notice first.',
  'We do not {does} {thing} for money; we do it because {reason}.',
  'The work is {quality}, and it has to be: {reason}.',
  'Of the {number} letters that reached {group} {time}, {number} asked about {thing}.',
  '{People} know best what they need, so we ask them before we {does} {thing}.',
  'By doing less and listening more, {group} found that {change}.',
  'A {quality} purpose, said one of {people}, is one that tells you what to leave undone.',
  'We provide {quality} support, {thing} and a {quality} environment to {people} across {place}.',
  'Whoever comes through the door {time} is offered {thing} and a chair.',
  '{Group} was founded in {place} when {reason}, and its members {hedge} {does} {thing} until {change}.',
  'Success, for us, is measured in {number} conversations and not in {thing}.',
  'There are days on which {reason}; on those days we {does} {thing} all the same.',
  'Together with {people}, {group} {hedge} deliver best-in-class outcomes that empower {people}.',
  'You can tell that it works when {change}.',
  'The {quality} part is not {thing}: it is that {people} and {people} {does} it side by side.',
  'Nothing about {people} is decided without {people}, and nothing in {place} is thrown away that {group} could {does}.',
  'He learnt it from {people}, she learnt it in {place}, and neither of them could {does} {thing} without a list.',
  'Every {quality} member of {group} is expected to {does} {thing} {time}.',
  'We have kept {number} promises so far, which is more than {group} could say {time}.',
  'Because {reason}, {group} moved to {place}, where {number} of {people} had asked for {thing} for years.',
  '“We only wanted to {does} {thing},” they wrote, “and then {reason}.”',
  'Who pays for {thing}? {People} do, {time}, with whatever they can spare.',
  'Whatever else changes, {group} will {does} {thing} as long as {people} need it and {change}.',
];

export const HEADINGS = [
  'Who it serves',
  'What changed {time}',
  'How we {does} {thing}',
  'In {place}',
  'What we leave undone',
  'Why {group} exists',
  'A word on {thing}',
  'What {people} told us',
];
