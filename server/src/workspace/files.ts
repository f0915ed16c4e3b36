/** Which files belong to a workspace: the globs of the settings, less what the ignore file names. */
import ignore from 'ignore';
import picomatch from 'picomatch';
import type { Settings } from '../core/settings.js';
import type { FileFilter } from './host.js';
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
  const included = matcher(settings.include);
  const excluded = matcher(settings.exclude);
  const excludedFolders = matcher(settings.exclude.map(folderGlob).filter((glob) => glob !== ''));
  const ignored = ignoreText.trim() === '' ? null : ignore().add(ignoreText);
  const isLeftOut = (path: string) => excluded(path) || (ignored?.ignores(path) ?? false);
  const isDocument = (path: string) => included(path) && !isSystemPath(path) && !isLeftOut(path);
  const isSystem = (path: string) => isSystemPath(path) && !isLeftOut(path);
  return {
    isDocument,
    isSystem,
    wantsFile: (path) => isDocument(path) || isSystem(path),
    entersFolder: (path) => !excludedFolders(path) && !(ignored?.ignores(path + '/') ?? false),
  };
}

/** `**\/node_modules/**` leaves out everything below such a folder, so the folder need not be entered. */
function folderGlob(glob: string): string {
  return glob.endsWith('/**') ? glob.slice(0, -3) : '';
}

function matcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const matches = picomatch([...globs], { dot: true });
  return (path) => matches(path);
}
