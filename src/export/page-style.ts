import data from './page-style.yml';
import { DARK, LIGHT, type Palette, PRINT, SERIF } from './palette';

const { page, table } = data as { readonly page: string; readonly table: string };

/** The style of tables on a page. */
export const tableStyle = table;

function colours({ paper, ink, muted, accent }: Palette): string {
  return `--paper:${paper};--ink:${ink};--muted:${muted};--accent:${accent}`;
}

/** The style of the exported page; `length` is the statement's in characters: a shorter statement has a larger font. */
export function pageStyle(length: number): string {
  const [least, width, most] =
    length <= 110 ? [2, 5, 3.1] : length <= 260 ? [1.6, 3.6, 2.4] : [1.3, 2.6, 1.75];
  const values: Readonly<Record<string, string | number>> = {
    light: colours(LIGHT),
    dark: colours(DARK),
    print: colours(PRINT),
    serif: SERIF,
    least,
    width,
    most,
    printed: (least * 1.1).toFixed(2),
  };
  return page.replace(/\$([a-z]+)/g, (_, name: string) => `${values[name] ?? ''}`);
}
