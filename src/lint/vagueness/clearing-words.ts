import data from './clearing-words.yml';

type Words = 'persons' | 'holders' | 'oblique' | 'open' | 'unit' | 'givenPlaces' | 'renamed' | 'cannot';

/** The sources of regular expressions. */
export const words = data as Readonly<Record<Words, string>>;
