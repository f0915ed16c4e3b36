/**
 * Where things are: the project root and the folder for everything that is made or downloaded on the way and can be
 * deleted at any time (`.cache`, or the folder named by the environment variable CLAUSEMARK_CACHE).
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** The absolute path of a file or folder inside the cache folder. */
export function cachePath(...parts) {
  return resolve(process.env.CLAUSEMARK_CACHE || resolve(projectRoot, '.cache'), ...parts);
}

/** The absolute path of a file or folder of the project. */
export function projectPath(...parts) {
  return resolve(projectRoot, ...parts);
}

/** True on a build server, where a missing part is a failure and not a reason to skip. */
export const isContinuousIntegration = Boolean(process.env.CI) && process.env.CI !== 'false';
