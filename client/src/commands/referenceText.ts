/** How a chosen control is written at a place. No editor in here. */

export interface ChosenEntry {
  /** `27001` */
  readonly standard: string;
  /** `ISO/IEC 27001:2022` */
  readonly standardName: string;
  readonly id: string;
}

/**
 * As a tag (`27001:A.5.15`) in front matter and in comments, with the name of the standard in prose.
 * @param before the text of the document up to the place
 */
export function referenceText({ standard, standardName, id }: ChosenEntry, before: string): string {
  if (isInFrontMatter(before) || isInComment(before)) return `${standard}:${id}`;
  return `${standardName} ${id}`;
}

function isInFrontMatter(before: string): boolean {
  return /^\uFEFF?---[ \t]*\r?\n/.test(before) && !/\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.test(before);
}

function isInComment(before: string): boolean {
  return before.lastIndexOf('<!--') > before.lastIndexOf('-->');
}
