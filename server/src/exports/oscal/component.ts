/**
 * The statement as an OSCAL component definition: one component, the management system, and per standard what it does
 * about each control. https://pages.nist.gov/OSCAL/
 */
import type { SoaModel, SoaRow, SoaStandard } from '../../core/soa/modelTypes.js';
import type { SoaExport } from '../../core/soa/render/exportInput.js';
import { standardText } from '../../core/soa/render/facts.js';
import { line, listed, metadata, own, token } from './parts.js';
import { description, implementationStatus, links, properties, remarks, responsibleRoles } from './requirement.js';
import { Resources } from './resources.js';
import { uuidOf, uuidOfContent } from './uuid.js';

/** @returns the document as plain data; valid against NIST's schema of OSCAL 1.2 */
export function oscalComponent(input: SoaExport) {
  const { model } = input;
  const system = systemName(model);
  const resources = new Resources(input.folder);
  const implementations = model.standards
    .map((standard) => controlImplementation(standard, model, system, resources))
    .filter((implementation) => implementation !== null);
  const content = {
    metadata: metadata(input, 'component definition'),
    components: [
      {
        uuid: uuidOf(system, 'component'),
        type: 'process-procedure',
        title: line(system),
        description: model.header.scope ?? 'The record does not say what the management system covers.',
        ...listed('control-implementations', implementations),
      },
    ],
    ...(resources.list.length > 0 ? { 'back-matter': { resources: resources.list } } : {}),
  };
  return { 'component-definition': { uuid: uuidOfContent(content), ...content } };
}

/** `Management system of Example Ltd` */
export function systemName({ header }: SoaModel): string {
  return header.organisation === null ? 'Management system' : `Management system of ${header.organisation}`;
}

function controlImplementation(standard: SoaStandard, model: SoaModel, system: string, resources: Resources) {
  const rows = model.rows.filter(({ standardKey }) => standardKey === standard.key);
  if (rows.length === 0) return null;
  const source = resources.standard(standard);
  return {
    uuid: uuidOf(system, standard.key, 'implementation'),
    source: `#${source}`,
    description: `Statement of Applicability for ${standardText(standard)}.`,
    ...listed('props', [
      ...standard.amendments.flatMap((amendment) => own('amendment', amendment)),
      ...standard.roles.flatMap((role) => own('pii-role', role)),
    ]),
    'implemented-requirements': rows.map((row) => requirement(row, system, resources)),
  };
}

function requirement(row: SoaRow, system: string, resources: Resources) {
  const status = implementationStatus(row);
  return {
    uuid: uuidOf(system, row.key),
    'control-id': token(row.id),
    description: description(row),
    props: [...(status === null ? [] : [{ name: 'implementation-status', value: status }]), ...properties(row)],
    ...listed('links', links(row, resources)),
    ...responsibleRoles(row),
    ...remarks(row),
  };
}
