/** A panel with a page of ours in it: when the page listens, what it is sent, and what goes with it. */
import { type Disposable, EventEmitter, type Uri, type WebviewPanel } from 'vscode';
import { setPage } from './page.js';

/** @typeParam Message what the page is sent */
export class PagePanel<Message> implements Disposable {
  /** The page is there and listens. It goes away with the tab's visibility and comes anew. */
  private listens = false;
  private gone = false;
  private readonly parts: Disposable[] = [];
  private readonly disposeEmitter = new EventEmitter<void>();
  readonly onDidDispose = this.disposeEmitter.event;

  /**
   * @param name of the bundle: `soa`
   * @param receive is given what the page posts, as it comes
   */
  constructor(
    readonly panel: WebviewPanel,
    extensionUri: Uri,
    name: string,
    title: string,
    receive: (data: unknown) => void,
  ) {
    this.own(
      panel.onDidDispose(() => this.dispose()),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.listens = false;
      }),
      panel.webview.onDidReceiveMessage(receive),
    );
    setPage(panel, extensionUri, name, title);
  }

  get isReady(): boolean {
    return this.listens;
  }

  get isDisposed(): boolean {
    return this.gone;
  }

  /** The page has said that it listens. */
  setReady(): void {
    this.listens = !this.gone;
  }

  /** What ends with the panel. */
  own(...parts: readonly Disposable[]): void {
    this.parts.push(...parts);
  }

  /** Nothing is sent to a page that does not listen: it asks for all when it does. */
  post(message: Message): void {
    if (this.listens) void this.panel.webview.postMessage(message);
  }

  dispose(): void {
    if (this.gone) return;
    this.gone = true;
    this.listens = false;
    for (const each of this.parts.splice(0)) each.dispose();
    this.disposeEmitter.fire();
    this.disposeEmitter.dispose();
  }
}
