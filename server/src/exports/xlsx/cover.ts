/** The first sheet: whose statement it is, its numbers, and where to find what. */
import type { SoaCounts } from '../../core/soa/modelTypes.js';
import type { SoaExport } from '../../core/soa/render/exportInput.js';
import { countHeads, countTexts, documentTitle, headerFacts } from '../../core/soa/render/facts.js';
import { placeIn, SheetDraft } from './sheet.js';

export interface Content {
  readonly name: string;
  readonly text: string;
}

const widths = [24, 30, 12, 12, 12, 12, 14, 22, 12];

export function coverSheet({ model, provenance }: SoaExport, name: string, contents: readonly Content[]): SheetDraft {
  const draft = new SheetDraft(name, widths);
  draft.text(0, 0, documentTitle, 'title');
  draft.height(0, 34);
  let line = 2;
  for (const { label, text, isConcern } of headerFacts(model, provenance)) {
    draft.text(line, 0, label, 'label');
    draft.wideText(line++, 1, widths.length - 1, text, isConcern ? 'concern' : 'text');
  }
  line++;
  draft.text(line, 0, 'Summary', 'heading');
  line += 1;
  draft.wideText(line, 0, 1, 'Standard and theme', 'head');
  countHeads.forEach((text, column) => {
    draft.text(line, column + 2, text, 'headNumber');
  });
  draft.height(line++, 30);
  for (const standard of model.standards) {
    counts(draft, line++, standard.name, standard.counts, true);
    if (standard.isAdditional) continue;
    for (const group of standard.groups) counts(draft, line++, `${group.id} ${group.title}`, group.counts, false);
  }
  line++;
  draft.text(line++, 0, 'Sheets', 'heading');
  for (const content of contents) {
    draft.text(line, 0, content.name, 'plainLink', { link: placeIn(content.name) });
    draft.text(line++, 1, content.text, 'plain');
  }
  return draft;
}

function counts(draft: SheetDraft, line: number, name: string, numbers: SoaCounts, isMain: boolean): void {
  draft.wideText(line, 0, 1, name, isMain ? 'mainName' : 'name');
  countTexts(numbers).forEach((text, index) => {
    const style = isMain ? 'mainNumber' : 'number';
    if (/^\d+$/.test(text)) draft.number(line, index + 2, Number(text), style);
    else draft.text(line, index + 2, text, style);
  });
}
