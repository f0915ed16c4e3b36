/** The view “Coverage”: standard → theme → control → documents. */
import { commands, l10n, ThemeIcon, type TreeItem, TreeItemCollapsibleState } from 'vscode';
import {
  type CoverageMessage,
  type CoveragePlaceMessage,
  type CoveragePlacesParams,
  coveragePlacesRequest,
  coverageRequest,
} from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';
import {
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
import { iconFor, LiveTree, openOnClick, rowOf } from './liveTree.js';

/** True while the view shows only controls that no document claims. */
const gapsOnlyKey = 'clausemark.coverageGapsOnly';

export class CoverageView extends LiveTree<CoverageNode> {
  private gapsOnly = false;

  constructor(private readonly server: ServerConnection) {
    super('clausemark.coverage', [server.onDidChangeSoa, server.onDidChangeState]);
  }

  /** Whether only gaps are shown. */
  showGapsOnly(gapsOnly: boolean): void {
    this.gapsOnly = gapsOnly;
    void commands.executeCommand('setContext', gapsOnlyKey, gapsOnly);
    this.refresh();
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
    const row = {
      id: idOf(node),
      label: labelOf(node),
      description: descriptionOf(node),
      words: wordsOf(node),
      contextValue: contextOf(node),
    };
    const item = rowOf(row, iconOf(node), stateOf(node));
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
    case 'entry':
      return iconFor(stateIcons[node.entry.state]);
    case 'place':
      return ThemeIcon.File;
  }
}
