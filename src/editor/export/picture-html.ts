import { previewPage } from './preview-page';

/** Pixels of the PNG per pixel of the picture, so that it is sharp on a wall and on dense screens. */
const SCALE = 2;

const STYLE = `svg { display: block; max-width: 100%; height: auto; margin: 0 auto 1rem; }
button {
  font: inherit; padding: 0.4em 0.9em; margin-inline-end: 0.5em; cursor: pointer;
  color: var(--vscode-button-foreground); background: var(--vscode-button-background);
  border: 1px solid var(--vscode-button-border, transparent);
}
button:hover { background: var(--vscode-button-hoverBackground); }
button:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 2px; }`;

const SCRIPT = `const host = acquireVsCodeApi();
const source = new XMLSerializer().serializeToString(document.querySelector('svg'));
const draw = async () => {
  const image = new Image();
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(source);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * ${SCALE};
  canvas.height = image.naturalHeight * ${SCALE};
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
};
document.getElementById('save').addEventListener('click', async () => {
  const canvas = await draw();
  host.postMessage({ png: canvas.toDataURL('image/png').split(',')[1] });
});
document.getElementById('copy').addEventListener('click', async () => {
  try {
    const canvas = await draw();
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    host.postMessage({ copied: true });
  } catch {
    host.postMessage({ copied: false });
  }
});`;

/**
 * The page that shows a picture, with buttons that draw it as PNG in the browser, so that no other program is needed.
 */
export function pictureHtml(svg: string, title: string): string {
  const shown = svg.replace(/^<\?xml[^>]*>\s*/, '');
  return previewPage(title, {
    style: STYLE,
    body: `${shown}
<button type="button" id="save">Save as PNG…</button>
<button type="button" id="copy">Copy as Image</button>`,
    script: SCRIPT,
  });
}
