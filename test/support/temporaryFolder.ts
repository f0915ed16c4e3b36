/** Files on a real disk for tests of what reads disks. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Text, or bytes where the point is that they are no text. */
export type FileContents = Readonly<Record<string, string | Uint8Array>>;

export interface TemporaryFolder {
  /** Absolute, without links. */
  readonly path: string;
  write(path: string, content: string | Uint8Array): void;
  remove(path: string): void;
  /** Deletes it all. */
  dispose(): void;
}

export function temporaryFolder(files: FileContents = {}): TemporaryFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'clausemark-test-')));
  const folder: TemporaryFolder = {
    path,
    write: (name, content) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    },
    remove: (name) => rmSync(join(path, name), { recursive: true, force: true }),
    dispose: () => rmSync(path, { recursive: true, force: true }),
  };
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  return folder;
}
