/** The values of a statement as words within a sentence, in the reader's language; words.ts has those of the record. */
import { t } from '../l10n.js';
import type { DocumentConcern, RowDocument, SoaRow, SoaStandard } from './modelTypes.js';
import type { Applicability, ControlModel, DriverKind, ImplementationStatus } from './types.js';

const applicabilityWords: Readonly<Record<Applicability, () => string>> = {
  yes: () => t('applicable'),
  no: () => t('excluded'),
  undecided: () => t('undecided'),
};

const statusWords: Readonly<Record<ImplementationStatus, () => string>> = {
  'not-assessed': () => t('not assessed'),
  'not-started': () => t('not started'),
  planned: () => t('planned'),
  partial: () => t('partial'),
  implemented: () => t('implemented'),
};

const modelWords: Readonly<Record<ControlModel, () => string>> = {
  direct: () => t('direct'),
  shared: () => t('shared'),
  inherited: () => t('inherited'),
};

const documentStatusWords: Readonly<Record<string, () => string>> = {
  draft: () => t('draft'),
  'in-review': () => t('in review'),
  approved: () => t('approved'),
  retired: () => t('retired'),
};

const driverWords: Readonly<Record<DriverKind, () => string>> = {
  risk: () => t('Risk'),
  legal: () => t('Legal'),
  contractual: () => t('Contractual'),
  business: () => t('Business'),
  baseline: () => t('Baseline'),
};

const concernWords: Readonly<Record<DocumentConcern, () => string>> = {
  draft: () => t('draft'),
  'in-review': () => t('in review'),
  retired: () => t('retired'),
  overdue: () => t('review overdue'),
};

export function applicabilityWord(applicability: Applicability): string {
  return applicabilityWords[applicability]();
}

export function statusWord(status: ImplementationStatus): string {
  return statusWords[status]();
}

export function modelWord(model: ControlModel): string {
  return modelWords[model]();
}

export function driverWord(kind: DriverKind): string {
  return driverWords[kind]();
}

/** Why a document is not to be relied on. */
export function concernWord(concern: DocumentConcern): string {
  return concernWords[concern]();
}

/** Of a status that is none of ours the word itself. */
export function documentStatusWord(status: string): string {
  return documentStatusWords[status]?.() ?? status.toLowerCase();
}

/** `Risk; Legal` */
export function driversInWords({ drivers }: SoaRow): string {
  return drivers
    .map(({ kind, ids }) => (ids.length > 0 ? `${driverWords[kind]()}: ${ids.join(', ')}` : driverWords[kind]()))
    .join('; ');
}

/** `POL-1 Tea Policy (draft)` */
export function documentInWords({ id, title, concern }: RowDocument): string {
  const name = id === null ? title : `${id} ${title}`;
  return concern === null ? name : `${name} (${concernWord(concern)})`;
}

/** `ISO/IEC 27701:2025 with Amd 1:2027 (PII controller)` */
export function standardInWords({ name, amendments, roles }: SoaStandard): string {
  const whole = amendments.length > 0 ? t('{0} with {1}', name, amendments.join(', ')) : name;
  const words = roles.map((role) => (role === 'processor' ? t('PII processor') : t('PII controller')));
  return words.length > 0 ? `${whole} (${words.join(', ')})` : whole;
}
