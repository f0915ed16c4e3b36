/** The views “Documents” (by state) and “Reviews” (by month). Both follow every edit while they are visible. */
import {
  type Disposable,
  EventEmitter,
  env,
  l10n,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import type { FolderDocumentsMessage } from '../../../server/src/protocol.js';
import {
  accessibleLabelOf,
  type DocumentNode,
  descriptionOf,
  documentIcons,
  labelOf,
  nodesByMonth,
  nodesByState,
  wordsOf,
} from './documentNodes.js';
import type { DocumentsSource } from './documentsSource.js';

type NodesOf = (folders: readonly FolderDocumentsMessage[]) => DocumentNode[];

export function documentViews(source: DocumentsSource): Disposable[] {
  return [
    new DocumentsView('clausemark.documents', source, nodesByState),
    new DocumentsView('clausemark.reviews', source, (folders) => nodesByMonth(folders, env.language)),
  ];
}

class DocumentsView implements TreeDataProvider<DocumentNode>, Disposable {
  private readonly changeEmitter = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changeEmitter.event;
  private readonly view: TreeView<DocumentNode>;
  private readonly disposables: Disposable[];
  private isStale = false;

  constructor(
    id: string,
    private readonly source: DocumentsSource,
    private readonly nodesOf: NodesOf,
  ) {
    this.view = window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true });
    this.disposables = [
      this.view,
      this.changeEmitter,
      this.view.onDidChangeVisibility(() => this.refreshIfSeen()),
      source.onDidChange(() => {
        this.isStale = true;
        this.refreshIfSeen();
      }),
    ];
  }

  async getChildren(node?: DocumentNode): Promise<DocumentNode[]> {
    if (!node) return this.nodesOf(await this.source.documents());
    return node.kind === 'document' ? [] : [...node.below];
  }

  getTreeItem(node: DocumentNode): TreeItem {
    const item = new TreeItem(labelOf(node), expansionOf(node));
    item.id = node.id;
    item.description = descriptionOf(node);
    item.tooltip = `${labelOf(node)}\n${wordsOf(node)}`;
    item.accessibilityInformation = { label: accessibleLabelOf(node) };
    item.contextValue = node.kind;
    item.iconPath = iconOf(node);
    if (node.kind === 'document') {
      const { uri, range } = node.document;
      const { start, end } = range;
      const selection = new Range(start.line, start.character, end.line, end.character);
      item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(uri), { selection }] };
    }
    return item;
  }

  dispose(): void {
    for (const each of this.disposables) each.dispose();
  }

  private refreshIfSeen(): void {
    if (!this.isStale || !this.view.visible) return;
    this.isStale = false;
    this.changeEmitter.fire();
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
      return node.isPast ? iconFor('overdue') : new ThemeIcon('calendar');
    case 'state':
      return iconFor(node.state);
    case 'document':
      return node.document.state === 'overdue' ? iconFor('overdue') : ThemeIcon.File;
  }
}

function iconFor(state: keyof typeof documentIcons): ThemeIcon {
  const { icon, color } = documentIcons[state];
  return new ThemeIcon(icon, color ? new ThemeColor(color) : undefined);
}
