/** A row of the statement in the words of OSCAL. */
import type { SoaRow } from '../../core/soa/modelTypes.js';
import { documentText } from '../../core/soa/render/cells.js';
import { type Role, roleKey } from './identity.js';
import { type Link, listed, own, type Property } from './parts.js';
import type { Resources } from './resources.js';
import { markup } from './texts.js';

/** OSCAL's word for how far a control is; null where it has none (nobody has decided, assessed or begun). */
export function implementationStatus(row: SoaRow): string | null {
  if (row.applicability === 'no') return 'not-applicable';
  if (row.applicability !== 'yes' || row.status === null) return null;
  const isSame = row.status === 'implemented' || row.status === 'partial' || row.status === 'planned';
  return isSame ? row.status : null;
}

/** How the control is implemented, in the words of the record; where it has none, which documents say so. */
export function description(row: SoaRow): string {
  if (row.applicability === 'no') return 'Not applicable.';
  const how = implementationText(row);
  if (row.applicability === 'yes') return how ?? 'The record does not say how.';
  const undecided = row.isInRole
    ? 'Nobody has decided yet whether this control applies.'
    : 'Nobody has decided on this control. It is made for a role that the organisation does not have.';
  return how === null ? undecided : `${undecided} ${how}`;
}

function implementationText({ implementation, documents }: SoaRow): string | null {
  if (implementation?.trim()) return markup(implementation);
  return documents.length === 0 ? null : `Described in: ${markup(documents.map(documentText).join('; '))}.`;
}

/** Everything that the record says of a control and that has no place of its own in OSCAL. */
export function properties(row: SoaRow): Property[] {
  return [
    ...own('title', row.title),
    ...own(
      'applicable',
      row.isInRole ? row.applicability : row.applicability === 'undecided' ? 'not-in-role' : row.applicability,
    ),
    ...own('status', row.status),
    ...row.drivers.flatMap(({ kind, ids }) =>
      ids.length === 0 ? own('driver', kind) : ids.flatMap((id) => own(`driver-${kind}`, id)),
    ),
    ...own('target', row.target),
    ...own('model', row.model),
    ...own('supplier', row.supplier),
    ...own('decided', row.decided),
    ...own('decided-by', row.decidedBy),
    ...own('review', row.review),
    ...own('expires', row.expires),
    ...own('source', row.source),
    ...row.outsideDocuments.flatMap((text) => own('document-outside', text)),
    ...row.missingDocuments.flatMap(({ text }) => own('document-not-found', text)),
    ...own('more-documents', row.moreDocuments > 0 ? String(row.moreDocuments) : null),
    ...row.gaps.flatMap(({ code }) => own('gap', code)),
  ];
}

export function links(row: SoaRow, resources: Resources): Link[] {
  const all = [
    ...row.documents.map((document) => resources.document(document)),
    ...row.evidence.map((evidence) => resources.evidence(evidence)),
  ];
  return all.filter((link, index) => all.findIndex(({ href }) => href === link.href) === index);
}

/** @param roles as `rolesOf` gives them */
export function responsibleRoles({ owner }: SoaRow, roles: ReadonlyMap<string, Role>) {
  const role = owner === null ? undefined : roles.get(roleKey(owner) ?? '');
  return listed('responsible-roles', role ? [{ 'role-id': role.id }] : []);
}

/** Why the control is included or excluded, and what else was noted. */
export function remarks({ justification, notes }: SoaRow): { remarks?: string } {
  const text = [justification, notes].map((part) => markup(part ?? '')).filter(Boolean);
  return text.length === 0 ? {} : { remarks: text.join('\n\n') };
}
