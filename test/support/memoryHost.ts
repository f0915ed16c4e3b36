/** A disk that exists only in a test: files that the test writes, a date that it sets, no waiting. */
import type {
  FileFilter,
  FileText,
  HelperPool,
  Host,
  IndexStorage,
  ListedFile,
  MaybePromise,
} from '../../server/src/workspace/host.js';

export class MemoryHost implements Host {
  readonly logged: string[] = [];
  /** Paths that were read, in order. */
  readonly reads: string[] = [];
  /** True: every answer comes later, as from a virtual file system. */
  isSlow = false;
  date = '2026-11-21';
  /** Files that say of themselves that they were changed a moment ago. */
  readonly young = new Set<string>();
  /** What a workspace stored last; null: nothing yet. */
  stored: Uint8Array | null = null;
  readonly storage: IndexStorage = {
    program: 'test',
    load: () => this.stored,
    save: (block) => {
      this.stored = block;
    },
  };
  /** Who reads files at the same time; nobody unless a test sets it. */
  helpers?: HelperPool;
  private readonly files = new Map<string, { text: string; stamp: number }>();
  private changes = 0;

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    this.files.set(path, { text, stamp: ++this.changes });
  }

  remove(path: string): void {
    for (const name of [...this.files.keys()])
      if (name === path || name.startsWith(path + '/')) this.files.delete(name);
  }

  paths(): string[] {
    return [...this.files.keys()].sort();
  }

  /** Another disk with the same files. */
  copy(): MemoryHost {
    const copy = new MemoryHost();
    for (const [path, { text }] of this.files) copy.write(path, text);
    copy.date = this.date;
    return copy;
  }

  readFile(path: string, largestFile: number): MaybePromise<FileText> {
    this.reads.push(path);
    const answer = this.textAt(path, largestFile);
    return this.isSlow ? Promise.resolve(answer) : answer;
  }

  readFileNow(path: string): string | null {
    return this.files.get(path)?.text ?? null;
  }

  *listFiles(filter: FileFilter): Generator<ListedFile[]> {
    for (const [path, { stamp }] of [...this.files]) {
      const folders = path.split('/').slice(0, -1);
      const isEntered = folders.every((_, index) => filter.entersFolder(folders.slice(0, index + 1).join('/')));
      if (isEntered && filter.wantsFile(path)) yield [{ path, stamp: String(stamp) }];
    }
  }

  kindOf(path: string): 'file' | 'folder' | 'nothing' {
    if (this.files.has(path)) return 'file';
    return this.paths().some((name) => name.startsWith(path + '/')) ? 'folder' : 'nothing';
  }

  today(): string {
    return this.date;
  }

  now(): number {
    return 0;
  }

  pause(): Promise<void> {
    return Promise.resolve();
  }

  log(message: string): void {
    this.logged.push(message);
  }

  /** The file as it is now, without a note that it was read. */
  textAt(path: string, largestFile: number): FileText {
    const file = this.files.get(path);
    if (!file) return { kind: 'missing' };
    const stamp = String(file.stamp);
    if (file.text.length > largestFile) return { kind: 'skipped', reason: 'too-large', bytes: file.text.length, stamp };
    return { kind: 'text', text: file.text, stamp, ...(this.young.has(path) ? { isYoung: true } : {}) };
  }
}
