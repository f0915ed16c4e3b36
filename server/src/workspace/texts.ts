/** The text of each file as it counts now: that of the editor where the file is open, else that on the disk. */
import type { Host } from './host.js';
import { insidePath } from './paths.js';

export class Texts {
  private readonly open = new Map<string, string>();
  /** The file that was read from disk last: rules quote from it, and reading it again would cost as much as the first time. */
  private lastRead: { readonly path: string; readonly text: string } | null = null;

  /** Editors show a text without its byte order mark, so positions leave it out; the command line keeps and counts it. */
  constructor(
    private readonly host: Host,
    private readonly keepsByteOrderMark: boolean,
  ) {}

  /** The text of an open file, whether or not it belongs to the workspace. */
  openText(path: string): string | undefined {
    return this.open.get(path);
  }

  isOpen(path: string): boolean {
    return this.open.has(path);
  }

  openPaths(): Iterable<string> {
    return this.open.keys();
  }

  /** Answers whether the file was not open before. */
  setOpen(path: string, text: string): boolean {
    const isNew = !this.open.has(path);
    this.open.set(path, text);
    return isNew;
  }

  /** Answers whether the file was open. */
  close(path: string): boolean {
    return this.open.delete(path);
  }

  /** Keeps what was read from disk until the next file is read. Answers the text as it counts. */
  noteRead(path: string, written: string): string {
    const text = this.withoutMark(written);
    this.lastRead = { path, text };
    return text;
  }

  /** Forgets what was read last: of that path, or without one of any. */
  forgetRead(path?: string): void {
    if (path === undefined || this.lastRead?.path === path) this.lastRead = null;
  }

  /** The path of the file that was read last, if its text is still at hand. */
  get lastReadPath(): string | undefined {
    return this.lastRead?.path;
  }

  /** The text of any file of the folder; null where there is none. `known` are texts that are kept elsewhere. */
  textOf(path: string, known: ReadonlyMap<string, string>): string | null {
    const open = this.open.get(path);
    if (open !== undefined) return open;
    if (this.lastRead?.path === path) return this.lastRead.text;
    const kept = known.get(path);
    if (kept !== undefined) return kept;
    const inside = insidePath(path);
    const text = inside === null ? null : this.host.readFileNow(inside);
    return text === null ? null : this.withoutMark(text);
  }

  /** Null where that cannot be said. */
  fileExists(path: string): boolean | null {
    const inside = insidePath(path);
    if (inside === null) return false;
    const kind = this.open.has(inside) ? 'file' : this.host.kindOf(inside);
    return kind === 'unknown' ? null : kind !== 'nothing';
  }

  /** Whether there is known to be such a folder. */
  isFolder(path: string): boolean {
    const inside = insidePath(path);
    return inside !== null && this.host.kindOf(inside) === 'folder';
  }

  private withoutMark(text: string): string {
    return !this.keepsByteOrderMark && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }
}
