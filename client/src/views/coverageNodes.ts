/** The tree of coverage as values: what is below what, and what each node says. No editor in here but its translations. */
import { l10n } from 'vscode';
import type {
  CoverageCount,
  CoverageEntryMessage,
  CoverageGroupMessage,
  CoverageMessage,
  CoveragePlaceMessage,
  CoverageStandardMessage,
  CoverageState,
} from '../../../server/src/protocol.js';

/** Where a node belongs: enough to ask the server about it. */
export interface Scope {
  readonly folder: string;
  readonly system: string | null;
}

/** A control or clause. */
export interface EntryNode {
  readonly kind: 'entry';
  readonly scope: Scope;
  readonly entry: CoverageEntryMessage;
  readonly isControl: boolean;
}

export type CoverageNode =
  | { readonly kind: 'system'; readonly scope: Scope; readonly message: CoverageMessage }
  | { readonly kind: 'standard'; readonly scope: Scope; readonly standard: CoverageStandardMessage }
  | { readonly kind: 'group'; readonly scope: Scope; readonly standard: string; readonly group: CoverageGroupMessage }
  | EntryNode
  | { readonly kind: 'place'; readonly scope: Scope; readonly key: string; readonly place: CoveragePlaceMessage };

/** The same for the same node after every change, so that what is open stays open. */
export function idOf(node: CoverageNode): string {
  const head = `${node.scope.folder} ${node.scope.system ?? ''}`;
  switch (node.kind) {
    case 'system':
      return head;
    case 'standard':
      return `${head} ${node.standard.key}`;
    case 'group':
      return `${head} ${node.standard} ${node.group.kind} ${node.group.id}`;
    case 'entry':
      return `${head} ${node.entry.key}`;
    case 'place': {
      const { uri, range } = node.place;
      return `${head} ${node.key} ${uri} ${range.start.line}:${range.start.character}`;
    }
  }
}

/** The top of the tree: the systems, or where there is only one, its standards. */
export function rootNodes(messages: readonly CoverageMessage[], gapsOnly: boolean): CoverageNode[] {
  const filled = messages.filter((message) => message.standards.length > 0);
  const systems = filled.map((message): CoverageNode & { kind: 'system' } => ({
    kind: 'system',
    scope: { folder: message.folder, system: message.system },
    message,
  }));
  return systems.length === 1 ? childNodes(systems[0]!, gapsOnly) : systems;
}

/** What is below a node, except for the places of an entry: those the server has to be asked for. */
export function childNodes(node: CoverageNode, gapsOnly: boolean): CoverageNode[] {
  const { scope } = node;
  switch (node.kind) {
    case 'system':
      return node.message.standards.map((standard) => ({ kind: 'standard', scope, standard }));
    case 'standard':
      return node.standard.groups
        .filter((group) => !gapsOnly || group.entries.some(isGap))
        .map((group) => ({ kind: 'group', scope, standard: node.standard.key, group }));
    case 'group':
      return node.group.entries
        .filter((entry) => !gapsOnly || isGap(entry))
        .map((entry) => ({ kind: 'entry', scope, entry, isControl: node.group.kind === 'controls' }));
    default:
      return [];
  }
}

/**
 * The places worth a row each: of a document that claims the entry the sections that do so, or where there is none its
 * front matter; of one that only mentions it each section once.
 */
export function placesToShow(places: readonly CoveragePlaceMessage[]): CoveragePlaceMessage[] {
  const claiming = new Set(places.filter(({ isClaim }) => isClaim).map(({ uri }) => uri));
  const inSections = new Set(
    places.filter(({ isClaim, section }) => isClaim && section !== null).map(({ uri }) => uri),
  );
  const seen = new Set<string>();
  return places.filter(({ uri, title, isClaim, isListed, section }) => {
    if (claiming.has(uri) && !isClaim) return false;
    if (inSections.has(uri) && section === null) return false;
    // What cannot be opened is shown where the soa.yaml names it, and so may be several.
    const name = `${uri} ${isListed ? title : (section ?? '')}`;
    return !seen.has(name) && seen.add(name);
  });
}

/**
 * The controls that no document covers, in the order of the tree, beginning behind the last one that was shown and going
 * round. Clauses are left out: they have no row to decide on.
 * @param last null for none; it need not be a gap any longer
 */
export function gapsAfter(messages: readonly CoverageMessage[], last: EntryNode | null): EntryNode[] {
  const controls = messages.flatMap(({ folder, system, standards }) =>
    standards.flatMap(({ groups }) =>
      groups
        .filter(({ kind }) => kind === 'controls')
        .flatMap(({ entries }) =>
          entries.map((entry): EntryNode => ({ kind: 'entry', scope: { folder, system }, entry, isControl: true })),
        ),
    ),
  );
  const start = last === null ? 0 : controls.findIndex((node) => idOf(node) === idOf(last)) + 1;
  return [...controls.slice(start), ...controls.slice(0, start)].filter(({ entry }) => isGap(entry));
}

/** Not covered and not excluded: somebody has to do something. */
export function isGap({ state }: CoverageEntryMessage): boolean {
  return state === 'uncovered' || state === 'mentioned';
}

export function hasPlaces({ claims, mentions }: CoverageEntryMessage): boolean {
  return claims + mentions > 0;
}

export function labelOf(node: CoverageNode): string {
  switch (node.kind) {
    case 'system':
      return node.message.organisation ?? node.message.folderName;
    case 'standard':
      return node.standard.name;
    case 'group':
      return node.group.id ? `${node.group.id} ${node.group.title}` : l10n.t('Controls');
    case 'entry':
      return `${node.entry.id} ${node.entry.title}`;
    case 'place':
      return node.place.title;
  }
}

/** The few characters beside the label; there is little room in a side bar. */
export function descriptionOf(node: CoverageNode): string {
  switch (node.kind) {
    case 'system':
      return shortCount(sumOf(node.message.standards));
    case 'standard':
      return shortCount(node.standard);
    case 'group':
      return shortCount(node.group);
    case 'entry':
      return shortState(node.entry);
    case 'place':
      return placeWords(node.place);
  }
}

/** The same in words, for the tooltip and for screen readers. */
export function wordsOf(node: CoverageNode): string {
  switch (node.kind) {
    case 'system':
      return countWords(sumOf(node.message.standards));
    case 'standard':
      return countWords(node.standard);
    case 'group':
      return countWords(node.group);
    case 'entry':
      return entryWords(node.entry);
    case 'place':
      return placeWords(node.place);
  }
}

/** `36/37` */
function shortCount({ covered, total }: CoverageCount): string {
  return total === 0 ? '' : `${covered}/${total}`;
}

function shortState({ state, claims }: CoverageEntryMessage): string {
  switch (state) {
    case 'covered':
      return String(claims);
    case 'mentioned':
      return l10n.t('mentioned');
    case 'uncovered':
      return l10n.t('no document');
    case 'excluded':
      return l10n.t('excluded');
  }
}

function countWords({ covered, total }: CoverageCount): string {
  return total === 0 ? l10n.t('nothing to cover') : l10n.t('{0} of {1} covered', covered, total);
}

function sumOf(counts: readonly CoverageCount[]): CoverageCount {
  let total = 0;
  let covered = 0;
  for (const count of counts) {
    total += count.total;
    covered += count.covered;
  }
  return { total, covered };
}

function entryWords({ state, claims, mentions }: CoverageEntryMessage): string {
  switch (state) {
    case 'covered':
      return documentWords(claims);
    case 'mentioned':
      return mentions === 1
        ? l10n.t('only mentioned, in 1 document')
        : l10n.t('only mentioned, in {0} documents', mentions);
    case 'uncovered':
      return l10n.t('no document');
    case 'excluded':
      return claims > 0 ? l10n.t('excluded, but claimed by {0}', documentWords(claims)) : l10n.t('excluded');
  }
}

function documentWords(count: number): string {
  return count === 1 ? l10n.t('1 document') : l10n.t('{0} documents', count);
}

function placeWords({ section, isClaim, isListed }: CoveragePlaceMessage): string {
  if (isListed) return l10n.t('listed in soa.yaml');
  const where = section ?? (isClaim ? l10n.t('front matter') : l10n.t('before the first heading'));
  return isClaim ? where : l10n.t('{0} (mentioned)', where);
}

/** Codicons that tell the states apart by shape as well as by colour, and the theme colour of each. */
export const stateIcons: Readonly<Record<CoverageState, { readonly icon: string; readonly color: string | null }>> = {
  covered: { icon: 'pass-filled', color: 'testing.iconPassed' },
  mentioned: { icon: 'comment', color: 'list.warningForeground' },
  uncovered: { icon: 'circle-large-outline', color: 'list.warningForeground' },
  excluded: { icon: 'circle-slash', color: 'disabledForeground' },
};
