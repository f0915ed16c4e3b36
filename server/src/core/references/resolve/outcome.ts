/** What is known of a draft on its way to a reference. */
import type { ResolvedBy } from '../../document.js';
import type { NamedStandard } from '../text/standardNames.js';

/** What is known of one draft after its own evidence was read. */
export type Outcome =
  | {
      readonly state: 'resolved';
      readonly named: readonly NamedStandard[];
      readonly by: ResolvedBy;
      readonly tight: boolean;
      /** Told by the words around it only: enough for itself and its sentence, not for others. */
      readonly isBySubject?: boolean;
    }
  | { readonly state: 'open'; readonly named: readonly NamedStandard[]; readonly by: ResolvedBy }
  | { readonly state: 'unknown'; readonly named: NamedStandard; readonly by: ResolvedBy; readonly tight: boolean }
  | { readonly state: 'external'; readonly named: NamedStandard; readonly by: ResolvedBy }
  /** The surroundings name a standard without the id; only a standard named farther away has it. Neighbours decide. */
  | {
      readonly state: 'contested';
      readonly near: NamedStandard;
      readonly nearBy: ResolvedBy;
      readonly far: readonly NamedStandard[];
      /** The farther standard is what the document says of itself up front. */
      readonly isUpFront: boolean;
      /** The nearer one is named right at another reference. */
      readonly isNearOfAnother: boolean;
      /** The nearer one is only named often. */
      readonly isNearFaint: boolean;
      readonly by: ResolvedBy;
    }
  | { readonly state: 'unscoped' }
  | { readonly state: 'dropped' };

/** Not reported. */
export const dropped: Outcome = { state: 'dropped' };

/** What has proved to be of the standards. */
export function resolvedAs(named: readonly NamedStandard[], by: ResolvedBy, tight = false): Outcome {
  return { state: 'resolved', named, by, tight };
}

/** What the words around it alone tell. */
export function resolvedBySubject(named: NamedStandard): Outcome {
  return { state: 'resolved', named: [named], by: 'line', tight: false, isBySubject: true };
}

/** Evidence that stands near the reference, as opposed to the document or the workspace as a whole. */
export const nearLayers: ReadonlySet<ResolvedBy> = new Set(['tag', 'line', 'block', 'heading']);
