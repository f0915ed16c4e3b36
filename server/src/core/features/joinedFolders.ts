/** Several folders that lie side by side, as one: for files that move from one of them to another. */
import type { Snapshot } from '../snapshot.js';
import type { ManagementSystem } from '../soa/types.js';
import type { TextsWithPaths } from './fileMoves.js';

export interface NamedFolder {
  /** Its name in the folder that holds all of them. */
  readonly name: string;
  readonly snapshot: Pick<Snapshot, 'documents' | 'systems' | 'textOf' | 'fileExists'>;
}

/**
 * The texts of all folders, with paths that begin in the folder that holds them: `policies/a.md` of the folder `isms` is
 * `isms/policies/a.md`. What lies beside the folders is not known to exist. Addresses that begin with `/` mean the root of
 * their own folder and lead nowhere here.
 */
export function joinedFolders(folders: readonly NamedFolder[]): TextsWithPaths {
  const find = (path: string) => {
    const name = path.split('/', 1)[0]!;
    const folder = folders.find((one) => one.name === name);
    return folder && { snapshot: folder.snapshot, path: path.slice(name.length + 1) };
  };
  return {
    systems: folders.flatMap(({ name, snapshot }) => snapshot.systems.map((system) => placed(system, name))),
    documents: {
      get: (path) => {
        const found = find(path);
        return found?.snapshot.documents.get(found.path);
      },
      has: (path) => {
        const found = find(path);
        return found?.snapshot.documents.has(found.path) ?? false;
      },
      *keys() {
        for (const { name, snapshot } of folders) for (const path of snapshot.documents.keys()) yield `${name}/${path}`;
      },
    },
    textOf: (path) => {
      const found = find(path);
      return found ? found.snapshot.textOf(found.path) : null;
    },
    fileExists: (path) => {
      const found = find(path);
      return found ? found.snapshot.fileExists(found.path) : false;
    },
  };
}

function placed(system: ManagementSystem, name: string): ManagementSystem {
  const below = (path: string) => (path === '' ? name : `${name}/${path}`);
  const folders = system.folders?.map((folder) => ({
    ...folder,
    path: folder.path === null ? null : below(folder.path),
  }));
  return { ...system, path: below(system.path), folder: below(system.folder), ...(folders ? { folders } : {}) };
}
