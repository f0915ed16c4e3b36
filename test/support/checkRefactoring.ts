/** Checks of what changes several files at once: texts in, texts out. */
import { editsForMoves, type FileMove } from '../../server/src/core/features/fileMoves.js';
import { refactorings } from '../../server/src/core/features/refactorings.js';
import { prepareRename, rename } from '../../server/src/core/features/rename.js';
import type { TextEdit } from '../../server/src/core/rules/types.js';
import { applyTo } from './applyEdits.js';
import { type Files, makeSnapshot, takeCursorOf, type WorkspaceOptions } from './workspace.js';

/** The files that edits change, with their new texts. */
export function changedFiles(files: Files, edits: readonly TextEdit[]): Record<string, string> {
  const changed = new Set(edits.map(({ path }) => path));
  return Object.fromEntries([...changed].map((path) => [path, applyTo(path, files[path]!, edits)]));
}

/** What the editor would let the user rename at the mark `$0`: `characters → placeholder`, or why not. */
export function renameTargetAt(marked: Files, options: WorkspaceOptions = {}): string | null {
  const { files, path, offset } = takeCursorOf(marked);
  const target = prepareRename(makeSnapshot(files, options), path, offset);
  if (!target) return null;
  if ('refused' in target) return target.refused;
  return `${files[path]!.slice(target.span.start, target.span.end)} → ${target.placeholder}`;
}

/** The changed files after renaming what stands at the mark, or why it is refused. */
export function renamedTo(
  newName: string,
  marked: Files,
  options: WorkspaceOptions = {},
): Record<string, string> | string | null {
  const { files, path, offset } = takeCursorOf(marked);
  const result = rename(makeSnapshot(files, options), path, offset, newName);
  if (!result) return null;
  if ('refused' in result) return result.refused;
  return changedFiles(files, result.edits);
}

/** The changed files when `from → to` moves happen, at their old places. */
export function movedFiles(
  files: Files,
  moves: Readonly<Record<string, string>>,
  updatesLinks = true,
  options: WorkspaceOptions = {},
): Record<string, string> {
  const list: FileMove[] = Object.entries(moves).map(([from, to]) => ({ from, to }));
  return changedFiles(files, editsForMoves(makeSnapshot(files, options), list, updatesLinks));
}

/** The texts of all files that each refactoring at the mark changes or makes, by its title. */
export function refactoringsAt(
  marked: Files | string,
  options: WorkspaceOptions = {},
): Record<string, Record<string, string>> {
  const { files, path, offset } = takeCursorOf(typeof marked === 'string' ? { 'policy.md': marked } : marked);
  const found = refactorings(makeSnapshot(files, options), path, { start: offset, end: offset });
  const titles = found.map(({ title }) => title);
  if (new Set(titles).size < titles.length) throw new Error(`Told in the same words: ${titles.join('; ')}.`);
  return Object.fromEntries(
    found.map(({ title, edits, newFile }) => {
      return [title, { ...changedFiles(files, edits), ...(newFile ? { [newFile.path]: newFile.text } : {}) }];
    }),
  );
}

/** The one file as the refactoring of that title leaves it; fails where it is not offered. */
export function refactored(title: string, marked: Files | string, options: WorkspaceOptions = {}): string {
  const all = refactoringsAt(marked, options);
  const changed = all[title];
  if (!changed) throw new Error(`No “${title}”. There are: ${Object.keys(all).join('; ') || 'none'}.`);
  const texts = Object.values(changed);
  if (texts.length !== 1) throw new Error(`“${title}” changes ${Object.keys(changed).join(', ')}.`);
  return texts[0]!;
}
