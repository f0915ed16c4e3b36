/** Which files belong to a workspace: the globs of the settings, less what the ignore file names. */
import type { Settings } from '../core/settings.js';
import { globTest } from './glob.js';
import type { FileFilter } from './host.js';
import { ignoreTest } from './ignoreFile.js';
import { isSystemPath } from './paths.js';

export interface WorkspaceFiles extends FileFilter {
  /** Whether the path is a policy document of this workspace. */
  isDocument(path: string): boolean;
  /** Whether the path is the file of a management system. */
  isSystem(path: string): boolean;
}

/**
 * The filter for the given settings.
 * `ignoreText` is the content of the ignore file (syntax of .gitignore), empty where there is none.
 */
export function workspaceFiles(settings: Settings, ignoreText: string): WorkspaceFiles {
  const included = globTest(settings.include);
  const excluded = globTest(settings.exclude);
  const excludedFolders = globTest(settings.exclude.map(folderGlob).filter((glob) => glob !== ''));
  const ignored = ignoreTest(ignoreText);
  const isLeftOut = (path: string, names: readonly string[]) => excluded(names) || ignored(path, false);
  const isDocument = (path: string) => {
    const names = path.split('/');
    return included(names) && !isSystemPath(path) && !isLeftOut(path, names);
  };
  const isSystem = (path: string) => isSystemPath(path) && !isLeftOut(path, path.split('/'));
  return {
    isDocument,
    isSystem,
    wantsFile: (path) => isDocument(path) || isSystem(path),
    entersFolder: (path) => !excludedFolders(path.split('/')) && !ignored(path, true),
  };
}

/** `**\/node_modules/**` leaves out everything below such a folder, so the folder need not be entered. */
function folderGlob(glob: string): string {
  return glob.endsWith('/**') ? glob.slice(0, -3) : '';
}
