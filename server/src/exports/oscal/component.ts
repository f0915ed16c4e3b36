/**
 * The statement as an OSCAL component definition: one component, the management system, and per standard what it does
 * about each control. https://pages.nist.gov/OSCAL/
 */
import type { SoaModel, SoaRow, SoaStandard } from '../../core/soa/modelTypes.js';
import type { SoaExport } from '../../core/soa/render/exportInput.js';
import { standardText } from '../../core/soa/render/facts.js';
import { type Role, rolesOf, systemKey, systemName } from './identity.js';
import { metadata } from './metadata.js';
import { listed, own } from './parts.js';
import { description, implementationStatus, links, properties, remarks, responsibleRoles } from './requirement.js';
import { Resources } from './resources.js';
import { distinctTokens, markup, markupLine } from './texts.js';
import { uuidOf, uuidOfContent } from './uuid.js';

/** What the parts of one document share. */
interface Shared {
  readonly model: SoaModel;
  /** What its UUIDs are made of. */
  readonly system: string;
  readonly resources: Resources;
  readonly roles: ReadonlyMap<string, Role>;
}

/** @returns the document as plain data; valid against NIST's schema of OSCAL 1.2 */
export function oscalComponent(input: SoaExport) {
  const { model } = input;
  const system = systemKey(model);
  const resources = new Resources(input);
  const shared = { model, system, resources, roles: rolesOf(model.rows) };
  const implementations = model.standards.flatMap((standard) => controlImplementation(standard, shared));
  const content = {
    metadata: metadata(input, 'component definition', resources),
    components: [
      {
        uuid: uuidOf(system, 'component'),
        type: 'process-procedure',
        title: markupLine(systemName(model)),
        description: markup(model.header.scope ?? '') || 'The record does not say what the management system covers.',
        ...listed('control-implementations', implementations),
      },
    ],
    ...(resources.list.length > 0 ? { 'back-matter': { resources: resources.list } } : {}),
  };
  return { 'component-definition': { uuid: uuidOfContent(content), ...content } };
}

/** One set per standard; none for a standard without controls. */
function controlImplementation(standard: SoaStandard, shared: Shared) {
  const { model, system, resources } = shared;
  const rows = model.rows.filter(({ standardKey }) => standardKey === standard.key);
  if (rows.length === 0) return [];
  const source = standard.isAdditional ? resources.ownControls() : resources.standard(standard);
  const ids = distinctTokens(rows.map(({ id }) => id));
  return [
    {
      uuid: uuidOf(system, standard.key, 'implementation'),
      source: `#${source}`,
      description: standard.isAdditional
        ? 'Controls of the organisation’s own in its Statement of Applicability.'
        : markup(`Statement of Applicability for ${standardText(standard)}.`),
      ...listed('props', [
        ...standard.amendments.flatMap((amendment) => own('amendment', amendment)),
        ...standard.roles.flatMap((role) => own('pii-role', role)),
      ]),
      'implemented-requirements': rows.map((row) => requirement(row, ids.get(row.id)!, shared)),
    },
  ];
}

function requirement(row: SoaRow, id: string, { system, resources, roles }: Shared) {
  const status = implementationStatus(row);
  return {
    uuid: uuidOf(system, row.key),
    'control-id': id,
    description: description(row),
    props: [...(status === null ? [] : [{ name: 'implementation-status', value: status }]), ...properties(row)],
    ...listed('links', links(row, resources)),
    ...responsibleRoles(row, roles),
    ...remarks(row),
  };
}
