/** What a move of files and folders changes in the texts: paths in soa.yaml, and links between documents. */
import { decoded } from '../markdown/anchors.js';
import { findLinks } from '../markdown/links.js';
import type { TextEdit } from '../rules/types.js';
import type { Snapshot } from '../snapshot.js';
import { pathFrom } from '../soa/paths.js';
import type { ManagementSystem } from '../soa/types.js';
import { inOrderOfFiles } from './renameTypes.js';
import { addressLike, folderOf, mayName, pathLike, targetOf } from './support/linkTargets.js';
import { replacedPath, systemPaths } from './support/systemPaths.js';

/** A file, or a folder with all that is in it. Paths are relative to the root. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/** What is asked of the texts in which paths can stand. */
export interface TextsWithPaths extends Pick<Snapshot, 'systems' | 'textOf' | 'fileExists'> {
  readonly documents: Pick<Snapshot['documents'], 'get' | 'has'> & { keys(): Iterable<string> };
}

/**
 * The edits that keep paths true when files move. They are for the texts as they are before the move, at their old places.
 * @param moves files and folders; where one lies in another, the nearer one counts
 * @param updatesLinks whether Markdown links are changed, too; where the editor does it, ours would be a second time
 */
export function editsForMoves(snapshot: TextsWithPaths, moves: readonly FileMove[], updatesLinks: boolean): TextEdit[] {
  const real = moves.filter(({ from, to }) => from !== '' && to !== '' && from !== to);
  if (real.length === 0) return [];
  const edits = snapshot.systems.flatMap((system) => systemEdits(system, real, snapshot));
  for (const path of snapshot.documents.keys()) {
    const text = snapshot.textOf(path);
    const isMoved = folderOf(placeAfter(path, real)) !== folderOf(path);
    if (text === null || !(isMoved || real.some(({ from }) => mayName(text, from)))) continue;
    edits.push(...frontMatterEdits(path, text, real, snapshot));
    if (updatesLinks) edits.push(...linkEdits(path, text, real, snapshot));
  }
  return inOrderOfFiles(edits);
}

/** Where a path is after the moves; the same path where nothing moves it. */
function placeAfter(path: string, moves: readonly FileMove[]): string {
  let best: FileMove | null = null;
  for (const move of moves) {
    const isMoved = path === move.from || path.startsWith(`${move.from}/`);
    if (isMoved && (best === null || move.from.length > best.from.length)) best = move;
  }
  return best === null ? path : best.to + path.slice(best.from.length);
}

/** Paths in a soa.yaml begin at its folder, so that all of them change where the file itself moves. */
function systemEdits(system: ManagementSystem, moves: readonly FileMove[], snapshot: TextsWithPaths): TextEdit[] {
  const newFolder = folderOf(placeAfter(system.path, moves));
  const text = snapshot.textOf(system.path) ?? '';
  const edits: TextEdit[] = [];
  for (const { span, written, path, fragment } of systemPaths(system, snapshot)) {
    const after = placeAfter(path, moves);
    if (after === path && newFolder === system.folder) continue;
    const old = fragment === null ? written : written.slice(0, -fragment.length - 1);
    // The folder of the file itself has no other name than a dot.
    const way = after === newFolder ? '.' : pathLike(old, newFolder, after);
    const newPath = fragment === null ? way : `${way}#${fragment}`;
    if (newPath !== written) edits.push({ path: system.path, span, newText: replacedPath(text, span, newPath) });
  }
  return edits;
}

function linkEdits(path: string, text: string, moves: readonly FileMove[], snapshot: TextsWithPaths): TextEdit[] {
  const newFolder = folderOf(placeAfter(path, moves));
  const edits: TextEdit[] = [];
  for (const { destination, isEnclosed } of findLinks(text)) {
    const written = text.slice(destination.start, destination.end);
    const target = targetOf(written, path, snapshot);
    if (!target || target.pathEnd === 0) continue;
    const after = placeAfter(target.path, moves);
    // A link that leads nowhere today is left as it is.
    if ((after === target.path && newFolder === folderOf(path)) || snapshot.fileExists(target.path) === false) continue;
    const old = written.slice(0, target.pathEnd);
    const { isWithoutEnding } = target;
    const newText = addressLike(old, { isEnclosed, isWithoutEnding }, newFolder, after);
    const span = { start: destination.start, end: destination.start + target.pathEnd };
    // Written another way, it may say the same: `./a.md`, `x/../a.md`.
    if (newText !== old && pathFrom(newFolder, decoded(old)) !== pathFrom(newFolder, decoded(newText)))
      edits.push({ path, span, newText });
  }
  return edits;
}

/** Values of the front matter that are the relative path of a file: `related: [../procedures/backup.md]`. */
function frontMatterEdits(
  path: string,
  text: string,
  moves: readonly FileMove[],
  snapshot: TextsWithPaths,
): TextEdit[] {
  const frontMatter = snapshot.documents.get(path)?.frontMatter;
  if (!frontMatter || frontMatter.container === 'json') return [];
  const folder = folderOf(path);
  const newFolder = folderOf(placeAfter(path, moves));
  return frontMatter.scalars.flatMap(({ text: written, span }) => {
    const target = /\.[A-Za-z][A-Za-z0-9]{0,7}(?:#\S*)?$/.test(written) ? targetOf(written, path, snapshot) : null;
    if (!target || snapshot.fileExists(target.path) !== true) return [];
    const after = placeAfter(target.path, moves);
    if (after === target.path && newFolder === folder) return [];
    const old = written.slice(0, target.pathEnd);
    const newPath = pathLike(old, newFolder, after);
    if (newPath === old) return [];
    return [{ path, span, newText: replacedPath(text, span, newPath + written.slice(target.pathEnd)) }];
  });
}
