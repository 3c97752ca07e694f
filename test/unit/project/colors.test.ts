import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

type Kind = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: { colors: { id: string; defaults: Record<Kind, string> }[] };
};

/** The editor's background in VS Code's own themes, and what they draw quotes in (theme-defaults of VS Code 1.139). */
const THEMES: readonly { kind: Kind; name: string; background: string; quote?: string }[] = [
  { kind: 'light', name: 'Light 2026', background: '#FFFFFF', quote: '#116329' },
  { kind: 'light', name: 'Light Modern', background: '#FFFFFF' },
  { kind: 'dark', name: 'Dark 2026', background: '#121314', quote: '#7EE787' },
  { kind: 'dark', name: 'Dark Modern', background: '#1F1F1F' },
  { kind: 'highContrast', name: 'Dark High Contrast', background: '#000000' },
  { kind: 'highContrastLight', name: 'Light High Contrast', background: '#FFFFFF' },
];

/** The least contrast of text with what is behind it (WCAG 2.2, level AA). */
const AA = 4.5;
/** A clearly visible colour difference: ten times the just noticeable one (CIE 1976 ΔE, 2.3). */
const APART = 23;

/** Red, green and blue in linear light, each 0 to 1. */
function linear(hex: string): [number, number, number] {
  const value = (at: number) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return [value(1), value(3), value(5)];
}

/** WCAG's relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** CIELAB of an sRGB colour under D65: https://www.w3.org/TR/css-color-4/#lab-colors */
function lab(hex: string): [number, number, number] {
  const [red, green, blue] = linear(hex);
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function difference(one: string, other: string): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(...a.map((value, at) => value - (b[at] as number)));
}

describe('the colours of who, what and change', () => {
  for (const { kind, name, background, quote } of THEMES) {
    it(`are readable in ${name}, and distinct from each other and from a quote`, () => {
      const colors = contributes.colors.map(({ id, defaults }) => ({ id, color: defaults[kind] }));
      assert.equal(colors.length, 3);
      for (const { id, color } of colors) {
        assert.ok(contrast(color, background) >= AA, `${id}: ${contrast(color, background).toFixed(2)}`);
        for (const other of colors)
          if (other.id < id) assert.ok(difference(color, other.color) >= APART, `${id} and ${other.id}`);
        if (quote)
          assert.ok(difference(color, quote) >= APART, `${id}: ${difference(color, quote).toFixed(1)}`);
      }
    });
  }
});
