/** What the drafts of a document tell of it as a whole: how it numbers itself, and how it cites. */
import { oncePer } from '../../oncePer.js';
import type { DraftDocument, DraftReference } from '../draft.js';
import { lawsNamed } from '../text/lexicon.js';

/** "(Kapitel 5.3, A.5.2)", "Kapitel 5.1 und 7.1" in a document that has no 7.2 either: in one list with what is cited plainly. */
function besideCitations({ drafts }: DraftDocument, ownChapters: ReadonlySet<number>): Set<DraftReference> {
  const isPlain = ({ form, members, needsScope, isBare }: DraftReference): boolean => {
    const { parts } = members[0]!;
    if (form === 'annex') return parts.length > 1 && !needsScope;
    return form === 'clause' && !isBare && parts.length > 1 && !ownChapters.has(parts[0]!);
  };
  return besideAny(drafts, isPlain);
}

/** The references that stand in one list right before or behind one of a kind. */
function besideAny(
  drafts: readonly DraftReference[],
  isOfKind: (draft: DraftReference) => boolean,
): Set<DraftReference> {
  const beside = new Set<DraftReference>();
  for (let i = 1; i < drafts.length; i++) {
    const [one, next] = [drafts[i - 1]!, drafts[i]!];
    if (one.block !== next.block || one.sentence !== next.sentence) continue;
    if (next.span.start - one.span.end > longestJoint) continue;
    if (isOfKind(next)) beside.add(one);
    if (isOfKind(one)) beside.add(next);
  }
  return beside;
}

/** In characters: " und ", ", ", "; ". */
const longestJoint = 5;

/** What the document as a whole tells; found out once, because every draft asks. */
export interface DocumentFacts {
  /** First numbers of the sections of two numbers and more that the document has itself. */
  readonly sections: ReadonlySet<number>;
  /** Citations of controls that leave no doubt. */
  readonly controls: number;
  /** Citations of controls and groups in any form. */
  readonly ids: number;
  /** Different ids that are written with a blank: `A 5.15`. */
  readonly spaced: number;
  /** By block the different ids that are written so or without a dot (`A5.15`, `A12.3.1`); some of them. */
  readonly spacedByBlock: ReadonlyMap<number, ReadonlySet<string>>;
  /** Whether it cites clauses or controls in some form that leaves no doubt. */
  readonly citesPlainly: boolean;
  /** Whether it cites clauses in brackets behind words of their titles, most of those that it has in brackets. */
  readonly citesTitled: boolean;
  /** Different numbers of four parts alone in brackets: `(5.4.1.2)`; a few of them. */
  readonly deepBrackets: readonly string[];
  /** Whether its paragraphs begin with clauses, as those of contracts and rules of work do. */
  readonly headsWithClauses: boolean;
  /** Tables and columns in which at least two cells are controls: `A.5.22`, `A.7.6`. */
  readonly controlColumns: ReadonlySet<string>;
  /** Letters whose numbers the document gives its own items and questions: "**A.1** Do you have …", "**A.2** Who …". */
  readonly ownSeries: ReadonlySet<string>;
  /** The references that stand in one list with a plain citation. */
  readonly besideCitations: ReadonlySet<DraftReference>;
  /** Those that stand in one list with a clause that the document has itself. */
  readonly besideOwnNumbers: ReadonlySet<DraftReference>;
  /** The bare numbers with which the cells of its columns of controls and of clauses begin, by column. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** All bare numbers in those columns: `8.7` and `8.13` of `8.7, 8.13`. */
  readonly inColumns: ReadonlyMap<string, readonly string[]>;
}

/** Those of a document. */
export const factsOf = oncePer((document: DraftDocument): DocumentFacts => {
  const sections = [...document.ownNumbers].filter((number) => number.includes('.')).map(Number.parseFloat);
  const chapters = new Set(sections.map(Math.floor));
  const columns = numbersByColumn(document, isListed);
  return {
    sections: chapters,
    besideCitations: besideCitations(document, chapters),
    besideOwnNumbers: besideAny(
      document.drafts,
      ({ form, number }) => form === 'clause' && document.ownNumbers.has(number),
    ),
    controls: document.drafts.filter((draft) => draft.form === 'annex' && !draft.needsScope).length,
    ids: document.drafts.filter(({ form }) => form === 'annex').length,
    spaced: spacedIds(document.drafts).size,
    spacedByBlock: spacedByBlock(document),
    citesPlainly: document.drafts.some(
      (draft) => (!draft.isBare && (!draft.isChapter || isBesideName(draft))) || isInLongColumn(draft, columns),
    ),
    citesTitled:
      document.titledBrackets.size >= enoughTitled &&
      document.titledBrackets.size * 2 >=
        new Set(document.drafts.filter(isInBrackets).map(({ number }) => number)).size,
    deepBrackets: [...new Set(document.drafts.filter(isDeepBracket).map(({ number }) => number))].slice(0, mostDeep),
    headsWithClauses: document.drafts.filter(headsParagraph).length >= enoughHeads,
    controlColumns: columnsOfControls(document),
    ownSeries: ownSeriesOf(document),
    columns,
    inColumns: numbersByColumn(document, isInColumn),
  };
});

const mostDeep = 8;

/** "apartado 9.3.2 de ISO 27001" */
function isBesideName({ near }: DraftReference): boolean {
  return near.some(({ tight, standards }) => tight && standards.length > 0);
}

/**
 * In a column of so many controls of a standard there is no doubt; of so few where the document says up front which
 * standard it is about.
 */
const longColumn = 6;
const shortColumn = 3;

function isInLongColumn(draft: DraftReference, columns: ReadonlyMap<string, readonly string[]>): boolean {
  const length = draft.form === 'control' ? (columns.get(columnName(draft))?.length ?? 0) : 0;
  return length >= shortColumn && (length >= longColumn || namedUpFront(draft));
}

function isDeepBracket(draft: DraftReference): boolean {
  return isInBrackets(draft) && draft.members[0]!.parts.length === 4;
}

function isInBrackets({ form, isParenthesis }: DraftReference): boolean {
  return form === 'clause' && isParenthesis;
}

/** One number may be that of a section of the document which is called like a clause. */
const enoughTitled = 2;

/** The numbers that are written with a blank behind their letter. */
export function spacedIds(drafts: readonly DraftReference[]): ReadonlySet<string> {
  return new Set(drafts.filter(isSpaced).map(({ number }) => number));
}

/** The same with those of three numbers, for each block; enough of them to tell. */
function spacedByBlock({ drafts }: DraftDocument): ReadonlyMap<number, ReadonlySet<string>> {
  const blocks = new Map<number, Set<string>>();
  for (const { form, needsScope, members, block, number } of drafts) {
    if (form !== 'annex' || !needsScope || members[0]!.parts.length < 2) continue;
    const numbers = blocks.get(block);
    if (!numbers) blocks.set(block, new Set([number]));
    else if (numbers.size < mostSpaced) numbers.add(number);
  }
  return blocks;
}

const mostSpaced = 60;

function isSpaced({ form, needsScope, members }: DraftReference): boolean {
  return form === 'annex' && needsScope && members[0]!.parts.length === 2;
}

/**
 * The letters with which at least three paragraphs or items begin whose numbers start from 1: A.1, A.2, A.3. In a table of a document
 * that names a standard four cells: the tables of 27701 are three.
 */
function ownSeriesOf(document: DraftDocument): ReadonlySet<string> {
  const paragraphs = new Map<string, Set<number>>();
  const cells = new Map<string, Set<number>>();
  for (const { form, members, startsBlock, fillsBlock, isTag, where, letter } of document.drafts) {
    if (form !== 'annex' || isTag || !startsBlock || members[0]!.parts.length !== 1) continue;
    const firsts = where === 'table' ? cells : paragraphs;
    if (where !== 'table' || fillsBlock)
      firsts.set(letter, (firsts.get(letter) ?? new Set()).add(members[0]!.parts[0]!));
  }
  const namesStandard = document.drafts.some(({ far }) =>
    far.some(({ standards }) => standards.some(({ known }) => known)),
  );
  const most = namesStandard ? [1, 2, 3, 4] : [1, 2, 3];
  const counting = (firsts: ReadonlyMap<string, ReadonlySet<number>>, upTo: readonly number[]): string[] =>
    [...firsts].filter(([, numbers]) => upTo.every((one) => numbers.has(one))).map(([letter]) => letter);
  const codes = namesStandard ? [] : lettersOfCodes(document);
  return new Set([...counting(paragraphs, [1, 2, 3]), ...counting(cells, most), ...codes]);
}

/** `| Lock | A.5 |`, `| Weir | A.7 |`, `| Station | B.2 |`: what has both letters in one column is coded, where no standard is named. */
function lettersOfCodes({ drafts }: DraftDocument): string[] {
  const columns = new Map<string, string[]>();
  for (const { form, members, where, fillsBlock, group, column, letter } of drafts) {
    if (form !== 'annex' || where !== 'table' || !fillsBlock || members[0]!.parts.length !== 1) continue;
    const name = `${group} ${column}`;
    columns.set(name, [...(columns.get(name) ?? []), letter]);
  }
  return [...columns.values()]
    .filter((letters) => letters.length >= fewestCodes && new Set(letters).size > 1)
    .flatMap((letters) => [...new Set(letters)]);
}

const fewestCodes = 4;

function columnsOfControls({ drafts }: DraftDocument): ReadonlySet<string> {
  const found = new Map<string, number>();
  for (const { form, members, where, fillsBlock, group, column } of drafts) {
    if (form !== 'annex' || where !== 'table' || !fillsBlock || members[0]!.parts.length < 2) continue;
    found.set(`${group} ${column}`, (found.get(`${group} ${column}`) ?? 0) + 1);
  }
  return new Set([...found].filter(([, cells]) => cells >= 2).map(([name]) => name));
}

function numbersByColumn(
  document: DraftDocument,
  isMeant: (draft: DraftReference) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const columns = new Map<string, string[]>();
  for (const draft of document.drafts) {
    if (!isMeant(draft)) continue;
    const numbers = columns.get(columnName(draft)) ?? [];
    numbers.push(draft.number);
    columns.set(columnName(draft), numbers);
  }
  return columns;
}

const enoughHeads = 3;

function headsParagraph(draft: DraftReference): boolean {
  return draft.form === 'clause' && draft.startsBlock && (draft.where === 'paragraph' || draft.where === 'heading');
}

/** So many different ids with a blank (`A 5.15`) are a document's way to cite. */
export const enoughSpaced = 5;

/** Whether the document has sections 6.1, 6.2 … of its own: then such numbers below "Clause 6" are its sections. */
export function numbersItself(document: DraftDocument, first: number): boolean {
  return factsOf(document).sections.has(first);
}

/** Whether the title, preface or front matter of the document names a standard: then "clause" means a clause of it. */
export function namedUpFront(draft: DraftReference): boolean {
  return draft.far.some(
    (layer) => (layer.by === 'front-matter' || layer.by === 'document') && !layer.isFaint && layer.standards.length > 0,
  );
}

/** Whether all standards that the document names are one. */
export function isSingleStandard(draft: DraftReference): boolean {
  const named = draft.far.flatMap((layer) => layer.standards).filter((one) => one.known);
  return named.length > 0 && named.every((one) => one.standard === named[0]!.standard);
}

/** Whether all that the surroundings name are standards of the catalog, or laws. */
export function namesNoFramework(draft: DraftReference): boolean {
  return draft.far.every(({ standards }) => standards.every(({ known, standard }) => known || lawsNamed.has(standard)));
}

/** A bare number at the beginning of a cell in a column of controls or clauses, or of an item in a list of controls. */
export function isListed(draft: DraftReference): boolean {
  return draft.isBare && draft.form !== 'annex' && (draft.where === 'table' || draft.isTold) && draft.startsBlock;
}

/** A bare number anywhere in a cell of a column of controls or clauses. */
export function isInColumn(draft: DraftReference): boolean {
  return draft.isBare && draft.form !== 'annex' && draft.where === 'table';
}

/** The column in which a bare number stands. */
export function columnName({ form, group, column }: DraftReference): string {
  return `${form} ${group} ${column}`;
}
