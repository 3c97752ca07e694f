import { Page } from './page';
import { type FromPanel, readToPanel } from './protocol';
import type { ScrollPosition } from './scroll-positions';

interface EditorApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: readonly ScrollPosition[]): void;
}

declare function acquireVsCodeApi(): EditorApi;

const editor = acquireVsCodeApi();
const page = new Page(
  (message) => editor.postMessage(message),
  (places) => editor.setState(places),
  editor.getState(),
);
document.body.append(page.element);
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = readToPanel(data);
  if (message) page.receive(message);
});
editor.postMessage({ type: 'ready' });
