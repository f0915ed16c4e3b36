/** The first soa.yaml of an organisation, from what its documents claim. */
import type { SoaModel, SoaRow, SoaStandard } from './modelTypes.js';

/**
 * The text of a soa.yaml in which a control that a document claims is applicable, and every other one undecided.
 * @param model of a workspace without a soa.yaml; its standards become the scope
 * @param organisation its name; may be empty
 * @returns YAML with line feeds; nothing of a document gets into it unquoted except in comments, on one line each
 */
export function firstSystem(model: SoaModel, organisation: string): string {
  const lines = [
    '# Statement of Applicability: which controls apply, why, and how far they are implemented.',
    '# First version, written from the tags of the documents. Decide on every control: applicable true or false,',
    '# with a justification, the drivers (risk, legal, contractual, business) and the status.',
    organisation === '' ? 'organisation: # its name' : `organisation: ${quoted(organisation)}`,
    'scope: # what the management system covers, in a sentence',
    'version: "0.1"',
    'status: draft',
    'standards:',
    ...model.standards.flatMap((standard) => standardLines(standard, model.rows)),
    'controls:',
  ];
  for (const standard of model.standards) {
    for (const group of standard.groups) {
      lines.push('', `  # ${inComment(`${standard.name} ${group.id} ${group.title}`)}`);
      for (const row of model.rows) {
        if (row.standardKey === standard.key && row.groupKey === group.key && row.isInRole)
          lines.push(...decision(row));
      }
    }
  }
  return lines.join('\n') + '\n';
}

/** Of a standard with controls for controllers and for processors, where to say which of them the organisation is. */
function standardLines({ key, standard, edition, roles }: SoaStandard, rows: readonly SoaRow[]): string[] {
  const line = `  ${quotedKey(standard)}: { edition: ${quoted(edition)} }`;
  const hasRoles = rows.some(({ standardKey, role }) => standardKey === key && role !== null && role !== 'both');
  if (!hasRoles || roles.length > 0) return [line];
  return [
    '  # If you are only one of the two, say so: roles: [controller] or roles: [processor] beside the edition.',
    line,
  ];
}

function decision(row: SoaRow): string[] {
  const lines = [`  ${row.standard}:${row.id}: # ${inComment(row.title)}`];
  if (row.documents.length === 0) return [...lines, '    applicable: undecided'];
  const more = row.moreDocuments > 0 ? ` and ${row.moreDocuments} more` : '';
  lines.push(`    # claimed by ${inComment(row.documents.map(({ path }) => path).join(', '))}${more}`);
  return [...lines, '    applicable: true', '    status: not-assessed'];
}

/** On one line, and without characters that cannot be seen: they could end the comment or turn the reading direction. */
function inComment(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** In double quotes, which YAML reads like JSON; what cannot be seen, or ends a line for some readers, as its number. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (character) => {
    const number = character.codePointAt(0)!.toString(16);
    return number.length > 4 ? `\\U${number.padStart(8, '0')}` : `\\u${number.padStart(4, '0')}`;
  });
}

function quotedKey(standard: string): string {
  return /^[\w.-]+$/.test(standard) ? standard : quoted(standard);
}
