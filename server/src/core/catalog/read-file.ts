/**
 * One catalog file → data. The same reader serves our files (scripts/build-catalog.mjs) and those of an organisation. What
 * a file is shows from its list: `entries` (standard), `rows` (mapping), `intents`, `texts`.
 */
import { t } from '../l10n.js';
import { entryKeyOf } from './ids.js';
import { firstProblems } from './limits.js';
import { readStandard } from './read-standard.js';
import { confidences, relations } from './relations.js';
import type {
  CatalogAddition,
  CatalogProblem,
  ClauseMatrixRow,
  Confidence,
  EntryText,
  Mapping,
  Relation,
} from './types.js';
import { readYaml, type YamlValue } from './yaml-file.js';

/** What one file holds. */
export interface CatalogFile extends CatalogAddition {
  readonly clauseMatrix?: readonly ClauseMatrixRow[];
}

/** `data` is missing where nothing of the file can be used; everything left out is in `problems`. */
export interface ReadResult {
  readonly data?: CatalogFile;
  readonly problems: readonly CatalogProblem[];
}

/** Ends of rows are entry keys; `iso27001-2022:6.1.3 d` is accepted for `iso27001-2022:6.1.3.d`. */
function readEnd(value: YamlValue): string | undefined {
  const text = value.text;
  const at = text?.indexOf(':') ?? -1;
  return text === undefined || at < 1 || at === text.length - 1
    ? undefined
    : entryKeyOf(text.slice(0, at), text.slice(at + 1));
}

/** Short names of sources are explained in `sources`; any other text is taken as the source itself. */
function readSource(row: YamlValue, root: YamlValue): string {
  const names = row.get('source').texts;
  const texts = names.map((name) => root.get('sources').get(name).text ?? name);
  return texts.length > 0 ? texts.join('; ') : (root.get('source').text ?? root.get('key').text ?? 'no source named');
}

function readMappingRow(row: YamlValue, root: YamlValue, problems: CatalogProblem[]): Mapping | undefined {
  const from = readEnd(row.get('from'));
  const to = readEnd(row.get('to'));
  if (from === undefined || to === undefined) {
    problems.push({
      message: t('A mapping row needs from and to, each like "iso27001-2022:A.5.12"; it is not used.'),
      line: row.line,
    });
    return undefined;
  }
  const relation = readWord<Relation>(row.get('relation'), relations, 'related', problems);
  const confidence = readWord<Confidence>(row.get('confidence'), confidences, 'medium', problems);
  const note = row.get('note').text;
  const via = row.get('via').text;
  return {
    from,
    to,
    relation,
    source: readSource(row, root),
    confidence,
    ...(note === undefined ? {} : { note }),
    ...(via === undefined ? {} : { via }),
  };
}

/** A word of a closed list; where it is missing the cautious one, where it is unknown also a problem. */
function readWord<T extends string>(
  value: YamlValue,
  allowed: readonly T[],
  otherwise: T,
  problems: CatalogProblem[],
): T {
  const text = value.text;
  const known = allowed.find((word) => word === text);
  if (known === undefined && text !== undefined) {
    problems.push({
      message: t('"{0}" is not one of {1}; "{2}" is used.', text, allowed.join(', '), otherwise),
      line: value.line,
    });
  }
  return known ?? otherwise;
}

function readMapping(root: YamlValue, problems: CatalogProblem[]): CatalogFile {
  const matrix = root.get('clauseMatrix').items.map((row) => ({
    clause: row.get('clause').text ?? '',
    shared: row.get('shared').text ?? '',
    differs: row.get('differs').text ?? '',
  }));
  const mappings = root.get('rows').items.flatMap((row) => readMappingRow(row, root, problems) ?? []);
  return matrix.length > 0 ? { mappings, clauseMatrix: matrix } : { mappings };
}

/** `key` names the standard, the map gives a text per id: used for intents and for licensed texts. */
function readPerId<T>(
  root: YamlValue,
  list: string,
  problems: CatalogProblem[],
  make: (text: string) => T,
): Record<string, T> | undefined {
  const key = root.get('key').text;
  if (key === undefined) {
    problems.push({
      message: t('A file with {0} needs a key that names the standard, such as "iso27001-2022"; it is not used.', list),
      line: 1,
    });
    return undefined;
  }
  const result: Record<string, T> = {};
  for (const [id, value] of root.get(list).fields) {
    const text = value.text?.trim();
    if (text === undefined || text === '')
      problems.push({ message: t('The text for "{0}" is empty; it is not used.', id), line: value.line });
    else result[entryKeyOf(key, id)] = make(text);
  }
  return result;
}

function readContent(root: YamlValue, problems: CatalogProblem[]): CatalogFile | undefined {
  if (root.get('entries').isList) {
    const standard = readStandard(root, problems);
    return standard && { standards: [standard] };
  }
  if (root.get('rows').isList) return readMapping(root, problems);
  if (root.get('intents').isMap) {
    const intents = readPerId(root, 'intents', problems, (text) => text);
    return intents && { intents };
  }
  if (root.get('texts').isMap) {
    const source = root.get('source').text;
    const texts = readPerId<EntryText>(root, 'texts', problems, (text) =>
      source === undefined ? { text } : { text, source },
    );
    return texts && { texts };
  }
  problems.push({
    message: t(
      'This is not a catalog file: it needs a list of entries (a standard) or rows (a mapping), or a map of intents or texts.',
    ),
    line: 1,
  });
  return undefined;
}

/** Reads one file. Never throws; `file` is only used to name the place in problems. */
export function readCatalogFile(text: string, file?: string): ReadResult {
  const { root, problems } = readYaml(text);
  const located = (list: readonly CatalogProblem[]) =>
    firstProblems(list).map((problem) => (file === undefined ? problem : { ...problem, file }));
  if (problems.length > 0) return { problems: located(problems) };
  const data = readContent(root, problems);
  if (!data) return { problems: located(problems) };
  return { data: file === undefined ? data : { ...data, file }, problems: located(problems) };
}

/** A file of an organisation, in the same formats as ours, plus `texts:` (licensed text per id, never shipped by us). */
export function parseAddition(
  yamlText: string,
  file?: string,
): { readonly data?: CatalogAddition; readonly problems: readonly CatalogProblem[] } {
  return readCatalogFile(yamlText, file);
}
