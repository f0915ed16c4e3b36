/** `.clausemarkignore`, in the syntax of `.gitignore` → a test of paths. Like git, it takes no notice of case where disks do not. */
import { fits, namesOf, stepsOf } from './glob.js';

interface Line {
  readonly steps: ReturnType<typeof stepsOf>;
  readonly isException: boolean;
  /** It ends with a slash. */
  readonly isForFolders: boolean;
}

/** A path is left out by the last line that means it, or with a folder above it that is left out. */
export function ignoreTest(text: string): (path: string, isFolder: boolean) => boolean {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line) => readLine(line) ?? []);
  if (lines.length === 0) return () => false;
  const isOut = (names: readonly string[], isFolder: boolean) =>
    lines.findLast((line) => (isFolder || !line.isForFolders) && fits(line.steps, names))?.isException === false;
  return (path, isFolder) => {
    const names = path.toLowerCase().split('/');
    return names.some((_, at) => isOut(names.slice(0, at + 1), isFolder || at + 1 < names.length));
  };
}

function readLine(written: string): Line | null {
  let text = written.replace(/((?:\\\s)*)\s+$/, '$1').toLowerCase();
  if (text === '' || text.startsWith('#')) return null;
  const isException = text.startsWith('!');
  if (isException) text = text.slice(1);
  const isForFolders = text.endsWith('/');
  if (isForFolders) text = text.slice(0, -1);
  if (text === '') return null;
  const isAnchored = text.includes('/');
  const parts = namesOf(text.replace(/^\//, ''));
  return { steps: stepsOf(isAnchored ? parts : ['**', ...parts]), isException, isForFolders };
}
