/** A folder that is on no disk, as a virtual workspace has it: VS Code reads it from us, and nobody else can. */
import * as vscode from 'vscode';

const { FileType, FileChangeType, FileSystemError } = vscode;

export class MemoryFolder implements vscode.FileSystemProvider {
  private readonly files = new Map<string, Uint8Array>();
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;

  /** @param texts by path, beginning with `/` */
  constructor(texts: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(texts)) this.files.set(path, new TextEncoder().encode(text));
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const content = this.files.get(path);
    if (!content && !this.isFolder(path)) throw FileSystemError.FileNotFound(path);
    const type = content ? FileType.File : FileType.Directory;
    return { type, ctime: 0, mtime: 0, size: content?.length ?? 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const names = new Map<string, vscode.FileType>();
    for (const file of this.files.keys()) {
      if (!file.startsWith(below(path))) continue;
      const [name, ...more] = file.slice(below(path).length).split('/');
      names.set(name!, more.length > 0 ? FileType.Directory : FileType.File);
    }
    return [...names];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const content = this.files.get(path);
    if (!content) throw FileSystemError.FileNotFound(path);
    return content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const type = this.files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.files.set(uri.path, content);
    this.changes.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    for (const path of [...this.files.keys()]) {
      if (path === uri.path || path.startsWith(below(uri.path))) this.files.delete(path);
    }
    this.changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  createDirectory(): void {}

  watch(): vscode.Disposable {
    return { dispose: () => {} };
  }

  private isFolder(path: string): boolean {
    return [...this.files.keys()].some((file) => file.startsWith(below(path)));
  }
}

function below(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
