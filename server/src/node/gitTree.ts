/** A folder as it was in a commit, for the workspace: read from git, without touching the files on disk. */

import { isUtf8 } from 'node:buffer';
import { t } from '../core/l10n.js';
import { type FileFilter, type FileText, type Host, type ListedFile, largestFile } from '../workspace/host.js';
import { GitProblem, readObjects, runGit } from './git.js';

interface TreeFile {
  readonly object: string;
  readonly size: number;
}

/** A repository with more files than that would fill the memory with names alone. */
const mostFiles = 200_000;
/** In bytes, of all texts that the workspace asks for. */
const largestContent = 256 * 1024 * 1024;

export interface GitTreeOptions {
  readonly today: () => string;
  readonly log: (message: string) => void;
}

/**
 * The host for a folder of a repository at a commit. Links and submodules are left out.
 * @param commit the whole hash
 */
export async function createGitHost(folder: string, commit: string, options: GitTreeOptions): Promise<Host> {
  const files = await listTree(folder, commit);
  const folders = new Set<string>(['']);
  for (const path of files.keys()) {
    for (
      let at = path.lastIndexOf('/');
      at > 0 && !folders.has(path.slice(0, at));
      at = path.lastIndexOf('/', at - 1)
    ) {
      folders.add(path.slice(0, at));
    }
  }
  const texts = new Map<string, FileText>();
  const fetchTexts = async (paths: readonly string[], largest: number) => {
    const wanted = paths.filter((path) => !texts.has(path) && files.get(path)!.size <= largest);
    const total = wanted.reduce((sum, path) => sum + files.get(path)!.size, 0);
    if (total > largestContent)
      throw new GitProblem(
        t('The documents of this revision are larger than 256 MB. Open the folder of the management system alone.'),
      );
    const contents = await readObjects(
      folder,
      wanted.map((path) => files.get(path)!.object),
      largest,
    );
    for (const [index, path] of wanted.entries()) texts.set(path, decode(contents[index]!, files.get(path)!));
  };
  return {
    readFile: async (path, largest) => {
      const file = files.get(path);
      if (!file) return { kind: 'missing' };
      if (file.size > largest) return { kind: 'skipped', reason: 'too-large', bytes: file.size, stamp: file.object };
      await fetchTexts([path], largest);
      return texts.get(path) ?? { kind: 'missing' };
    },
    readFileNow: (path) => {
      const known = texts.get(path);
      return known?.kind === 'text' ? known.text : null;
    },
    listFiles: (filter) => listWanted(files, filter, fetchTexts),
    kindOf: (path) => (files.has(path) ? 'file' : folders.has(path) ? 'folder' : 'nothing'),
    today: options.today,
    now: () => performance.now(),
    pause: () => Promise.resolve(),
    log: options.log,
  };
}

/** Everything that is wanted is fetched at once: one call of git instead of one for each file. */
async function* listWanted(
  files: ReadonlyMap<string, TreeFile>,
  filter: FileFilter,
  fetchTexts: (paths: readonly string[], largest: number) => Promise<void>,
): AsyncGenerator<ListedFile[]> {
  const entered = new Map<string, boolean>([['', true]]);
  const enters = (folder: string): boolean => {
    const known = entered.get(folder);
    if (known !== undefined) return known;
    const above = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '';
    const result = enters(above) && filter.entersFolder(folder);
    entered.set(folder, result);
    return result;
  };
  const wanted = [...files.keys()].filter((path) => {
    return enters(path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '') && filter.wantsFile(path);
  });
  await fetchTexts(wanted, largestFile);
  yield wanted.map((path) => ({ path, stamp: files.get(path)!.object }));
}

/**
 * The files of a commit below a folder, by path relative to it, as `ls-tree` prints them there. Links and submodules
 * are left out. @throws GitProblem
 */
export async function listTree(folder: string, commit: string): Promise<Map<string, TreeFile>> {
  const answer = await runGit(folder, ['ls-tree', '-r', '-z', '-l', '--end-of-options', commit]);
  const files = new Map<string, TreeFile>();
  for (const line of answer.split('\0')) {
    const match = /^100\d{3} blob ([0-9a-f]{40,64})\s+(\d+)\t([\s\S]+)$/.exec(line);
    if (match) files.set(match[3]!, { object: match[1]!, size: Number(match[2]) });
    if (files.size > mostFiles)
      throw new GitProblem(
        t('This revision has more than {0} files. Open the folder of the management system alone.', mostFiles),
      );
  }
  return files;
}

function decode(bytes: Buffer | null, { object: stamp, size }: TreeFile): FileText {
  if (bytes === null) return { kind: 'skipped', reason: 'unreadable', bytes: size, stamp };
  if (bytes.subarray(0, 8192).includes(0)) return { kind: 'skipped', reason: 'binary', bytes: size, stamp };
  if (!isUtf8(bytes)) return { kind: 'skipped', reason: 'not-utf8', bytes: size, stamp };
  return { kind: 'text', text: bytes.toString('utf8'), stamp };
}
