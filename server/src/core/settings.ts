/** What a user can set, after defaults were applied. One shape for VS Code settings and `.clausemark.yaml`. */
import type { FieldName } from './document.js';
import { defaultDocumentTypes } from './documentTypes/defaultTypes.js';
import type { DocumentType } from './documentTypes/types.js';
import { detach } from './text.js';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type SeveritySetting = Severity | 'off';

export interface Settings {
  /** Per rule code; a rule that is not named has its own default. */
  readonly severities: Readonly<Record<string, SeveritySetting>>;
  /** Globs of the documents, relative to the root. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Front matter keys that claim controls, and those that claim clauses (dotted for nested ones, case-insensitive). */
  readonly controlKeys: readonly string[];
  readonly clauseKeys: readonly string[];
  /** Which front matter keys hold which document control field; compared by `normaliseKey`. */
  readonly fieldKeys: Readonly<Record<FieldName, readonly string[]>>;
  /** Fields that every policy must have. */
  readonly requiredFields: readonly FieldName[];
  readonly statusValues: readonly string[];
  /** What documents of each type are to state, in the order in which types are offered. */
  readonly documentTypes: readonly DocumentType[];
  /** Recognise references inside `inline code`. */
  readonly inlineCode: boolean;
  /** Lines above documents, sections and decisions that say what they cover. */
  readonly codeLens: boolean;
  /** Titles after bare ids. */
  readonly titleHints: boolean;
  /** Change paths in soa.yaml, and links, when files are renamed or moved in the editor. */
  readonly updateOnFileMove: boolean;
  /** Standards in scope for a workspace without soa.yaml: `27001:2022`. */
  readonly standards: readonly string[];
  /** Files or folders with catalog additions of the organisation. */
  readonly catalogs: readonly string[];
}

export const defaultSettings: Settings = {
  severities: {},
  include: ['**/*.md', '**/*.markdown'],
  exclude: ['**/node_modules/**', '**/.git/**', '**/dist/**'],
  controlKeys: [
    'controls',
    'control',
    'annex_a_controls',
    'annex_a',
    'annexa',
    'control_mappings',
    'control_ids',
    'related_controls',
    'satisfies',
    'iso_controls',
    'iso27001_controls',
    'iso27002_controls',
    'iso27701_controls',
    'iso42001_controls',
    'iso_27001_controls',
    'iso_27701_controls',
    'iso_42001_controls',
    'compliance_mapping',
    'control_references',
    'frameworks',
    'compliance',
    'mapping',
    'mappings',
    'standards',
    'standard',
    'iso27001',
    'iso27701',
    'iso42001',
    'iso_27001',
    'iso_27701',
    'iso_42001',
    'references',
    'iso_reference',
    'iso_references',
  ],
  clauseKeys: ['clauses', 'clause', 'iso_clauses', 'clause_mappings', 'iso27001_clauses', 'related_clauses'],
  fieldKeys: {
    id: ['id', 'document_id', 'doc_id', 'policy_id', 'reference_id', 'document_number'],
    title: ['title', 'name', 'document_title', 'policy_name'],
    type: ['type', 'document_type', 'doc_type', 'policy_type', 'kb_type'],
    owner: ['owner', 'document_owner', 'policy_owner', 'process_owner'],
    version: ['version', 'document_version', 'revision'],
    status: ['status', 'state', 'document_status'],
    classification: ['classification', 'confidentiality', 'information_classification', 'sensitivity'],
    approvedBy: ['approved_by', 'approver', 'approvedby', 'approval'],
    approved: ['approved', 'approval_date', 'approved_on', 'date_approved', 'effective_date'],
    nextReview: ['next_review', 'next_review_date', 'review_date', 'review_due', 'nextreview'],
  },
  requiredFields: ['id', 'title', 'owner', 'version', 'status', 'approvedBy', 'approved', 'nextReview'],
  statusValues: ['draft', 'in-review', 'approved', 'retired'],
  documentTypes: defaultDocumentTypes,
  inlineCode: false,
  codeLens: true,
  titleHints: false,
  updateOnFileMove: true,
  standards: [],
  catalogs: [],
};

/** Keys are compared without case, and with spaces and hyphens read as underscores: `Next-Review date` = `next_review_date`. */
export function normaliseKey(key: string): string {
  const known = normalisedKeys.get(key);
  if (known !== undefined) return known;
  const normalised = withUnderscores(key);
  if (normalisedKeys.size >= mostKeys) normalisedKeys.clear();
  if (key.length <= longestKey) normalisedKeys.set(detach(key), normalised);
  return normalised;
}

/** The same keys stand in document after document. Bounded, and the same with or without it. */
const normalisedKeys = new Map<string, string>();
const mostKeys = 2000;
const longestKey = 60;

function withUnderscores(key: string): string {
  return key
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}
