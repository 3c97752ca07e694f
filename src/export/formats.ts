import { exportBadge } from './badge';
import { exportHtml } from './html-page';
import { exportMarkdown } from './markdown-page';
import type { PageContent } from './page-content';
import { exportSvg } from './picture';

/** A kind of page or picture that a purpose can be exported as. */
export interface ExportFormat {
  /** The value of `--format`. */
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  /** The language of the result. */
  readonly type: 'html' | 'svg' | 'markdown';
  /** The end of a suggested file name, after the name of the purpose. */
  readonly ending: string;
  /** The history: the user decides whether it is shown, it is always needed, or never used. */
  readonly story: 'optional' | 'always' | 'never';
  readonly make: (content: PageContent) => string;
}

/** Every format, in the order of menus and help. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    id: 'html',
    label: 'Page',
    detail: 'One HTML file to read, print or put on a site; light and dark',
    type: 'html',
    ending: '.html',
    story: 'optional',
    make: exportHtml,
  },
  {
    id: 'svg',
    label: 'Picture',
    detail: 'An SVG for a wall or a slide: the statement alone',
    type: 'svg',
    ending: '.svg',
    story: 'never',
    make: exportSvg,
  },
  {
    id: 'markdown',
    label: 'Markdown',
    detail: 'A page for a wiki',
    type: 'markdown',
    ending: '.page.md',
    story: 'optional',
    make: exportMarkdown,
  },
  {
    id: 'badge',
    label: 'Badge',
    detail: 'A small SVG for a README: when it was last reviewed',
    type: 'svg',
    ending: '-badge.svg',
    story: 'always',
    make: exportBadge,
  },
];
