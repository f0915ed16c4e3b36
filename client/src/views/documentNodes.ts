/** The views of documents as values: what is below what, and what each row says. No editor in here but its translations. */
import { l10n } from 'vscode';
import type { DocumentMessage, DocumentStateName, FolderDocumentsMessage } from '../../../server/src/protocol.js';

export type DocumentNode =
  | { readonly kind: 'folder'; readonly id: string; readonly label: string; readonly below: readonly DocumentNode[] }
  | {
      readonly kind: 'state';
      readonly id: string;
      readonly state: DocumentStateName;
      readonly below: readonly DocumentNode[];
    }
  | {
      readonly kind: 'month';
      readonly id: string;
      readonly label: string;
      readonly isPast: boolean;
      readonly below: readonly DocumentNode[];
    }
  | { readonly kind: 'document'; readonly id: string; readonly document: DocumentMessage };

/** What asks for work comes first. */
const order: readonly DocumentStateName[] = ['overdue', 'due', 'in-review', 'draft', 'unstated', 'approved', 'retired'];

/** Codicons that tell the states apart by shape as well as by colour, and the theme colour of each. */
export const documentIcons: Readonly<
  Record<DocumentStateName, { readonly icon: string; readonly color: string | null }>
> = {
  overdue: { icon: 'warning', color: 'list.warningForeground' },
  due: { icon: 'bell', color: 'list.warningForeground' },
  'in-review': { icon: 'eye', color: 'charts.blue' },
  draft: { icon: 'edit', color: null },
  unstated: { icon: 'question', color: null },
  approved: { icon: 'pass', color: 'testing.iconPassed' },
  retired: { icon: 'archive', color: 'disabledForeground' },
};

export function stateWords(state: DocumentStateName): string {
  switch (state) {
    case 'overdue':
      return l10n.t('Overdue for review');
    case 'due':
      return l10n.t('Due for review within 30 days');
    case 'in-review':
      return l10n.t('In review');
    case 'draft':
      return l10n.t('Draft');
    case 'unstated':
      return l10n.t('Without a known status');
    case 'approved':
      return l10n.t('Approved');
    case 'retired':
      return l10n.t('Retired');
  }
}

/** Documents by state; with several folders, folder by folder. States that no document is in are left out. */
export function nodesByState(folders: readonly FolderDocumentsMessage[]): DocumentNode[] {
  return byFolder(folders, (documents, head) =>
    order.flatMap((state): DocumentNode[] => {
      const below = documents.filter((document) => document.state === state);
      if (below.length === 0) return [];
      const id = `${head} ${state}`;
      return [{ kind: 'state', id, state, below: documentNodes(below, id, byUrgency) }];
    }),
  );
}

/** Reviews in the order of the calendar: what was missed, then month by month. Drafts and retired documents have none. */
export function nodesByMonth(folders: readonly FolderDocumentsMessage[], locale: string): DocumentNode[] {
  return byFolder(folders, (documents, head) => {
    const inForce = documents.filter(
      ({ state, review }) => review !== null && (state === 'overdue' || state === 'due' || state === 'approved'),
    );
    const months = new Map<string, DocumentMessage[]>();
    for (const document of inForce) {
      const month = document.state === 'overdue' ? '' : document.review!.slice(0, 7);
      months.set(month, [...(months.get(month) ?? []), document]);
    }
    return [...months.keys()].sort().map((month) => {
      const id = `${head} ${month}`;
      return {
        kind: 'month',
        id,
        label: month === '' ? stateWords('overdue') : monthName(month, locale),
        isPast: month === '',
        below: documentNodes(months.get(month)!, id, byUrgency),
      };
    });
  });
}

function byFolder(
  folders: readonly FolderDocumentsMessage[],
  nodesOf: (documents: readonly DocumentMessage[], head: string) => DocumentNode[],
): DocumentNode[] {
  const nodes = folders.map(({ folder, folderName, documents }) => {
    return { kind: 'folder' as const, id: folder, label: folderName, below: nodesOf(documents, folder) };
  });
  const filled = nodes.filter(({ below }) => below.length > 0);
  return filled.length === 1 ? [...filled[0]!.below] : filled;
}

function documentNodes(
  documents: readonly DocumentMessage[],
  head: string,
  compare: (a: DocumentMessage, b: DocumentMessage) => number,
): DocumentNode[] {
  const sorted = [...documents].sort(compare);
  return sorted.map((document) => ({ kind: 'document', id: `${head} ${document.uri}`, document }));
}

function byUrgency(a: DocumentMessage, b: DocumentMessage): number {
  const [first, second] = [a.review ?? '9999', b.review ?? '9999'];
  return first === second ? a.title.localeCompare(b.title) : first < second ? -1 : 1;
}

/** `March 2027`, in the language of the editor. */
function monthName(month: string, locale: string): string {
  const [year, number] = month.split('-').map(Number);
  const day = new Date(Date.UTC(year!, number! - 1, 15));
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(day);
}

export function labelOf(node: DocumentNode): string {
  switch (node.kind) {
    case 'folder':
    case 'month':
      return node.label;
    case 'state':
      return stateWords(node.state);
    case 'document':
      return nameOf(node.document);
  }
}

/** The few characters beside the label. */
export function descriptionOf(node: DocumentNode): string {
  if (node.kind !== 'document') return String(documentsBelow(node));
  const { review, owner } = node.document;
  return [review, owner].filter(Boolean).join(' · ');
}

/** What is said of a row in words: in its tooltip, and to a screen reader. */
export function wordsOf(node: DocumentNode): string {
  if (node.kind !== 'document') {
    const count = documentsBelow(node);
    return count === 1 ? l10n.t('1 document') : l10n.t('{0} documents', count);
  }
  const { document } = node;
  const { owner, version } = document;
  return [
    stateWords(document.state),
    reviewWords(document),
    version ? l10n.t('version {0}', version) : '',
    owner ? l10n.t('owner: {0}', owner) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** `review was due on 2026-09-30 (52 days ago)`; empty where no day is named. */
export function reviewWords({ review, days, state }: DocumentMessage): string {
  if (review === null || days === null) return '';
  if (state === 'overdue') {
    return days === -1
      ? l10n.t('review was due on {0} (yesterday)', review)
      : l10n.t('review was due on {0} ({1} days ago)', review, -days);
  }
  if (state !== 'due') return l10n.t('next review on {0}', review);
  return days === 0 ? l10n.t('review is due today') : l10n.t('review is due on {0} (in {1} days)', review, days);
}

function nameOf({ id, title }: DocumentMessage): string {
  return id && !title.includes(id) ? `${id} ${title}` : title;
}

function documentsBelow(node: DocumentNode): number {
  return node.kind === 'document' ? 1 : node.below.reduce((count, each) => count + documentsBelow(each), 0);
}
