/** The `standards:` of a soa.yaml: which editions are in scope, and with which roles. */
import type { Catalog } from '../catalog/types.js';
import type { Span } from '../text.js';
import { standardNamed } from './controlKey.js';
import type { Located, SystemStandard } from './types.js';
import type { YamlEntry, YamlReader } from './yaml/read.js';

type Role = 'controller' | 'processor';

/**
 * Reads a mapping (`27001: { edition: 2022 }`, `27001: 2022`) or a list (`27001:2022`, `{ standard: 27001, … }`).
 * What is not understood is reported to the reader; the order is that of the file.
 */
export function readStandards(value: unknown, reader: YamlReader, catalog: Catalog): SystemStandard[] {
  const standards: SystemStandard[] = [];
  const add = (standard: SystemStandard | null) => {
    if (!standard) return;
    if (standards.some((other) => other.standard === standard.standard)) {
      reader.error(standard.span, `${standard.standard} is listed twice; the first one counts.`);
      return;
    }
    standards.push(standard);
  };
  const entries = reader.entriesOf(value);
  for (const entry of entries ?? []) add(readEntry(entry, reader, catalog));
  if (entries) return standards;
  const single = reader.textAt(value);
  const items = single ? [value] : (reader.itemsOf(value) ?? []);
  for (const item of items) {
    const text = reader.textAt(item);
    if (text) add(checkStandard(text.value, nothingSaid, text.span, reader, catalog));
    else add(readListedMapping(item, reader, catalog));
  }
  return standards;
}

/** `27001: { edition: 2022, roles: [controller] }`, `27001: 2022`, or `27001:` alone. */
function readEntry(entry: YamlEntry, reader: YamlReader, catalog: Catalog): SystemStandard | null {
  const fields = reader.entriesOf(entry.value);
  if (!fields) {
    const edition = reader.textAt(entry.value);
    return checkStandard(
      entry.key,
      { ...nothingSaid, edition: edition?.value ?? null },
      entry.keySpan,
      reader,
      catalog,
    );
  }
  return checkStandard(entry.key, readStandardFields(fields, reader), entry.keySpan, reader, catalog);
}

/** An item of a list: `{ standard: 27001, edition: 2022 }`, or `27001: { edition: 2022 }` behind the dash. */
function readListedMapping(item: unknown, reader: YamlReader, catalog: Catalog): SystemStandard | null {
  const fields = reader.entriesOf(item);
  if (!fields) return null;
  const name = fields.find((field) => ['standard', 'name', 'id'].includes(field.key.toLowerCase()));
  const first = fields[0];
  if (!name) return first ? readEntry(first, reader, catalog) : null;
  const text = reader.textAt(name.value);
  if (!text) return null;
  const others = fields.filter((field) => field !== name);
  return checkStandard(text.value, readStandardFields(others, reader), text.span, reader, catalog);
}

/** What stands below a standard. */
interface StandardFields {
  readonly edition: string | null;
  /** Null where nothing says them. */
  readonly roles: readonly Role[] | null;
  readonly amendments: readonly Located<string>[];
}

const nothingSaid: StandardFields = { edition: null, roles: null, amendments: [] };

function readStandardFields(fields: readonly YamlEntry[], reader: YamlReader): StandardFields {
  let edition: string | null = null;
  let roles: Role[] | null = null;
  const amendments: Located<string>[] = [];
  for (const field of fields) {
    const key = field.key.toLowerCase();
    if (key === 'edition' || key === 'version' || key === 'year') edition = reader.textAt(field.value)?.value ?? null;
    else if (key === 'roles' || key === 'role') {
      roles = [...new Set([...(roles ?? []), ...readRoles(field.value, reader)])];
    } else if (key === 'amendments' || key === 'amendment') {
      amendments.push(...reader.textsAt(field.value, 'Amendments are texts: [Amd 1:2024].'));
    } else {
      const known = 'is not known here: a standard has an edition, roles and amendments.';
      reader.warn(field.keySpan, `“${field.key}” ${known}`);
    }
  }
  return { edition, roles, amendments };
}

function readRoles(value: unknown, reader: YamlReader): Role[] {
  const roles: Role[] = [];
  for (const text of reader.textsAt(value, 'Roles are words: controller, processor.')) {
    const words = text.value
      .toLowerCase()
      .replace(/\bpii\b|[_-]/g, ' ')
      .split(/\s*(?:,|;|\/|\+|&|\band\b)\s*/);
    for (const word of words) {
      const role = word.trim().replace(/s$/, '');
      if (role === 'controller' || role === 'processor') roles.push(role);
      else if (role === 'both') roles.push('controller', 'processor');
      else if (role !== '')
        reader.warn(text.span, `“${text.value}” is not a role. Write controller, processor or both.`);
    }
  }
  return roles;
}

function checkStandard(
  written: string,
  { edition: writtenEdition, roles, amendments }: StandardFields,
  span: Span,
  reader: YamlReader,
  catalog: Catalog,
): SystemStandard | null {
  const named = standardNamed(written, catalog);
  if (!named) {
    reader.error(span, `“${written}” is not a standard. Write for example 27001: { edition: 2022 }.`);
    return null;
  }
  const edition = writtenEdition === null ? named.edition : normaliseEdition(writtenEdition);
  const editions = catalog.editions(named.standard);
  if (editions.length === 0) {
    reader.warn(span, `The standard ${named.standard} is not in the catalog; its controls cannot be listed.`);
  } else if (edition !== null && !editions.some((item) => item.edition === edition)) {
    const known = editions.map((item) => item.edition).join(' and ');
    reader.error(span, `There is no edition ${edition} of ${named.standard} in the catalog. Known: ${known}.`);
  }
  const found = catalog.edition(named.standard, edition);
  const hasRoles = found !== undefined && catalog.controls(found.key).some((control) => control.role !== undefined);
  if (hasRoles && roles === null) {
    const detail = `Say for ${named.standard} whether the organisation is controller, processor or both: roles: [controller].`;
    reader.warn(span, `${detail} Until then the controls of both are listed.`);
  }
  return {
    standard: named.standard,
    edition,
    ...(roles && roles.length > 0 ? { roles } : {}),
    ...(amendments.length > 0 ? { amendments } : {}),
    span,
  };
}

/** `2022`, `ed. 2022`, `2022-10` → `2022`. */
function normaliseEdition(text: string): string {
  return /\b(\d{4})\b/.exec(text)?.[1] ?? text;
}
