/** What a file says of the statement as a whole: its version, owner, change history, and the meaning of its codes. */

import type { Catalog } from '../../catalog/types.js';
import { plainWords } from '../../plainWords.js';
import { documentStatusOf } from '../values.js';
import { understandDate } from './cellDates.js';
import { saysNothing } from './cellWords.js';
import { standardsNamedIn } from './placeRows.js';
import type { SheetRow } from './sheet.js';
import type { ImportedHeader, ImportedHistoryItem } from './types.js';

type FactName = keyof ImportedHeader | 'standards' | 'generator' | 'known';

const labels: readonly (readonly [FactName, RegExp])[] = [
  ['scopeDocument', /^scope (document|statement)$/],
  [
    'organisation',
    /^(name of (the )?)?(organi[sz]ation|company|unternehmen|entreprise|empresa|organizacion|organisatie|bedrijf|client)( name)?$/,
  ],
  [
    'scope',
    /^((isms|pims|aims|soa|certification) )?scope( of the (isms|soa|certification))?$|^(geltungs|anwendungs)bereich$|^perimetre$|^alcance$|^toepassingsgebied$/,
  ],
  ['version', /^((document|soa|current) )?(version|revision|issue)( (number|no))?$|^versie$/],
  ['status', /^(document )?status$/],
  ['owner', /^(document |soa )?(owner|eigentumer|verantwortlich\w*|proprietaire|responsable|eigenaar)$|^owned by$/],
  [
    'approvedBy',
    /^(approved by|approver|approval|genehmigt (von|durch)|freigegeben (von|durch)|approuve par|aprobado por|goedgekeurd door)$/,
  ],
  [
    'approved',
    /^(approved|approved on|approval date|date (of approval|approved)|genehmigt am|freigegeben am|freigabedatum|date d approbation|fecha de aprobacion)$/,
  ],
  [
    'nextReview',
    /^(next review( date)?|review date|date of next review|nachste (uberprufung|prufung)|prochaine revue|proxima revision)$/,
  ],
  [
    'classification',
    /^(document )?(classification|confidentiality|klassifi(zierung|kation)|vertraulichkeit|clasificacion|classificatie)$/,
  ],
  ['standards', /^(standards?|norme?n?|normas?)( in scope| covered)?$/],
  ['generator', /^made with$/],
  [
    'known',
    /^(as of|folders|problems found|last release|content hash of the release|statement of applicability|controls|total|git commit|commit)$/,
  ],
];

export interface Facts {
  readonly header: ImportedHeader;
  readonly history: ImportedHistoryItem[];
  /** Codes in upper case with their meaning. */
  readonly legend: Map<string, string>;
  /** Whether the file says that Clausemark has made it. */
  isOurs: boolean;
  /** Texts that tell the standards. */
  readonly standardTexts: string[];
  readonly amendments: Map<string, string[]>;
  readonly roles: Map<string, ('controller' | 'processor')[]>;
  /** Rows from which something was taken. */
  readonly used: Set<SheetRow>;
  /** What was found and has no place. */
  readonly unplaced: { readonly row: SheetRow; readonly label: string; readonly value: string }[];
}

export function noFacts(): Facts {
  return {
    header: {},
    history: [],
    legend: new Map(),
    isOurs: false,
    standardTexts: [],
    amendments: new Map(),
    roles: new Map(),
    used: new Set(),
    unplaced: [],
  };
}

/** Reads the rows of something that is no table of controls; what is found first counts. */
export function readFacts(rows: readonly SheetRow[], facts: Facts, catalog: Catalog): void {
  if (readHistory(rows, facts) || readLegend(rows, facts)) return;
  for (const row of rows) {
    const pair = pairOf(row);
    const name = pair && labels.find(([, pattern]) => pattern.test(plainWords(pair.label)))?.[0];
    if (!pair || !name) continue;
    facts.used.add(row);
    if (name === 'generator') facts.isOurs = /^Clausemark\b/.test(pair.value);
    if (name === 'generator' || name === 'known' || saysNothing(pair.value)) continue;
    if (name === 'standards') readStandards(pair.value, facts, catalog);
    else if (!setFact(name, pair.value, facts.header)) facts.unplaced.push({ row, ...pair });
  }
}

function pairOf(row: SheetRow): { label: string; value: string } | null {
  const filled = row.cells.map(({ text }) => text).filter((text) => text !== '');
  const [first = '', second = ''] = filled;
  if (filled.length === 2 && first.length <= 60) return { label: first.replace(/:$/, ''), value: second };
  const inOne = filled.length === 1 ? /^([^:\n]{2,40}):\s*(\S[\s\S]*)$/.exec(first) : null;
  if (inOne) return { label: inOne[1]!, value: inOne[2]! };
  return filled.length === 1 && first.length <= 60 ? { label: first, value: '' } : null;
}

/** False where the value is none for that field, or where another value was found before. */
function setFact(name: keyof ImportedHeader, value: string, header: ImportedHeader): boolean {
  const isDate = name === 'approved' || name === 'nextReview';
  const read = isDate ? understandDate(value) : name === 'status' ? documentStatusOf(value) : value;
  if (read === null || (header[name] !== undefined && header[name] !== read)) return false;
  header[name] = name === 'version' ? read.replace(/^v(?:ersion)?\.?\s*(?=\d)/i, '') : read;
  return true;
}

function readStandards(value: string, facts: Facts, catalog: Catalog): void {
  facts.standardTexts.push(value);
  for (const part of value.split(/[,;\n](?![^(]*\))/)) {
    const [named] = standardsNamedIn(part, catalog);
    if (!named) continue;
    const roles = (['controller', 'processor'] as const).filter((role) => part.toLowerCase().includes(role));
    if (roles.length > 0) facts.roles.set(named.standard, roles);
    const amendments = [...part.matchAll(/\bAmd\.?\s*\d+(?::\d{4})?/gi)].map(([text]) => text);
    if (amendments.length > 0) facts.amendments.set(named.standard, amendments);
  }
}

const historyHeads = {
  version: /^(version|revision|issue|rev|ver|versie)( no| number)?$/,
  date: /^(date|datum|fecha)$|date$/,
  by: /^(author|by|who|changed by|approved by|autor|auteur|editor|bearbeiter|owner)$/,
  change:
    /^(changes?|description( of change)?|summary( of changes?)?|anderung(en)?|beschreibung|reason( for change)?|comments?|modifications?|cambios?|wijziging(en)?|remarks?)$/,
};

function readHistory(rows: readonly SheetRow[], facts: Facts): boolean {
  const [head, ...items] = rows;
  const columns = head ? columnsNamed(head, historyHeads) : {};
  if (!head || columns.version === undefined || columns.change === undefined) return false;
  facts.used.add(head);
  for (const row of items) {
    const text = (column: number | undefined) => (column === undefined ? '' : (row.cells[column]?.text ?? ''));
    const version = text(columns.version);
    if (saysNothing(version)) continue;
    const written = text(columns.date);
    const date = understandDate(written);
    const change = [text(columns.change), date || saysNothing(written) ? '' : `(${written})`].filter(Boolean).join(' ');
    const by = text(columns.by);
    facts.history.push({ version, date, by: saysNothing(by) ? null : by, change: change === '' ? null : change });
    facts.used.add(row);
  }
  return true;
}

const legendHeads = {
  code: /^(code|abbreviation|abbr|symbol|short|key|kurzel|abkurzung|code lettre|sigla|afkorting)$/,
  meaning: /^(meaning|description|definition|explanation|bedeutung|erklarung|signification|significado|betekenis)$/,
};

function readLegend(rows: readonly SheetRow[], facts: Facts): boolean {
  const [head, ...items] = rows;
  const columns = head ? columnsNamed(head, legendHeads) : {};
  if (!head || columns.code === undefined || columns.meaning === undefined) return false;
  facts.used.add(head);
  for (const row of items) {
    const [code, meaning] = [row.cells[columns.code]?.text ?? '', row.cells[columns.meaning]?.text ?? ''];
    if (code === '' || meaning === '' || code.length > 20) continue;
    if (!facts.legend.has(code.toUpperCase())) facts.legend.set(code.toUpperCase(), meaning);
    facts.used.add(row);
  }
  return true;
}

function columnsNamed<Name extends string>(
  head: SheetRow,
  names: Readonly<Record<Name, RegExp>>,
): Partial<Record<Name, number>> {
  const found: Partial<Record<Name, number>> = {};
  for (const [index, { text }] of head.cells.entries()) {
    const words = plainWords(text);
    for (const name of Object.keys(names) as Name[]) {
      if (found[name] === undefined && names[name].test(words)) {
        found[name] = index;
        break;
      }
    }
  }
  return found;
}
