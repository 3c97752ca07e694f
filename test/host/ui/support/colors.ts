import type { Locator } from 'playwright-core';

/** The contrast that WCAG 2.2 requires of text (1.4.3, AA). */
export const READABLE = 4.5;

/** These functions run in the page. */
declare const getComputedStyle: (
  element: unknown,
  pseudo?: string,
) => { readonly color: string; readonly backgroundColor: string; readonly content: string };
export const colorOf = (element: unknown): string => getComputedStyle(element).color;
export const backgroundOf = (element: unknown): string => getComputedStyle(element).backgroundColor;
/** The badge of a file, which its style sets as content after the name. */
export const badgeOf = (element: unknown): string => getComputedStyle(element, '::after').content;

/** Text and colour of each element. */
export async function colorsOf(elements: Locator): Promise<(readonly [string, string])[]> {
  const found = await elements.evaluateAll((all) =>
    all.map((one) => [one.textContent ?? '', getComputedStyle(one).color] as const),
  );
  return found.map(([text, color]) => [text.replaceAll('\u00a0', ' '), color]);
}

/** The relative luminance of a computed colour, `rgb(1, 2, 3)`, after WCAG 2.2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((written) => {
    const part = Number(written) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
