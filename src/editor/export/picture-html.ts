import data from './picture-page.yml';
import { previewPage } from './preview-page';

/** Pixels of the PNG per pixel of the picture, so that it is sharp on a wall and on dense screens. */
const SCALE = 2;

const { style, script } = data as { readonly style: string; readonly script: string };

/**
 * The page that shows a picture, with buttons that draw it as PNG in the browser, so that no other program is needed.
 */
export function pictureHtml(svg: string, title: string): string {
  const shown = svg.replace(/^<\?xml[^>]*>\s*/, '');
  return previewPage(title, {
    style,
    body: `${shown}
<button type="button" id="save">Save as PNG…</button>
<button type="button" id="copy">Copy as Image</button>`,
    script: script.replaceAll('SCALE', `${SCALE}`),
  });
}
