/**
 * What the trees in our side bar have in common: they are drawn again when something has changed, but only once somebody
 * looks at them, and each row says in words what its icon and the few characters beside it show.
 */
import {
  type Disposable,
  EventEmitter,
  l10n,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  type TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import type { RangeMessage } from '../../../server/src/protocol.js';

/** A change of what a tree shows: an event of VS Code's kind. */
type Change = (listener: () => void) => Disposable;

export abstract class LiveTree<Node> implements TreeDataProvider<Node>, Disposable {
  private readonly changeEmitter = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changeEmitter.event;
  private readonly view: TreeView<Node>;
  private readonly disposables: Disposable[];
  private isStale = false;

  /** @param changes what makes the tree out of date */
  constructor(viewId: string, changes: readonly Change[]) {
    this.view = window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true });
    const noteChange = () => {
      this.isStale = true;
      this.refreshIfSeen();
    };
    this.disposables = [
      this.view,
      this.changeEmitter,
      this.view.onDidChangeVisibility(() => this.refreshIfSeen()),
      ...changes.map((change) => change(noteChange)),
    ];
  }

  abstract getChildren(node?: Node): Promise<Node[]>;

  abstract getTreeItem(node: Node): TreeItem;

  dispose(): void {
    for (const each of this.disposables) each.dispose();
  }

  /** Draws the tree again at once: the user has asked for something else to be shown. */
  protected refresh(): void {
    this.changeEmitter.fire();
  }

  private refreshIfSeen(): void {
    if (!this.isStale || !this.view.visible) return;
    this.isStale = false;
    this.refresh();
  }
}

/** What a row says. */
export interface RowWords {
  /** The same for the same row after every change, so that what is open stays open. */
  readonly id: string;
  readonly label: string;
  /** The few characters beside the label. */
  readonly description: string;
  /** What icon and description show, in words: for the tooltip and for screen readers. */
  readonly words: string;
  /** By which menus know the kind of row. */
  readonly contextValue: string;
}

export function rowOf(row: RowWords, icon: ThemeIcon, state: TreeItemCollapsibleState): TreeItem {
  const item = new TreeItem(row.label, state);
  item.id = row.id;
  item.description = row.description;
  item.tooltip = `${row.label}\n${row.words}`;
  item.accessibilityInformation = { label: `${row.label}, ${row.words}` };
  item.contextValue = row.contextValue;
  item.iconPath = icon;
  return item;
}

/** Makes a click on the row open a place in a file. */
export function openOnClick(
  item: TreeItem,
  { uri, range }: { readonly uri: string; readonly range: RangeMessage },
): void {
  const { start, end } = range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(uri), { selection }] };
}

/** A codicon in a colour of the theme; null for the colour of text. */
export function iconFor({ icon, color }: { readonly icon: string; readonly color: string | null }): ThemeIcon {
  return new ThemeIcon(icon, color ? new ThemeColor(color) : undefined);
}
