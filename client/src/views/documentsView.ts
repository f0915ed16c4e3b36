/** The views “Documents” (by state) and “Reviews” (by month). */
import { type Disposable, env, ThemeIcon, type TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { FolderDocumentsMessage } from '../../../server/src/protocol.js';
import {
  type DocumentNode,
  descriptionOf,
  documentIcons,
  labelOf,
  nodesByMonth,
  nodesByState,
  wordsOf,
} from './documentNodes.js';
import type { DocumentsSource } from './documentsSource.js';
import { iconFor, LiveTree, openOnClick, rowOf } from './liveTree.js';

type NodesOf = (folders: readonly FolderDocumentsMessage[]) => DocumentNode[];

export function documentViews(source: DocumentsSource): Disposable[] {
  return [
    new DocumentsView('clausemark.documents', source, nodesByState),
    new DocumentsView('clausemark.reviews', source, (folders) => nodesByMonth(folders, env.language)),
  ];
}

class DocumentsView extends LiveTree<DocumentNode> {
  constructor(
    id: string,
    private readonly source: DocumentsSource,
    private readonly nodesOf: NodesOf,
  ) {
    super(id, [source.onDidChange]);
  }

  async getChildren(node?: DocumentNode): Promise<DocumentNode[]> {
    if (!node) return this.nodesOf(await this.source.documents());
    return node.kind === 'document' ? [] : [...node.below];
  }

  getTreeItem(node: DocumentNode): TreeItem {
    const row = {
      id: node.id,
      label: labelOf(node),
      description: descriptionOf(node),
      words: wordsOf(node),
      contextValue: node.kind,
    };
    const item = rowOf(row, iconOf(node), expansionOf(node));
    if (node.kind === 'document') openOnClick(item, node.document);
    return item;
  }
}

/** What asks for work is open; the long lists of what is in order are not. */
function expansionOf(node: DocumentNode): TreeItemCollapsibleState {
  if (node.kind === 'document') return TreeItemCollapsibleState.None;
  const isQuiet = node.kind === 'state' && (node.state === 'approved' || node.state === 'retired');
  return isQuiet ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
}

function iconOf(node: DocumentNode): ThemeIcon {
  switch (node.kind) {
    case 'folder':
      return ThemeIcon.Folder;
    case 'month':
      return node.isPast ? iconFor(documentIcons.overdue) : new ThemeIcon('calendar');
    case 'state':
      return iconFor(documentIcons[node.state]);
    case 'document':
      return node.document.state === 'overdue' ? iconFor(documentIcons.overdue) : ThemeIcon.File;
  }
}
