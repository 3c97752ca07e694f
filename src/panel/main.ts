import { Page } from './page';
import type { PagePlace } from './places';
import { type FromPanel, readToPanel } from './protocol';

interface EditorApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: readonly PagePlace[]): void;
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
