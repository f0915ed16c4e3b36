/** Which management system a document belongs to. */
import type { ManagementSystem } from './types.js';

/** Whether the path lies in the folder or below it; every path lies in the root folder `''`. */
export function isInFolder(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

const foldersOf = new WeakMap<ManagementSystem, readonly string[]>();

/** The folders whose documents the system covers, relative to the root: those it names, else the one it lies in. */
export function coveredFolders(system: ManagementSystem): readonly string[] {
  let folders = foldersOf.get(system);
  if (!folders) {
    const named = (system.folders ?? []).flatMap(({ path }) => (path === null ? [] : [path]));
    folders = named.length > 0 ? named : [system.folder];
    foldersOf.set(system, folders);
  }
  return folders;
}

/**
 * The system that a path belongs to: the one that covers the innermost folder around it. Of two that cover the same folder
 * the one whose file lies there, else the first. Null where none covers it. A soa.yaml belongs to itself.
 */
export function systemCovering(path: string, systems: Iterable<ManagementSystem>): ManagementSystem | null {
  let best: ManagementSystem | null = null;
  let bestFolder = '';
  for (const system of systems) {
    if (system.path === path) return system;
    for (const folder of coveredFolders(system)) {
      if (!isInFolder(path, folder)) continue;
      const isNearer = best === null || folder.length > bestFolder.length;
      const isAtHome = folder === bestFolder && system.folder === folder && best?.folder !== folder;
      if (!isNearer && !isAtHome) continue;
      best = system;
      bestFolder = folder;
    }
  }
  return best;
}

/** Whether every document of the workspace belongs to the system, so that nobody has to ask. */
export function coversEverything(system: ManagementSystem, systems: readonly ManagementSystem[]): boolean {
  return systems.length === 1 && coveredFolders(system).includes('');
}
