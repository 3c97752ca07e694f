import { ICONS } from './icons';

type Value = string | number | boolean | undefined | ((event: Event) => void);
type Child = Node | string | undefined | false;

/** Creates an element. Functions are event listeners; strings become text, never HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(
    ...children.filter((child): child is Node | string => child !== undefined && child !== false),
  );
  return element;
}

/** Texts with more characters than this get a scrollable box, so as not to push everything else out of sight. */
const LONG = 1200;

/** Attributes for an element that shows a statement of this length. */
export function statementAttributes(name: string, text: string): Readonly<Record<string, Value>> {
  const isLong = text.length > LONG;
  return {
    class: isLong ? `${name} long` : name,
    dir: 'auto',
    // The box can also be scrolled by keyboard.
    ...(isLong && { tabindex: '0', role: 'group', 'aria-label': 'A long statement, to be scrolled' }),
  };
}

const SVG = 'http://www.w3.org/2000/svg';

/** Creates an SVG element. */
export function svg(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: Element[]
): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A decorative icon, hidden from screen readers because the text beside it says the same. */
export function icon(name: keyof typeof ICONS): SVGElement {
  return svg(
    'svg',
    { viewBox: '0 0 16 16', class: 'icon', 'aria-hidden': 'true' },
    svg('path', { d: ICONS[name] }),
  );
}
