import type { Anatomy } from '../../statement/anatomy';

/** The parts of a statement with their names and colours in the editor; package.json defines the colours. */
export const PARTS: readonly {
  readonly part: keyof Anatomy;
  readonly name: string;
  /** The question if the part is not found. */
  readonly means: string;
  readonly color: string;
}[] = [
  { part: 'who', name: 'Who', means: 'Whom is this for?', color: 'purpose.who' },
  { part: 'what', name: 'What', means: 'What is done?', color: 'purpose.what' },
  { part: 'change', name: 'Change', means: 'What is different for them then?', color: 'purpose.change' },
];
