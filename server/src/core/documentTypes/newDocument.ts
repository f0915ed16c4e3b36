/** A new document from the template of its type. */
import type { FieldName } from '../document.js';
import { fieldValues } from '../fieldValues.js';
import { anchorOf } from '../markdown/anchors.js';
import type { Snapshot } from '../snapshot.js';
import { documentTypeNamed } from './documentTypes.js';
import { sectionText } from './insertSection.js';
import { proposeId } from './proposeId.js';
import { templateKey, templateName } from './templateRecord.js';
import { writeFrontMatter, yamlValue } from './writeFrontMatter.js';

/** What the writer has said so far. */
export interface NewDocument {
  /** Name of a document type. */
  readonly type: string;
  readonly title: string;
  /** Empty for none. */
  readonly id: string;
  readonly owner: string;
  /** Relative to the root, `''` for the root. */
  readonly folder: string;
}

/** What to put into the boxes before the writer says anything. */
export interface NewDocumentProposal {
  readonly id: string;
  readonly folder: string;
}

/** An id in the manner of those in use, and the folder in which most documents of the type lie. */
export function proposeDocument(snapshot: Snapshot, type: string, title: string): NewDocumentProposal {
  const known = documentTypeNamed(type, snapshot.settings);
  return {
    id: proposeId(snapshot, type, known?.idPrefix ?? 'DOC', title),
    folder: folderInUse(snapshot, type) ?? known?.folder ?? '',
  };
}

function folderInUse(snapshot: Snapshot, type: string): string | null {
  const times = new Map<string, number>();
  for (const [value, paths] of fieldValues(snapshot, 'type')) {
    if (value.trim().toLowerCase() !== type.toLowerCase()) continue;
    for (const path of paths) {
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
      times.set(folder, (times.get(folder) ?? 0) + 1);
    }
  }
  const [most] = [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most ? most[0] : null;
}

/** The path of the new file: its title as a file name in the folder, with a number where that is taken. */
export function pathOfNew(snapshot: Snapshot, { folder, title }: Pick<NewDocument, 'folder' | 'title'>): string {
  const name =
    anchorOf(title)
      .replace(/^[-_]+|[-_]+$/g, '')
      .slice(0, 80) || 'document';
  const pathWith = (ending: string) => `${folder === '' ? '' : `${folder}/`}${name}${ending}.md`;
  const isTaken = (path: string) => snapshot.documents.has(path) || snapshot.fileExists(path) === true;
  let number = 1;
  while (isTaken(pathWith(number > 1 ? `-${number}` : '')) && number < 1000) number++;
  return pathWith(number > 1 ? `-${number}` : '');
}

/**
 * The text of the new document: front matter with what the type asks for, the title, every section of the outline with a
 * comment on what belongs there. A draft: it has no approval yet, and its keys are those that the settings name first. It
 * records the template that it is made from.
 */
export function newDocumentText(
  snapshot: Snapshot,
  { type, title, id, owner }: NewDocument,
  lineEnding = '\n',
): string {
  const { settings } = snapshot;
  const known = documentTypeNamed(type, settings);
  const required = new Set<FieldName>(known?.requiredFields ?? settings.requiredFields);
  const ifAsked = (name: FieldName) => (required.has(name) ? '' : null);
  const fields: (readonly [FieldName, string | null])[] = [
    ['id', id === '' ? ifAsked('id') : id],
    ['title', title],
    ['type', type],
    ['owner', owner],
    ['version', '0.1'],
    ['status', settings.statusValues[0] ?? 'draft'],
    ['classification', ifAsked('classification')],
    ['approvedBy', ifAsked('approvedBy')],
    ['approved', ifAsked('approved')],
    ['nextReview', ifAsked('nextReview')],
  ];
  const keyOf = (name: FieldName) => settings.fieldKeys[name][0] ?? name;
  const template = known ? [`${templateKey}: ${yamlValue(templateName(known))}`] : [];
  const controls = settings.controlKeys[0] ? [`${settings.controlKeys[0]}: []`] : [];
  const front = writeFrontMatter(fields, keyOf, lineEnding, [...template, ...controls]);
  const sections = (known?.sections ?? []).map((section) => sectionText(section, 2, lineEnding));
  return front + [`# ${title}`, ...sections].join(lineEnding.repeat(2)) + lineEnding;
}
