/** What all OSCAL documents of ours are made of. Names of fields are those of OSCAL 1.2. */
import type { SoaModel, SoaRow } from '../../core/soa/modelTypes.js';
import type { SoaExport } from '../../core/soa/render/exportInput.js';
import { documentTitle, pageTexts } from '../../core/soa/render/facts.js';
import { uuidOf } from './uuid.js';

export const oscalVersion = '1.2.0';

/** Names of ours that OSCAL does not have are in this name space. It is a name, not a page. */
export const ourNames = 'https://github.com/clausemark/clausemark/ns/oscal';

export interface Property {
  readonly name: string;
  readonly ns?: string;
  readonly value: string;
}

export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly text?: string;
}

export interface Resource {
  readonly uuid: string;
  readonly title: string;
  readonly description?: string;
  readonly 'document-ids'?: readonly { readonly identifier: string }[];
  readonly citation?: { readonly text: string };
  readonly rlinks?: readonly { readonly href: string }[];
}

/** One line without spaces at its ends, as OSCAL wants most texts; `–` for an empty one, which it does not take. */
export function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim() || '–';
}

/** A property in our name space; none for an empty value. */
export function own(name: string, value: string | null | undefined): Property[] {
  return value ? [{ name, ns: ourNames, value: line(value) }] : [];
}

/** A list, or nothing where it would be empty: OSCAL takes no empty lists. */
export function listed<K extends string, T>(name: K, items: readonly T[]): Partial<Record<K, readonly T[]>> {
  return items.length > 0 ? ({ [name]: items } as Record<K, readonly T[]>) : {};
}

/** A name as OSCAL takes it for ids: letters, digits, dots, hyphens and underscores, a letter first. */
export function token(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return /^[\p{L}_]/u.test(plain) ? plain : `_${plain}`;
}

export function roleId(role: string): string {
  return token(role.toLowerCase());
}

const creator = 'creator';

/** Title, version, dates, roles, the organisation, and the change history. `kind` says what the document is. */
export function metadata({ model, provenance }: SoaExport, kind: string) {
  const { header, asOf } = model;
  const organisation = header.organisation;
  const party = organisation === null ? null : uuidOf('organisation', organisation);
  const roles = rolesOf(model.rows);
  return {
    title: line(`${pageTexts(model).title} (${kind})`),
    ...(isDay(header.approved) ? { published: moment(header.approved) } : {}),
    'last-modified': moment(asOf),
    version: line(header.version ?? asOf),
    'oscal-version': oscalVersion,
    ...listed('revisions', revisions(model)),
    props: [
      ...(header.classification ? [{ name: 'marking', value: line(header.classification) }] : []),
      ...own('document', documentTitle),
      ...own('status', header.status),
      ...own('owner', header.owner),
      ...own('approved-by', header.approvedBy),
      ...own('approved', header.approved),
      ...own('next-review', header.nextReview),
      ...own('git-commit', provenance.commit),
      ...own('git-modified', provenance.commit !== null && provenance.isModified ? 'yes' : null),
      ...own('made-with', provenance.generator),
    ],
    roles: [{ id: creator, title: 'Creator of this document' }, ...roles],
    ...(party === null
      ? {}
      : {
          parties: [{ uuid: party, type: 'organization', name: line(organisation!) }],
          'responsible-parties': [{ 'role-id': creator, 'party-uuids': [party] }],
        }),
  };
}

/** Latest first, as OSCAL expects it. A line without a version cannot be a revision. */
function revisions({ header }: SoaModel) {
  const lines = header.history.filter(({ version }) => version);
  return [...lines].reverse().map(({ version, date, by, change }) => ({
    version: line(version!),
    ...(isDay(date) ? { published: moment(date) } : {}),
    ...listed('props', own('approved-by', by)),
    ...(change ? { remarks: change } : {}),
  }));
}

/** Two roles that are written almost alike can give one id; the first title stays. */
function rolesOf(rows: readonly SoaRow[]) {
  const titles = new Map<string, string>();
  for (const { owner } of rows) {
    if (owner && roleId(owner) !== creator && !titles.has(roleId(owner))) titles.set(roleId(owner), line(owner));
  }
  return [...titles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, title]) => ({ id, title }));
}

/** OSCAL asks for a time; ours is the beginning of the day. */
function moment(day: string): string {
  return `${day}T00:00:00Z`;
}

/** A day that exists, in a century that OSCAL knows. */
function isDay(text: string | null): text is string {
  if (text === null || !/^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
