/** An imported statement → the text of a soa.yaml. */
import type { Catalog } from '../../catalog/types.js';
import { writeScalar } from '../../edits/soa/scalars.js';
import { decisionKeys, headerKeys } from '../fieldNames.js';
import { listedControls } from './listedControls.js';
import {
  type ImportedDecision,
  type ImportedEvidence,
  type ImportedFields,
  type ImportedHeader,
  type ImportedOwnControl,
  type ImportedStandard,
  type ImportedStatement,
  importedHeaderFields,
  importedTexts,
} from './types.js';

/**
 * The whole file: header, standards, every control of theirs (those without a row as undecided), own controls. Reading it
 * gives what was imported. Lines end with line feeds.
 */
export function writeSystem(statement: ImportedStatement, catalog: Catalog): string {
  const { header, history, own } = statement;
  const lines = [
    '# Statement of Applicability: which controls apply, why, and how far they are implemented.',
    `# Imported from ${inComment(statement.file)}. Look through it before you rely on it.`,
    ...headerLines(header),
    'standards:',
    ...statement.standards.map(standardLine),
  ];
  if (history.length > 0) {
    lines.push('history:');
    for (const { version, date, by, change } of history) {
      const pairs = [`version: ${flow(version)}`];
      if (date !== null) pairs.push(`date: ${date}`);
      if (by !== null) pairs.push(`by: ${flow(by)}`);
      if (change !== null) pairs.push(`change: ${flow(change)}`);
      lines.push(`  - { ${pairs.join(', ')} }`);
    }
  }
  lines.push('controls:');
  for (const { standard } of statement.standards) lines.push(...standardLines(standard.key, statement, catalog));
  if (own.length > 0) lines.push('', 'additional:', ...own.flatMap(ownLines));
  return `${lines.join('\n')}\n`;
}

function headerLines(header: ImportedHeader): string[] {
  const lines = importedHeaderFields.flatMap((field) => {
    const value = header[field];
    return value === undefined ? [] : [`${headerKeys[field][0]}: ${block(value, 2)}`];
  });
  if (header.organisation === undefined) lines.unshift('organisation: # its name');
  // Nobody has released what a program has read.
  if (header.version === undefined) lines.push('version: "0.1"');
  if (header.status === undefined) lines.push('status: draft');
  return lines;
}

function standardLine({ standard, roles, amendments }: ImportedStandard): string {
  const pairs = [`edition: ${/^\d{4}$/.test(standard.edition) ? standard.edition : flow(standard.edition)}`];
  if (roles.length > 0) pairs.push(`roles: [${roles.join(', ')}]`);
  if (amendments.length > 0) pairs.push(`amendments: [${amendments.map(flow).join(', ')}]`);
  const key = /^[\w.-]+$/.test(standard.standard) ? standard.standard : flow(standard.standard);
  return `  ${key}: { ${pairs.join(', ')} }`;
}

function standardLines(standardKey: string, statement: ImportedStatement, catalog: Catalog): string[] {
  const decisions = new Map(statement.decisions.map((decision) => [decision.control.key, decision]));
  const missing = new Set(listedControls(statement, standardKey, catalog).missing);
  const lines: string[] = [];
  let group: string | undefined;
  for (const control of catalog.controls(standardKey)) {
    const decision = decisions.get(control.key);
    if (!decision && !missing.has(control)) continue;
    if (control.parent !== group) {
      group = control.parent;
      const above = group === undefined ? undefined : catalog.find(standardKey, group);
      const name = catalog.standard(standardKey)!.name;
      lines.push('', `  # ${inComment(above ? `${name} ${above.id} ${above.title}` : name)}`);
    }
    const short = catalog.standard(standardKey)!.standard;
    lines.push(`  ${short}:${control.id}: # ${inComment(control.title)}`);
    lines.push(...(decision ? decisionLines(decision) : ['    applicable: undecided # not in the file']));
  }
  return lines;
}

function decisionLines({ fields }: ImportedDecision): string[] {
  return [`    applicable: ${applicableWord(fields)}`, ...fieldLines(fields)];
}

function ownLines({ id, title, source, fields }: ImportedOwnControl): string[] {
  return [
    `  ${flow(id)}:`,
    ...(title === null ? [] : [`    title: ${block(title, 6)}`]),
    ...(source === null ? [] : [`    source: ${block(source, 6)}`]),
    `    applicable: ${applicableWord(fields)}`,
    ...fieldLines(fields),
  ];
}

function applicableWord({ applicable }: ImportedFields): string {
  return applicable === 'yes' ? 'true' : applicable === 'no' ? 'false' : 'undecided';
}

function fieldLines(fields: ImportedFields): string[] {
  return importedTexts.flatMap((field) => {
    const value = fields[field];
    const line = value === undefined || value === '' ? [] : [`    ${decisionKeys[field][0]}: ${block(value, 6)}`];
    // Why it was chosen stands behind the justification, and what proves it behind the way it is done.
    if (field === 'justification') return [...line, ...driverLines(fields)];
    return field === 'implementation' ? [...line, ...proofLines(fields)] : line;
  });
}

function driverLines({ drivers }: ImportedFields): string[] {
  return drivers && drivers.length > 0 ? [`    drivers: ${driversText(drivers)}`] : [];
}

function proofLines({ documents = [], evidence = [] }: ImportedFields): string[] {
  const named = listLines(
    'documents',
    documents.map(flow),
    documents.map((text) => block(text, 8)),
  );
  return [...named, ...listLines('evidence', evidence.map(evidenceFlow), evidence.map(evidenceText))];
}

function driversText(drivers: NonNullable<ImportedFields['drivers']>): string {
  if (drivers.every(({ ids }) => ids.length === 0)) return `[${drivers.map(({ kind }) => kind).join(', ')}]`;
  const pairs = drivers.map(
    ({ kind, ids }) => `${kind}: ${ids.length === 0 ? 'true' : `[${ids.map(flow).join(', ')}]`}`,
  );
  return `{ ${pairs.join(', ')} }`;
}

/** On one line where it is short, else an item a line. */
function listLines(key: string, inFlow: readonly string[], items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const line = `    ${key}: [${inFlow.join(', ')}]`;
  return line.length <= 100 ? [line] : [`    ${key}:`, ...items.map((item) => `      - ${item}`)];
}

function evidenceFlow(evidence: ImportedEvidence): string {
  return isPlainEvidence(evidence) ? flow(evidence.text) : evidenceText(evidence);
}

function evidenceText(evidence: ImportedEvidence): string {
  if (isPlainEvidence(evidence)) return block(evidence.text, 8);
  const pairs = [`path: ${flow(evidence.text)}`];
  if (evidence.date !== null) pairs.push(`date: ${evidence.date}`);
  if (evidence.note) pairs.push(`note: ${flow(evidence.note)}`);
  if (evidence.valid) pairs.push(`valid: ${flow(evidence.valid)}`);
  if (evidence.validUntil) pairs.push(`valid_until: ${evidence.validUntil}`);
  return `{ ${pairs.join(', ')} }`;
}

function isPlainEvidence({ date, note, valid, validUntil }: ImportedEvidence): boolean {
  return date === null && !note && !valid && !validUntil;
}

function block(value: string, indent: number): string {
  return writeScalar(value, { isFlow: false, style: 'plain', lineBreak: '\n', indent, isDate: true });
}

function flow(value: string): string {
  return writeScalar(value, { isFlow: true, style: 'plain', lineBreak: '\n', indent: 0, isDate: true });
}

/** On one line, and without characters that cannot be seen. */
function inComment(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
