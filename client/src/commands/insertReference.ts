/** Lets the user choose a control or clause by number or title, and writes it at the cursor. */
import { l10n, type QuickPickItem, QuickPickItemKind, Range, window } from 'vscode';
import {
  type CoverageEntryMessage,
  type CoverageMessage,
  type CoverageStandardMessage,
  coverageRequest,
} from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { isGap } from '../views/coverageNodes.js';
import { type ChosenEntry, referenceText } from './referenceText.js';

type Item = QuickPickItem & { readonly chosen?: ChosenEntry };

export async function insertReference(server: ServerConnection): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const messages = (await server.request<CoverageMessage[]>(coverageRequest)) ?? [];
  const items = standardsOf(messages).flatMap(itemsOf);
  if (items.length === 0) {
    window.setStatusBarMessage(l10n.t('No standard is in scope yet: tag a document, or create soa.yaml.'), 5000);
    return;
  }
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Insert reference'),
    placeHolder: l10n.t('Number or title of a control or clause'),
    matchOnDescription: true,
  });
  if (!picked?.chosen) return;
  const { chosen } = picked;
  await editor.edit((builder) => {
    for (const { active, start, end } of editor.selections) {
      const before = editor.document.getText(new Range(0, 0, active.line, active.character));
      builder.replace(new Range(start, end), referenceText(chosen, before));
    }
  });
}

/** Each standard once, although several management systems may follow it. */
function standardsOf(messages: readonly CoverageMessage[]): CoverageStandardMessage[] {
  const byKey = new Map(messages.flatMap(({ standards }) => standards).map((standard) => [standard.key, standard]));
  return [...byKey.values()];
}

function itemsOf(standard: CoverageStandardMessage): Item[] {
  const separator: Item = { label: standard.name, kind: QuickPickItemKind.Separator };
  const entries = standard.groups.flatMap((group) => group.entries);
  return [separator, ...entries.map((entry) => itemOf(entry, standard))];
}

function itemOf(entry: CoverageEntryMessage, { standard, name }: CoverageStandardMessage): Item {
  const chosen = { standard, standardName: name, id: entry.id };
  return {
    label: `${entry.id} ${entry.title}`,
    description: isGap(entry) ? `${name} · ${l10n.t('not covered yet')}` : name,
    chosen,
  };
}
