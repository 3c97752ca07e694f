/** The colours of a page or picture; the background of every text is `paper`. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  /** Labels, dates and other small print. */
  readonly muted: string;
  readonly accent: string;
}

export const LIGHT: Palette = { paper: '#fbf9f4', ink: '#20242a', muted: '#585e66', accent: '#8a4a1c' };
export const DARK: Palette = { paper: '#16181c', ink: '#ece8df', muted: '#a7abb2', accent: '#e2ad7c' };
export const PRINT: Palette = { paper: '#ffffff', ink: '#111111', muted: '#4a4a4a', accent: '#7a3f14' };

/** Installed serif fonts, so that none is downloaded. */
export const SERIF =
  '"Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "URW Palladio L", Georgia, serif';
