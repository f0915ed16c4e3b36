/** The `standards:` of a soa.yaml: which editions are in scope, and with which roles. */

import type { Catalog } from '../catalog/types.js';
import { t } from '../l10n.js';
import { joinWords } from '../rules/support/wording.js';
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
      reader.error(standard.span, t('{0} is listed twice; the first one counts.', standard.standard));
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
      amendments.push(...reader.textsAt(field.value, t('Amendments are texts: [Amd 1:2024].')));
    } else {
      reader.warn(
        field.keySpan,
        t('“{0}” is not known here: a standard has an edition, roles and amendments.', field.key),
      );
    }
  }
  return { edition, roles, amendments };
}

function readRoles(value: unknown, reader: YamlReader): Role[] {
  const roles: Role[] = [];
  for (const text of reader.textsAt(value, t('Roles are words: controller, processor.'))) {
    const words = text.value
      .toLowerCase()
      .replace(/\bpii\b|[_-]/g, ' ')
      .split(/\s*(?:,|;|\/|\+|&|\band\b)\s*/);
    for (const word of words) {
      const role = word.trim().replace(/s$/, '');
      if (role === 'controller' || role === 'processor') roles.push(role);
      else if (role === 'both') roles.push('controller', 'processor');
      else if (role !== '')
        reader.warn(text.span, t('“{0}” is not a role. Write controller, processor or both.', text.value));
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
    reader.error(span, t('“{0}” is not a standard. Write for example 27001: { edition: 2022 }.', written));
    return null;
  }
  const edition = writtenEdition === null ? named.edition : normaliseEdition(writtenEdition);
  const editions = catalog.editions(named.standard);
  if (editions.length === 0) {
    reader.warn(span, t('The standard {0} is not in the catalog; its controls cannot be listed.', named.standard));
  } else if (edition !== null && !editions.some((item) => item.edition === edition)) {
    const known = joinWords(editions.map((item) => item.edition));
    reader.error(span, t('There is no edition {0} of {1} in the catalog. Known: {2}.', edition, named.standard, known));
  }
  const found = catalog.edition(named.standard, edition);
  const hasRoles = found !== undefined && catalog.controls(found.key).some((control) => control.role !== undefined);
  if (hasRoles && roles === null) {
    const detail = t(
      'Say for {0} whether the organisation is controller, processor or both: roles: [controller].',
      named.standard,
    );
    reader.warn(span, t('{0} Until then the controls of both are listed.', detail));
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
