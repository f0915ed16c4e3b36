/** What a page of ours needs of VS Code: messages in both directions, and what it keeps while it is hidden. */

export interface PageHost<Out, State> {
  post(message: Out): void;
  getState(): State | null;
  setState(state: State): void;
}

export interface PageView<In> {
  receive(message: In): void;
  /** Says that the page listens. */
  start(): void;
}

interface VsCodeApi<Out, State> {
  postMessage(message: Out): void;
  getState(): State | undefined | null;
  setState(state: State): void;
}

declare function acquireVsCodeApi<Out, State>(): VsCodeApi<Out, State>;

/** Makes the view in the page and connects it with the extension. */
export function startPage<In, Out, State>(
  makeView: (root: HTMLElement, host: PageHost<Out, State>) => PageView<In>,
): void {
  const api = acquireVsCodeApi<Out, State>();
  const root = document.getElementById('app');
  if (!root) return;
  const view = makeView(root, {
    post: (message) => api.postMessage(message),
    getState: () => api.getState() ?? null,
    setState: (state) => api.setState(state),
  });
  window.addEventListener('message', ({ data }: MessageEvent<In>) => view.receive(data));
  view.start();
}
