/**
 * The statement as an OSCAL system security plan. OSCAL asks there for things that a Statement of Applicability does not
 * say (information types, the state of a system); those places say so instead of making something up.
 */
import type { SoaRow } from '../../core/soa/modelTypes.js';
import type { SoaExport } from '../../core/soa/render/exportInput.js';
import { standardText } from '../../core/soa/render/facts.js';
import { systemName } from './component.js';
import { line, listed, metadata, own, token } from './parts.js';
import { description, implementationStatus, links, properties, remarks, responsibleRoles } from './requirement.js';
import { Resources } from './resources.js';
import { uuidOf, uuidOfContent } from './uuid.js';

const notStated = 'The Statement of Applicability does not say.';

/** @returns the document as plain data; valid against NIST's schema of OSCAL 1.2 */
export function oscalSsp(input: SoaExport) {
  const { model } = input;
  const system = systemName(model);
  const resources = new Resources(input.folder);
  const profile = uuidOf(system, 'controls');
  for (const standard of model.standards) resources.standard(standard);
  const component = uuidOf(system, 'component');
  const requirements = model.rows.map((row) => requirement(row, system, component, resources));
  const content = {
    metadata: metadata(input, 'system security plan'),
    'import-profile': {
      href: `#${profile}`,
      remarks: 'There is no public OSCAL catalog of these standards. The resource names them.',
    },
    'system-characteristics': characteristics(input, system),
    'system-implementation': {
      components: [
        {
          uuid: component,
          type: 'this-system',
          title: line(system),
          description: model.header.scope ?? notStated,
          status: { state: 'other', remarks: notStated },
        },
      ],
    },
    'control-implementation': {
      description:
        'One requirement per control of the Statement of Applicability. The id of a control begins with the key of its standard, because several standards use the same numbers.',
      'implemented-requirements': requirements,
    },
    'back-matter': {
      resources: [
        {
          uuid: profile,
          title: 'The controls of the statement',
          description: `Annex A controls of: ${model.standards.map(standardText).join('; ')}.`,
        },
        ...resources.list,
      ],
    },
  };
  return { 'system-security-plan': { uuid: uuidOfContent(content), ...content } };
}

function characteristics({ model }: SoaExport, system: string) {
  const scope = model.header.scope ?? notStated;
  return {
    'system-ids': [{ 'identifier-type': 'https://ietf.org/rfc/rfc4122', id: uuidOf(system, 'system') }],
    'system-name': line(system),
    description: scope,
    'system-information': {
      'information-types': [
        {
          uuid: uuidOf(system, 'information'),
          title: 'Information in the scope of the management system',
          description: `${notStated} The scope is: ${scope}`,
        },
      ],
    },
    status: { state: 'other', remarks: notStated },
    'authorization-boundary': { description: scope },
  };
}

function requirement(row: SoaRow, system: string, component: string, resources: Resources) {
  const state = implementationStatus(row);
  return {
    uuid: uuidOf(system, row.key, 'requirement'),
    'control-id': token(`${row.standardKey}_${row.id}`),
    props: [...own('label', row.id), ...properties(row), ...own('standard', row.standard)],
    ...listed('links', links(row, resources)),
    ...responsibleRoles(row),
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
