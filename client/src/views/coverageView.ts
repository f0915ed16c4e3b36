/** The view “Coverage”: standard → theme → control → documents. Follows every edit while it is visible. */
import {
  commands,
  type Disposable,
  EventEmitter,
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
import {
  type CoverageMessage,
  type CoveragePlaceMessage,
  type CoveragePlacesParams,
  coveragePlacesRequest,
  coverageRequest,
} from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';
import {
  accessibleLabelOf,
  type CoverageNode,
  childNodes,
  descriptionOf,
  hasPlaces,
  idOf,
  labelOf,
  placesToShow,
  rootNodes,
  stateIcons,
  wordsOf,
} from './coverageNodes.js';

const viewId = 'clausemark.coverage';

/** True while the view shows only controls that no document claims. */
const gapsOnlyKey = 'clausemark.coverageGapsOnly';

export class CoverageView implements TreeDataProvider<CoverageNode>, Disposable {
  private readonly changeEmitter = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changeEmitter.event;
  private readonly view: TreeView<CoverageNode>;
  private readonly disposables: Disposable[];
  private gapsOnly = false;
  private isStale = false;

  constructor(private readonly server: ServerConnection) {
    this.view = window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true });
    this.disposables = [
      this.view,
      this.changeEmitter,
      this.view.onDidChangeVisibility(() => this.refreshIfSeen()),
      server.onDidChangeSoa(() => this.noteChange()),
      server.onDidChangeState(() => this.noteChange()),
    ];
  }

  /** Whether only gaps are shown. */
  showGapsOnly(gapsOnly: boolean): void {
    this.gapsOnly = gapsOnly;
    void commands.executeCommand('setContext', gapsOnlyKey, gapsOnly);
    this.changeEmitter.fire();
  }

  async getChildren(node?: CoverageNode): Promise<CoverageNode[]> {
    if (!node) return rootNodes((await this.server.request<CoverageMessage[]>(coverageRequest)) ?? [], this.gapsOnly);
    if (node.kind !== 'entry') return childNodes(node, this.gapsOnly);
    const { scope, entry } = node;
    const params: CoveragePlacesParams = { ...scope, key: entry.key };
    const places = await this.server.request<CoveragePlaceMessage[]>(coveragePlacesRequest, params);
    return placesToShow(places ?? []).map((place) => ({ kind: 'place', scope, key: entry.key, place }));
  }

  getTreeItem(node: CoverageNode): TreeItem {
    const item = new TreeItem(labelOf(node), stateOf(node));
    item.id = idOf(node);
    item.description = descriptionOf(node);
    item.tooltip = `${labelOf(node)}\n${wordsOf(node)}`;
    item.accessibilityInformation = { label: accessibleLabelOf(node) };
    item.contextValue = contextOf(node);
    item.iconPath = iconOf(node);
    if (node.kind === 'place') openOnClick(item, node.place);
    else if (node.kind === 'entry' && !hasPlaces(node.entry) && node.isControl) {
      item.command = {
        command: 'clausemark.revealSoaRow',
        title: l10n.t('Show in Statement of Applicability'),
        arguments: [node],
      };
    }
    return item;
  }

  dispose(): void {
    for (const each of this.disposables) each.dispose();
  }

  private noteChange(): void {
    this.isStale = true;
    this.refreshIfSeen();
  }

  private refreshIfSeen(): void {
    if (!this.isStale || !this.view.visible) return;
    this.isStale = false;
    this.changeEmitter.fire();
  }
}

function stateOf(node: CoverageNode): TreeItemCollapsibleState {
  if (node.kind === 'place') return TreeItemCollapsibleState.None;
  if (node.kind === 'entry' && !hasPlaces(node.entry)) return TreeItemCollapsibleState.None;
  return node.kind === 'system' || node.kind === 'standard'
    ? TreeItemCollapsibleState.Expanded
    : TreeItemCollapsibleState.Collapsed;
}

/** Menus ask for it: only controls have a row in the statement. */
function contextOf(node: CoverageNode): string {
  return node.kind === 'entry' && node.isControl ? 'control' : node.kind;
}

function iconOf(node: CoverageNode): ThemeIcon {
  switch (node.kind) {
    case 'system':
      return new ThemeIcon('organization');
    case 'standard':
      return new ThemeIcon('law');
    case 'group':
      return new ThemeIcon(node.group.kind === 'controls' ? 'layers' : 'list-ordered');
    case 'entry': {
      const { icon, color } = stateIcons[node.entry.state];
      return new ThemeIcon(icon, color ? new ThemeColor(color) : undefined);
    }
    case 'place':
      return ThemeIcon.File;
  }
}

function openOnClick(item: TreeItem, { uri, range: { start, end } }: CoveragePlaceMessage): void {
  const place = Uri.parse(uri);
  const selection = new Range(start.line, start.character, end.line, end.character);
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [place, { selection }] };
}
