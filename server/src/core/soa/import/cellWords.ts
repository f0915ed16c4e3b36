/** The words in the cells of a Statement of Applicability: does the control apply, how far is it implemented, and why? */
import { plainWords } from '../../plainWords.js';
import type { Applicability, DriverKind, ImplementationStatus } from '../types.js';
import { applicabilityOf, driverKindOf, implementationStatusOf } from '../values.js';

/** A meaning, and what else the cell says. */
export interface Understood<T> {
  readonly value: T;
  /** What stands behind the word: `no premises` of `No – no premises`. Empty where nothing does. */
  readonly rest: string;
}

const applicabilityWords: Readonly<Record<Applicability, string>> = {
  yes: 'yes y ja j oui o si sim s true wahr vrai 1 x applicable included include in i anwendbar zutreffend relevant inclus applicables aplicable incluido incluida toepasselijk|van toepassing|in scope|selected|einbezogen|eingeschlossen|yes applicable|required|adopted',
  no: 'no n nein non nee false falsch faux 0 na ne excluded exclude e out ausgeschlossen exclu exclus exclue excluido excluida uitgesloten|not applicable|n a|nicht anwendbar|nicht zutreffend|nicht relevant|not relevant|non applicable|no aplica|no aplicable|niet van toepassing|niet toepasselijk|nvt|n v t|out of scope|not selected|not included|not required|entfallt',
  undecided:
    'undecided tbd tbc open offen unknown unklar pendiente|to be decided|to be determined|to be confirmed|noch offen|a definir|te bepalen|por decidir|under review|pending',
};

const statusWords: Readonly<Record<ImplementationStatus, string>> = {
  'not-assessed':
    'unassessed unknown unbekannt|not assessed|nicht bewertet|not evaluated|non evalue|no evaluado|niet beoordeeld|not reviewed',
  'not-started':
    'no nein non nee ni open offen todo none missing fehlt absent|not started|not implemented|not yet implemented|nicht umgesetzt|nicht begonnen|noch nicht umgesetzt|nicht implementiert|non mis en oeuvre|pas mis en oeuvre|non implemente|no implementado|no implementada|no iniciado|niet geimplementeerd|niet gestart|0%|not done|not in place',
  planned: 'planned geplant planifie prevu planificado planificada gepland scheduled|in planung|in planning',
  partial:
    'partial partially partly teilweise partiel partiellement parcial parcialmente gedeeltelijk deels p ongoing|partially implemented|partly implemented|partial implementation|teilweise umgesetzt|teilweise implementiert|in umsetzung|in bearbeitung|partiellement mis en oeuvre|en cours|parcialmente implementado|en curso|en proceso|gedeeltelijk geimplementeerd|in uitvoering|in progress|being implemented|under implementation|in implementation|wip|work in progress',
  implemented:
    'implemented yes y ja oui si f fi done complete completed full fully umgesetzt fertig erledigt abgeschlossen vollstandig implementiert implemente implementado implementada geimplementeerd operational active effective wirksam x true|fully implemented|vollstandig umgesetzt|voll umgesetzt|mis en oeuvre|mis en place|mise en oeuvre|totalement mis en oeuvre|totalmente implementado|volledig geimplementeerd|in place|implemented and operational|implemented and effective|100%|in operation',
};

const marks: Readonly<Record<string, boolean>> = {
  '✓': true,
  '✔': true,
  '☑': true,
  '✅': true,
  '🗹': true,
  '●': true,
  '•': true,
  '⬤': true,
  '■': true,
  '🟢': true,
  '✗': false,
  '✘': false,
  '❌': false,
  '☒': true,
  '✖': false,
  '⛔': false,
  '🚫': false,
  '☐': false,
  '⬜': false,
  '○': false,
};

function wordMap<T extends string>(lists: Readonly<Record<T, string>>): Map<string, T> {
  const map = new Map<string, T>();
  for (const value of Object.keys(lists) as T[]) {
    const [single = '', ...phrases] = lists[value].split('|');
    for (const word of [...single.split(' '), ...phrases]) if (!map.has(word)) map.set(word, value);
  }
  return map;
}

const applicabilityMap = wordMap(applicabilityWords);
const statusMap = wordMap(statusWords);

/** Whether the cell is as good as empty: nothing, a dash, a placeholder of a template. */
export function saysNothing(text: string): boolean {
  return /^[\s\-–—−_.*…/\\|?]*$/.test(text) || /^(?:\[\s*\]|\(\s*\)|<\s*>)$/.test(text);
}

/** `Yes`, `✅ Oui`, `X`, `Nicht anwendbar – no premises` → whether the control applies; null for any other text. */
export function understandApplicability(text: string): Understood<Applicability> | null {
  return understand(
    text,
    applicabilityMap,
    (word) => applicabilityOf(word),
    (mark) => (mark ? 'yes' : 'no'),
  );
}

/** `Partially Implemented`, `Teilweise umgesetzt`, `80 %` → how far it is implemented; null for any other text. */
export function understandStatus(text: string): Understood<ImplementationStatus> | null {
  const percentage = /^(\d{1,3})(?:[.,]\d+)?\s*%$/.exec(text.trim());
  if (percentage) {
    const share = Number(percentage[1]);
    if (share > 100) return null;
    const value = share === 100 ? 'implemented' : share === 0 ? 'not-started' : 'partial';
    return { value, rest: value === 'partial' ? text.trim() : '' };
  }
  return understand(
    text,
    statusMap,
    (word) => implementationStatusOf(word),
    (mark) => (mark ? 'implemented' : 'not-started'),
  );
}

/** Whether a status cell says that the control does not apply. */
export function saysNotApplicable(text: string): boolean {
  return understandApplicability(text)?.value === 'no' && !/^(no|n|nein|non|nee|false|0)$/i.test(text.trim());
}

/** Whether a column of marks is ticked in this cell: X, ✓, yes; false for no and nothing; null for any other text. */
export function understandMark(text: string): boolean | null {
  if (saysNothing(text)) return false;
  const found = understandApplicability(text);
  return found && found.rest === '' && found.value !== 'undecided' ? found.value === 'yes' : null;
}

function understand<T>(
  text: string,
  words: ReadonlyMap<string, T>,
  others: (word: string) => T | null,
  ofMark: (isTicked: boolean) => T,
): Understood<T> | null {
  const trimmed = text.trim();
  if (trimmed.length > 2000) return null;
  const whole = words.get(wordsOf(trimmed)) ?? others(trimmed);
  if (whole !== null && whole !== undefined && /[\p{L}\p{N}]/u.test(trimmed)) return { value: whole, rest: '' };
  const first = [...trimmed][0] ?? '';
  const mark = marks[first];
  if (mark !== undefined) {
    const behind = trimmed
      .slice(first.length)
      .replace(/^\uFE0F/, '')
      .trim();
    if (behind === '') return { value: ofMark(mark), rest: '' };
    return understand(behind, words, others, ofMark) ?? null;
  }
  // A word, then something that separates, then an explanation.
  const split = /^([^\n,;:.(–—[]{1,40}?)\s*(?:[\n,;:.(–—[]|\s[-/]\s)\s*([\s\S]*)$/u.exec(trimmed);
  const value = split && (words.get(wordsOf(split[1]!)) ?? others(split[1]!.trim()));
  if (!split || value === null || value === undefined) return null;
  const rest = split[2]!.trim();
  // “F / P / NI” and “I / NA” are the choices of a template, not one of them.
  if (
    /\s\/\s/.test(trimmed) &&
    (words.has(wordsOf(rest)) || others(rest) !== null || /^[\w-]+(\s*\/\s*[\w-]+)*$/.test(rest))
  )
    return null;
  return { value, rest: rest.replace(/[)\]]$/, (bracket) => (hasPartner(rest, bracket) ? bracket : '')) };
}

function hasPartner(text: string, bracket: string): boolean {
  return text.includes(bracket === ')' ? '(' : '[');
}

function wordsOf(text: string): string {
  return plainWords(text).replace(/\s%/g, '%');
}

const driverPhrases: Readonly<Record<DriverKind, RegExp>> = {
  risk: /^(results? of )?(the )?risk( assessment| treatment| analysis| based)?s?$|^risiko\w*$|^risques?$|^riesgos?$|^risico s?$|^risikobehandlung$|^risk assessment result$/,
  legal:
    /^(legal|regulatory|statutory|gesetzlich|gesetz|recht(lich)?|legale?s?|wettelijk|wet|law|compliance|legal requirements?|regulatory requirements?|legal (and|or) regulatory( requirements?)?|exigences? legales?|requisitos? legal(es)?|gesetzliche anforderung(en)?)$/,
  contractual:
    /^(contract\w*|contractual obligations?|contractual requirements?|vertrag\w*|contractuel\w*|contractual(es)?|client requirements?|customer requirements?)$/,
  business: /^(business( requirements?| needs?)?|br bp|geschaft\w*|metier|negocio|bedrijfs\w*|zakelijk)$/,
  baseline:
    /^(best practices?|good practices?|baseline|bewahrte praxis|bonnes? pratiques?|buenas? practicas?|standard practice)$/,
};

/** `RRA`, `legal requirement`, `Risikobewertung` → the kind of driver; null for any other text. */
function understandDriverKind(text: string): DriverKind | null {
  const known = driverKindOf(text);
  if (known) return known;
  const words = plainWords(text);
  if (words === 'br bp') return 'business';
  return (Object.keys(driverPhrases) as DriverKind[]).find((kind) => driverPhrases[kind].test(words)) ?? null;
}

export interface DriverInCell {
  readonly kind: DriverKind;
  readonly ids: readonly string[];
}

/** `LR, RRA`, `Risk: R-012; Legal: GDPR Art. 32`, `risk + contract` → drivers; null where a part of it is none. */
export function understandDrivers(text: string): DriverInCell[] | null {
  const drivers = new Map<DriverKind, string[]>();
  for (const part of text.split(/\s*[;\n+&]\s*/)) {
    if (saysNothing(part)) continue;
    const named = /^([^:]{1,40}):\s*(.+)$/s.exec(part);
    const kind = named && understandDriverKind(named[1]!);
    if (named && kind) {
      const ids = splitIds(named[2]!);
      drivers.set(kind, [...(drivers.get(kind) ?? []), ...ids]);
      continue;
    }
    const whole = understandDriverKind(part);
    const kinds = whole
      ? [whole]
      : part
          .split(/\s*(?:,|\/|\band\b|\bund\b|\s)\s*/)
          .filter(Boolean)
          .map(understandDriverKind);
    if (kinds.some((each) => each === null)) return null;
    for (const each of kinds) drivers.set(each!, drivers.get(each!) ?? []);
  }
  return drivers.size === 0 ? null : [...drivers].map(([kind, ids]) => ({ kind, ids }));
}

/** `R-012, R-013` → the ids, without repeats. A comma before a small letter is one of a text: `One team, many hats`. */
export function splitIds(text: string): string[] {
  const parts = text.split(/\s*(?:[;\n]|,(?!\s*\p{Ll}+(?:\s|$)))\s*/u).map((part) => part.trim());
  return [...new Set(parts.filter((part) => !saysNothing(part)))];
}
