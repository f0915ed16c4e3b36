/** `ISO 27001:2022: 5.15, 5.18, 8.2, 8.5`: lists of bare numbers behind the name of a standard, in which all are controls. */
import type { Catalog, Standard } from '../catalog/types.js';
import type { Member, RawReference } from './grammar.js';
import { isBeyondClauses } from './lookup.js';
import type { Run } from './run.js';

/**
 * The references of a run; in such a list what may be a clause or a control (8.2) is the control, if one of the others can only be
 * a control (5.15), and none only a clause (6.1.2).
 */
export function withListedControls(raws: readonly RawReference[], run: Run, catalog: Catalog): readonly RawReference[] {
  if (raws.length < 2) return raws;
  let found: RawReference[] | null = null;
  for (let i = 0, end = 1; i < raws.length; i = end, end++) {
    while (end < raws.length && raws[end]!.head === raws[i]!.head) end++;
    const list = raws.slice(i, end);
    const edition = list.length > 1 ? editionBefore(list[0]!, run, catalog) : null;
    if (!edition || !areControls(list, edition, catalog)) continue;
    found ??= [...raws];
    for (let at = i; at < end; at++) found[at] = { ...raws[at]!, form: 'control' };
  }
  return found ?? raws;
}

/** The edition whose name stands right before the list, with nothing but marks between; null where a word says what its numbers are. */
function editionBefore({ form, attached, head }: RawReference, run: Run, catalog: Catalog): Standard | null {
  if (form !== 'clause' || !attached || run.tokens[head]?.kind !== 'number') return null;
  const [named, ...others] = attached.standards;
  if (!named?.known || named.byCompanion || others.length > 0) return null;
  if (!run.tokens.slice(attached.end, head).every(({ kind }) => kind === 'mark')) return null;
  return catalog.edition(named.standard, named.edition) ?? null;
}

function areControls(list: readonly RawReference[], edition: Standard, catalog: Catalog): boolean {
  const members = list.flatMap((raw) => raw.members);
  const isControl = ({ parts, to, items }: Member): boolean =>
    items.length === 0 &&
    [parts, to ?? parts].every((one) => catalog.find(edition.key, `A.${one.join('.')}`)?.kind === 'control');
  return members.every(isControl) && members.some(({ parts }) => isBeyondClauses(parts, edition, catalog));
}
