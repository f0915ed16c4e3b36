/** Entry of the pane with the Statement of Applicability; the page around it comes from shell.ts. */
import type { MessageFromPane, MessageToPane, PaneState } from '../messages.js';
import { SoaView } from './view.js';

interface VsCodeApi {
  postMessage(message: MessageFromPane): void;
  getState(): PaneState | undefined | null;
  setState(state: PaneState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();
const root = document.getElementById('app');

if (root) {
  const view = new SoaView(root, {
    post: (message) => api.postMessage(message),
    getState: () => api.getState() ?? null,
    setState: (state) => api.setState(state),
  });
  window.addEventListener('message', ({ data }: MessageEvent<MessageToPane>) => view.receive(data));
  view.start();
}
