/** Changes from outside (a pane, a program) are checked before anything is done with them. */
import {
  additionalKeys,
  type DecisionField,
  decisionKeys,
  type HeaderField,
  headerKeys,
} from '../../soa/fieldNames.js';
import type { SoaChange, SoaValue, WrittenItem } from './types.js';

/** The change, or null for anything that is none. What its value means is for `editSoa` to judge. */
export function readSoaChange(data: unknown): SoaChange | null {
  if (!isRecord(data)) return null;
  const { kind, control, field, value, to, item, title, source, standard } = data;
  switch (kind) {
    case 'decision':
      if (typeof control !== 'string' || !isKeyOf({ ...decisionKeys, ...additionalKeys }, field)) return null;
      return isValue(value) ? { kind, control, field: field as DecisionField, value } : null;
    case 'header':
      if (!isKeyOf(headerKeys, field) || !isValue(value)) return null;
      return { kind, field: field as HeaderField, value };
    case 'append':
      return data['list'] === 'history' && isItem(item) ? { kind, list: 'history', item } : null;
    case 'rename':
      return typeof control === 'string' && typeof to === 'string' ? { kind, control, to } : null;
    case 'remove':
      return typeof control === 'string' ? { kind, control } : null;
    case 'addOwn':
      if (typeof control !== 'string' || typeof title !== 'string' || typeof source !== 'string') return null;
      return { kind, control, title, source };
    case 'addStandard':
    case 'removeStandard':
      return typeof standard === 'string' ? { kind, standard } : null;
    case 'standard':
      if (typeof standard !== 'string' || (field !== 'roles' && field !== 'amendments')) return null;
      return isTexts(value) ? { kind, standard, field, value } : null;
    default:
      return null;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isValue(value: unknown): value is SoaValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (!Array.isArray(value)) return isItem(value);
  return value.every((item) => typeof item === 'string' || isItem(item) || isDriver(item));
}

function isDriver(value: unknown): boolean {
  if (!isRecord(value) || typeof value['kind'] !== 'string') return false;
  return Array.isArray(value['ids']) && value['ids'].every((id) => typeof id === 'string');
}

function isItem(value: unknown): value is WrittenItem {
  return isRecord(value) && Object.values(value).every((each) => typeof each === 'string');
}

function isKeyOf(names: object, key: unknown): boolean {
  return typeof key === 'string' && Object.hasOwn(names, key);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
