/**
 * The statement as an OSCAL system security plan. OSCAL asks there for things that a Statement of Applicability does not
 * say (information types, the state of a system); those places say so instead of making something up.
 */
import type { SoaModel, SoaRow } from '../../core/soa/modelTypes.js';
import type { SoaExport } from '../../core/soa/render/exportInput.js';
import { standardsOf, standardText } from '../../core/soa/render/facts.js';
import { type Role, rolesOf, systemKey, systemName } from './identity.js';
import { metadata } from './metadata.js';
import { listed, own, type Resource } from './parts.js';
import { description, implementationStatus, links, properties, remarks, responsibleRoles } from './requirement.js';
import { Resources } from './resources.js';
import { distinctTokens, markup, markupLine } from './texts.js';
import { uuidOf, uuidOfContent } from './uuid.js';

const notStated = 'The Statement of Applicability does not say.';

/** What the requirements of one document share. */
interface Shared {
  /** What its UUIDs are made of. */
  readonly system: string;
  readonly component: string;
  readonly resources: Resources;
  readonly roles: ReadonlyMap<string, Role>;
  /** The id of each control, by the key of its row. */
  readonly ids: ReadonlyMap<string, string>;
}

/** @returns the document as plain data, valid against NIST's schema of OSCAL 1.2; null for a statement without controls */
export function oscalSsp(input: SoaExport) {
  const { model } = input;
  if (model.rows.length === 0) return null;
  const system = systemKey(model);
  const resources = new Resources(input);
  for (const standard of standardsOf(model)) resources.standard(standard);
  const shared = {
    system,
    component: uuidOf(system, 'component'),
    resources,
    roles: rolesOf(model.rows),
    ids: controlIds(model),
  };
  const requirements = model.rows.map((row) => requirement(row, shared));
  const profile = profileOf(model, system);
  const content = {
    metadata: metadata(input, 'system security plan', resources),
    'import-profile': {
      href: `#${profile.uuid}`,
      remarks: 'There is no public OSCAL catalog of these standards. The resource names them.',
    },
    'system-characteristics': characteristics(model, system),
    'system-implementation': {
      components: [
        {
          uuid: shared.component,
          type: 'this-system',
          title: markupLine(systemName(model)),
          description: scopeOf(model) ?? notStated,
          status: { state: 'other', remarks: notStated },
        },
      ],
    },
    'control-implementation': {
      description:
        'One requirement per control of the Statement of Applicability. The id of a control begins with the key of its standard, because several standards use the same numbers.',
      'implemented-requirements': requirements,
    },
    'back-matter': { resources: [profile, ...resources.list] },
  };
  return { 'system-security-plan': { uuid: uuidOfContent(content), ...content } };
}

/** Several standards use the same numbers, so their keys stand before them. */
function controlIds({ rows }: SoaModel): ReadonlyMap<string, string> {
  const wanted = (row: SoaRow) => `${row.standardKey}_${row.id}`;
  const tokens = distinctTokens(rows.map(wanted));
  return new Map(rows.map((row) => [row.key, tokens.get(wanted(row))!]));
}

/** What stands where OSCAL wants the baseline of controls. */
function profileOf(model: SoaModel, system: string): Resource {
  const standards = standardsOf(model).map(standardText);
  const parts = [
    ...(standards.length > 0 ? [`the controls of ${standards.join('; ')}`] : []),
    ...(model.standards.some(({ isAdditional }) => isAdditional) ? ['controls of the organisation’s own'] : []),
  ];
  return {
    uuid: uuidOf(system, 'controls'),
    title: 'The controls of the statement',
    description: markup(
      `The plan covers ${parts.join(', and ')}. This is no OSCAL profile: it stands where a plan has to name one.`,
    ),
  };
}

function scopeOf({ header }: SoaModel): string | null {
  return markup(header.scope ?? '') || null;
}

function characteristics(model: SoaModel, system: string) {
  const scope = scopeOf(model);
  const scopeInstead = scope === null ? notStated : `${notStated} The scope of the management system is: ${scope}`;
  return {
    'system-ids': [{ 'identifier-type': 'https://ietf.org/rfc/rfc4122', id: uuidOf(system, 'system') }],
    'system-name': systemName(model),
    description: scope ?? notStated,
    'system-information': {
      'information-types': [
        {
          uuid: uuidOf(system, 'information'),
          title: 'Information in the scope of the management system',
          description: scopeInstead,
        },
      ],
    },
    status: { state: 'other', remarks: notStated },
    'authorization-boundary': { description: scopeInstead },
  };
}

function requirement(row: SoaRow, { system, component, resources, roles, ids }: Shared) {
  const state = implementationStatus(row);
  return {
    uuid: uuidOf(system, row.key, 'requirement'),
    'control-id': ids.get(row.key)!,
    props: [...own('label', row.id), ...properties(row), ...own('standard', row.standard)],
    ...listed('links', links(row, resources)),
    ...responsibleRoles(row, roles),
    'by-components': [
      {
        'component-uuid': component,
        uuid: uuidOf(system, row.key, 'by-component'),
        description: description(row),
        ...(state === null ? {} : { 'implementation-status': { state } }),
      },
    ],
    ...remarks(row),
  };
}
