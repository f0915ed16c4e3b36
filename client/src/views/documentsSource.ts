/** All documents by state as the server last said: asked for once per change, however many views and files show them. */
import { type Disposable, EventEmitter } from 'vscode';
import { documentsRequest, type FolderDocumentsMessage } from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';

/** In milliseconds: a state changes with an edit of a few fields, and nobody waits for it while typing. */
const patience = 500;

export class DocumentsSource implements Disposable {
  private readonly changeEmitter = new EventEmitter<void>();
  readonly onDidChange = this.changeEmitter.event;
  private current: Promise<readonly FolderDocumentsMessage[]> | null = null;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly disposables: Disposable[];

  constructor(private readonly server: ServerConnection) {
    this.disposables = [
      this.changeEmitter,
      server.onDidChangeSoa(() => this.noteChange()),
      server.onDidChangeState(() => this.noteChange()),
    ];
  }

  /** The documents as of the last change; empty where the server does not run. */
  documents(): Promise<readonly FolderDocumentsMessage[]> {
    this.current ??= this.server.request<FolderDocumentsMessage[]>(documentsRequest).then((answer) => answer ?? []);
    return this.current;
  }

  dispose(): void {
    clearTimeout(this.waiting);
    for (const each of this.disposables) each.dispose();
  }

  private noteChange(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.current = null;
      this.changeEmitter.fire();
    }, patience);
  }
}
