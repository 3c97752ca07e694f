import data from './clearing-words.yml';

type Words = 'persons' | 'holders' | 'oblique' | 'open' | 'unit' | 'givenPlaces';

/** The source of a regular expression for each group of words. */
export const words = data as Readonly<Record<Words, string>>;
