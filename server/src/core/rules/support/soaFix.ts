/** Fixes that change a soa.yaml: what is to be decided is said in words of the statement, and the edit leaves all else alone. */

import type { CatalogEntry } from '../../catalog/types.js';
import { editSoa, type SoaChange } from '../../edits/soa/editSoa.js';
import type { SoaValue } from '../../edits/soa/types.js';
import { t } from '../../l10n.js';
import type { Snapshot } from '../../snapshot.js';
import type { DecisionField } from '../../soa/fieldNames.js';
import type { Decision, ManagementSystem } from '../../soa/types.js';
import { applicabilityOf } from '../../soa/values.js';
import type { Fix, TextEdit } from '../types.js';
import { withTitle } from './wording.js';

/** Where a fix is made: the soa.yaml and the snapshot that holds its text. */
export interface SoaPlace {
  readonly system: ManagementSystem;
  readonly snapshot: Snapshot;
}

/**
 * A fix by changes of the statement. Its edits are made when somebody looks at them: each costs a parse of the whole file,
 * and there can be hundreds of findings. They are empty where the change cannot be made.
 */
export function soaFix(title: string, changes: readonly SoaChange[], place: SoaPlace): Fix {
  return lazyFix(title, () => editsOf(changes, place));
}

/** Writes a key without a value, for a person to fill in: `justification:`, `drivers: []`. */
export function emptyFieldFix(title: string, decision: Decision, field: DecisionField, place: SoaPlace): Fix {
  const isDrivers = field === 'drivers';
  // No other text is a driver, so there a kind is written and taken out again.
  const marker = isDrivers ? 'risk' : 'clausemark-empty';
  const value: SoaValue = isDrivers ? [{ kind: 'risk', ids: [] }] : marker;
  const change: SoaChange = { kind: 'decision', control: controlOf(decision), field, value };
  return lazyFix(title, () =>
    editsOf([change], place).map((edit) => ({ ...edit, newText: edit.newText.replace(marker, '') })),
  );
}

/** Sets one field of a decision. */
export function fieldFix(
  title: string,
  decision: Decision,
  field: DecisionField,
  value: string | boolean,
  place: SoaPlace,
): Fix {
  return soaFix(title, [{ kind: 'decision', control: controlOf(decision), field, value }], place);
}

/** Sets whether the control applies: at once where the word stands there plainly, as in a file full of `undecided`. */
export function decideFix(entry: CatalogEntry, decision: Decision, applies: boolean, place: SoaPlace): Fix {
  const { system, snapshot } = place;
  const title = applies ? t('Decide that {0} applies', entry.id) : t('Decide that {0} does not apply', entry.id);
  const { span } = decision.applicable;
  const written = snapshot.textOf(system.path)?.slice(span.start, span.end) ?? '';
  if (applicabilityOf(written) !== decision.applicable.value) {
    return fieldFix(title, decision, 'applicable', applies, place);
  }
  return { title, edits: [{ path: system.path, span, newText: String(applies) }] };
}

/** Gives the decision the key of another control. */
export function renameFix(decision: Decision, entry: CatalogEntry, place: SoaPlace): Fix {
  const change: SoaChange = { kind: 'rename', control: decision.written, to: entry.key };
  return soaFix(t('Replace with {0}', withTitle(entry)), [change], place);
}

/** Takes the decision away. */
export function removeFix(decision: Decision, place: SoaPlace): Fix {
  return soaFix(
    t('Remove the decision on {0}', decision.written),
    [{ kind: 'remove', control: decision.written }],
    place,
  );
}

/** The name by which a change finds the decision: its own key is never the key of another one. */
function controlOf({ entryKey, written }: Decision): string {
  return entryKey ?? written;
}

function editsOf(changes: readonly SoaChange[], { system, snapshot }: SoaPlace): readonly TextEdit[] {
  const text = snapshot.textOf(system.path);
  if (text === null) return [];
  const { edits, refused } = editSoa(text, changes, { path: system.path, catalog: snapshot.catalog, system });
  return refused.length > 0 ? [] : edits;
}

function lazyFix(title: string, make: () => readonly TextEdit[]): Fix {
  let edits: readonly TextEdit[] | null = null;
  return {
    title,
    isCostly: true,
    get edits() {
      edits ??= make();
      return edits;
    },
  };
}
