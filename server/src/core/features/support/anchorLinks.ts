/** Every link of the workspace that leads to an anchor of one document: in documents and in soa.yaml. */
import type { Replacement } from '../../edits/applyEdits.js';
import { findLinks } from '../../markdown/links.js';
import type { Snapshot } from '../../snapshot.js';
import { mayName, targetOf } from './linkTargets.js';
import { replacedPath, systemPaths } from './systemPaths.js';

export interface AnchorLink {
  /** The file that it stands in. */
  readonly path: string;
  /** The address as written, with its anchor. */
  readonly written: string;
  /** Where the anchor begins in it, at its `#`; 0 for an address that is only an anchor. */
  readonly pathEnd: number;
  /** Where the address stands. */
  readonly start: number;
  /** Whether blanks and brackets may stand in the address as they are. */
  readonly isEnclosed: boolean;
  readonly isWithoutEnding: boolean;
  /** Whether it is a link of a document, and not a path of a soa.yaml. */
  readonly isMarkdown: boolean;
  /** The edit that puts another address in its place, as small as can be. */
  replace(address: string): Replacement;
}

/**
 * In the order of the paths of documents, then those of soa.yaml. Reads every text: for what a person asks.
 * @param isOwnOnly only those that stand in the document itself
 */
export function anchorLinks(snapshot: Snapshot, target: string, isOwnOnly = false): AnchorLink[] {
  const found: AnchorLink[] = [];
  for (const path of isOwnOnly ? [target] : snapshot.documents.keys()) {
    const text = snapshot.textOf(path);
    if (!text || (path !== target && !mayName(text, target))) continue;
    for (const { destination, isEnclosed } of findLinks(text)) {
      const { start, end } = destination;
      const written = text.slice(start, end);
      const meant = written.includes('#') ? targetOf(written, path, snapshot) : null;
      if (meant?.fragment == null || meant.path !== target) continue;
      const { pathEnd, isWithoutEnding } = meant;
      const replace = (address: string) => shortened(written, start, address);
      found.push({ path, written, pathEnd, start, isEnclosed, isWithoutEnding, isMarkdown: true, replace });
    }
  }
  for (const system of isOwnOnly ? [] : snapshot.systems) {
    const text = snapshot.textOf(system.path) ?? '';
    for (const { span, written, path, fragment } of systemPaths(system, snapshot)) {
      if (path !== target || fragment === null) continue;
      const replace = (address: string) => ({ span, newText: replacedPath(text, span, address) });
      const pathEnd = written.length - fragment.length - 1;
      const common = { path: system.path, written, pathEnd, start: span.start, replace };
      found.push({ ...common, isEnclosed: true, isWithoutEnding: false, isMarkdown: false });
    }
  }
  return found;
}

/** Without what is the same at the beginning. */
function shortened(written: string, start: number, address: string): Replacement {
  let same = 0;
  while (same < written.length && same < address.length && written[same] === address[same]) same++;
  return { span: { start: start + same, end: start + written.length }, newText: address.slice(same) };
}
