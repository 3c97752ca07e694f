import { ICONS } from './icons';

type Value = string | number | boolean | undefined | ((event: Event) => void);
type Child = Node | string | undefined | false;

/** Makes an element. Attributes are set as such; functions listen to the event of that name; strings become text, never HTML. */
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

/** Texts beyond so many characters would push all else out of sight: they get a window of their own to scroll in. */
const LONG = 1200;

/** Attributes for an element that shows a statement of this length. */
export function statementAttributes(name: string, text: string): Readonly<Record<string, Value>> {
  const isLong = text.length > LONG;
  return {
    class: isLong ? `${name} long` : name,
    dir: 'auto',
    // Whoever has no mouse scrolls it, too.
    ...(isLong && { tabindex: '0', role: 'group', 'aria-label': 'A long statement, to be scrolled' }),
  };
}

const SVG = 'http://www.w3.org/2000/svg';

/** Makes a part of a drawing. */
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

/** A drawing that says nothing which the text beside it does not say. */
export function icon(name: keyof typeof ICONS): SVGElement {
  return svg(
    'svg',
    { viewBox: '0 0 16 16', class: 'icon', 'aria-hidden': 'true' },
    svg('path', { d: ICONS[name] }),
  );
}
