/** What a hover says about the keys of document control and their values. */

import type { ControlField, PolicyDocument } from '../document.js';
import { documentTypeNamed, requiredFieldsOf } from '../documentTypes/documentTypes.js';
import { templateRecordOf } from '../documentTypes/templateRecord.js';
import { t } from '../l10n.js';
import { fieldWord, normaliseStatus } from '../rules/support/fields.js';
import { joinWords, quoted } from '../rules/support/wording.js';
import { normaliseKey } from '../settings.js';
import type { Snapshot } from '../snapshot.js';
import { touches } from '../text.js';
import type { Hover } from './hoverTypes.js';
import { documentsOf } from './support/documentIds.js';
import { nameOf } from './support/documents.js';
import { fieldHelp } from './support/fieldHelp.js';
import { escapeMarkdown } from './support/markdown.js';

/** What the usual status words mean; an organisation's own words explain themselves to those who chose them. */
const statusHelp: Readonly<Record<string, () => string>> = {
  draft: () => t('Being written. Not in force: it needs no approval yet, and what it tags counts as planned at most.'),
  'in-review': () => t('Written, and waiting for review or approval. Not in force yet.'),
  approved: () => t('In force: approved by somebody on a day, to be reviewed by a day.'),
  retired: () => t('No longer in force. It is kept; a control that rests on it alone has a gap.'),
};

/** A key with what it is for, or a value with what it means; null where there is nothing to say. */
export function hoverFrontMatter(snapshot: Snapshot, document: PolicyDocument, offset: number): Hover | null {
  for (const field of document.fields) {
    if (touches(field.keySpan, offset)) return hoverKey(field, document, snapshot);
  }
  const tagKey = hoverTagKey(document, offset, snapshot);
  if (tagKey) return tagKey;
  const template = hoverTemplate(document, offset, snapshot);
  if (template) return template;
  for (const field of document.fields) {
    const markdown = touches(field.span, offset) ? describeValue(field, document, snapshot) : null;
    if (markdown !== null) return { span: field.span, markdown };
  }
  return null;
}

function hoverKey({ name, keySpan }: ControlField, document: PolicyDocument, snapshot: Snapshot): Hover {
  const words = fieldWord(name);
  const isRequired = requiredFieldsOf(document, snapshot.settings).includes(name);
  const lines = [`**${words[0]!.toUpperCase()}${words.slice(1)}**`, fieldHelp(name)];
  if (isRequired) lines.push(t('A document of this kind must state it.'));
  return { span: keySpan, markdown: lines.join('\n\n') };
}

function hoverTagKey(document: PolicyDocument, offset: number, { settings }: Snapshot): Hover | null {
  const key = document.frontMatter?.keys.find(({ span }) => touches(span, offset));
  if (!key) return null;
  const name = normaliseKey(key.name);
  const isOfClauses = settings.clauseKeys.includes(name);
  if (!isOfClauses && !settings.controlKeys.includes(name)) return null;
  const what = isOfClauses
    ? t('The clauses that this document fulfils, each with its standard: {0}.', '`27001:5.2`')
    : t('The controls that this document fulfils, each with its standard: {0}.', '`27001:A.5.15`');
  const markdown = `**${t('Tags')}**\n\n${what} ${t('They count as covered by it in the Statement of Applicability.')}`;
  return { span: key.span, markdown };
}

/** The record of the template: from which version the document was made, and which there is now. */
function hoverTemplate(document: PolicyDocument, offset: number, { settings }: Snapshot): Hover | null {
  const record = templateRecordOf(document, settings);
  if (!record || !touches(record.span, offset)) return null;
  const { type, version, span } = record;
  const name = quoted(escapeMarkdown(type.name));
  const made = t('This document was made from version {0} of the template {1}.', version, name);
  const now = version < type.version ? ` ${t('Now there is version {0}.', type.version)}` : '';
  return { span, markdown: made + now };
}

function describeValue({ name, value }: ControlField, document: PolicyDocument, snapshot: Snapshot): string | null {
  if (name === 'status') return statusHelp[normaliseStatus(value)]?.() ?? null;
  if (name === 'type') return describeType(value, snapshot);
  if (name !== 'id') return null;
  const others = documentsOf(snapshot, value.trim()).filter(({ path }) => path !== document.path);
  if (others.length === 0) return null;
  const names = others.slice(0, 5).map((other) => `- ${escapeMarkdown(`${nameOf(other)} (${other.path})`)}`);
  return `${t('Other documents have the same id:')}\n${names.join('\n')}`;
}

function describeType(value: string, { settings }: Snapshot): string | null {
  const type = documentTypeNamed(value, settings);
  if (!type) return null;
  const asked = type.sections.filter(({ isRequired }) => isRequired).map(({ title }) => title);
  const may = type.sections.filter(({ isRequired }) => !isRequired).map(({ title }) => title);
  const fields = (type.requiredFields ?? settings.requiredFields).map((name) => fieldWord(name));
  const lines = [`**${escapeMarkdown(type.name)}**`, t('Must state: {0}.', joinWords(fields))];
  if (asked.length > 0) lines.push(t('Sections it must have: {0}.', escapeMarkdown(joinWords(asked))));
  if (may.length > 0) lines.push(t('Sections of the template besides: {0}.', escapeMarkdown(joinWords(may))));
  return lines.join('\n\n');
}
