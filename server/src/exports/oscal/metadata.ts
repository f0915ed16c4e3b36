/** The head of every OSCAL document: title, version, dates, roles, the organisation, and the change history. */
import type { SoaModel } from '../../core/soa/modelTypes.js';
import type { SoaExport } from '../../core/soa/render/exportInput.js';
import { documentTitle, pageTexts, problemText } from '../../core/soa/render/facts.js';
import { creator, organisationOf, rolesOf } from './identity.js';
import { listed, oscalVersion, own } from './parts.js';
import type { Resources } from './resources.js';
import { line, markup, markupLine } from './texts.js';
import { uuidOf } from './uuid.js';

/** `kind` says what the document is. The scope document, where one is named, is put among the resources. */
export function metadata({ model, provenance }: SoaExport, kind: string, resources: Resources) {
  const { header, asOf } = model;
  const organisation = organisationOf(model);
  const { scopeDocument, released } = header;
  return {
    title: markupLine(`${pageTexts(model).title} (${kind})`),
    ...(isDay(header.approved) ? { published: moment(header.approved) } : {}),
    'last-modified': moment(asOf),
    version: line(header.version ?? asOf),
    'oscal-version': oscalVersion,
    ...listed('revisions', revisions(model)),
    props: [
      ...(header.classification?.trim() ? [{ name: 'marking', value: line(header.classification) }] : []),
      ...own('document', documentTitle),
      ...own('status', header.status),
      ...own('owner', header.owner),
      ...own('approved-by', header.approvedBy),
      ...own('approved', header.approved),
      ...own('next-review', header.nextReview),
      ...own('released-version', released?.version),
      ...own('released', released?.date),
      ...own('released-by', released?.by),
      ...own('released-hash', released?.hash),
      ...own('git-commit', provenance.commit),
      ...own('git-modified', provenance.commit !== null && provenance.isModified ? 'yes' : null),
      ...own('made-with', provenance.generator),
      ...[...new Set(model.problems.map(problemText))].flatMap((text) => own('problem', line(text))),
    ],
    ...listed('links', scopeDocument?.text.trim() ? [resources.scopeDocument(scopeDocument)] : []),
    roles: [{ id: creator, title: 'Creator of this document' }, ...rolesOf(model.rows).values()],
    ...(organisation === null ? {} : partyOf(organisation)),
  };
}

function partyOf(organisation: string) {
  const uuid = uuidOf('organisation', organisation);
  return {
    parties: [{ uuid, type: 'organization', name: organisation }],
    'responsible-parties': [{ 'role-id': creator, 'party-uuids': [uuid] }],
  };
}

/** Latest first, as OSCAL expects it. A line without a version cannot be a revision. */
function revisions({ header }: SoaModel) {
  const lines = header.history.filter(({ version }) => version?.trim());
  return [...lines].reverse().map(({ version, date, by, change }) => ({
    version: line(version!),
    ...(isDay(date) ? { published: moment(date) } : {}),
    ...listed('props', own('approved-by', by)),
    ...(change?.trim() ? { remarks: markup(change) } : {}),
  }));
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
