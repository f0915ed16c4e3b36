/** The standards of an imported statement, and its decisions in their order. */
import type { Catalog, Standard } from '../../catalog/types.js';
import { t } from '../../l10n.js';
import { joinWords } from '../../rules/support/wording.js';
import type { Account } from './account.js';
import type { Facts } from './facts.js';
import type { ImportedDecision, ImportedStandard } from './types.js';

/** With the roles of which rows say that the organisation does not have them. */
export interface RoleFacts extends Facts {
  readonly otherRoles: ReadonlySet<string>;
}

/**
 * In the order in which the file first names them, each with the roles for which it has controls.
 * @param asked the standards that the user named
 */
export function standardsOf(
  decisions: readonly ImportedDecision[],
  asked: readonly Standard[],
  facts: RoleFacts,
  catalog: Catalog,
  account: Account,
): ImportedStandard[] {
  const standards: ImportedStandard[] = [];
  for (const standard of [...decisions.map((one) => one.standard), ...asked]) {
    if (standards.some((other) => other.standard === standard)) continue;
    const amendments = facts.amendments.get(standard.standard) ?? [];
    standards.push({ standard, roles: rolesOf(standard, decisions, facts, catalog, account), amendments });
  }
  return standards;
}

function rolesOf(
  standard: Standard,
  decisions: readonly ImportedDecision[],
  facts: RoleFacts,
  catalog: Catalog,
  account: Account,
): ('controller' | 'processor')[] {
  const controls = decisions.filter((one) => one.standard === standard);
  const stated = facts.roles.get(standard.standard);
  if (!catalog.controls(standard.key).some(({ role }) => role !== undefined)) return [];
  const roles = (['controller', 'processor'] as const).filter(
    (role) =>
      !facts.otherRoles.has(role) &&
      (facts.otherRoles.size > 0 ||
        controls.some(({ control, fields }) => control.role === role && fields.applicable !== 'no')),
  );
  if (stated) return stated;
  if (roles.length > 0) {
    const names = roles.map((role) => (role === 'processor' ? t('PII processors') : t('PII controllers')));
    const text = t(
      'Controls for {0} apply in the file, so these roles were noted for {1}.',
      joinWords(names),
      standard.name,
    );
    account.tell('check', null, null, text);
  }
  return roles;
}

/** By standard, and in the order of the standard. */
export function inOrderOfStandards(
  decisions: readonly ImportedDecision[],
  standards: readonly ImportedStandard[],
  catalog: Catalog,
): ImportedDecision[] {
  const order = new Map<string, number>();
  for (const { standard } of standards) {
    for (const control of catalog.controls(standard.key)) order.set(control.key, order.size);
  }
  return [...decisions].sort((a, b) => order.get(a.control.key)! - order.get(b.control.key)!);
}
