/** Who covers what. */
import type { RangeMessage } from './places.js';

/** Client → server: who covers what, without the documents, which are asked for control by control. */
export const coverageRequest = 'clausemark/coverage';

export type CoverageState = 'covered' | 'mentioned' | 'uncovered' | 'excluded';

export interface CoverageCount {
  /** Controls that must be covered: all in scope less those excluded. */
  readonly total: number;
  readonly covered: number;
}

export interface CoverageEntryMessage {
  /** Catalog key, `iso27001-2022:A.5.15`. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly state: CoverageState;
  /** How many documents claim it and how many only mention it. */
  readonly claims: number;
  readonly mentions: number;
}

export interface CoverageGroupMessage extends CoverageCount {
  readonly id: string;
  readonly title: string;
  /** Clauses are listed, but are no part of the standard's count. */
  readonly kind: 'controls' | 'clauses';
  readonly entries: readonly CoverageEntryMessage[];
}

export interface CoverageStandardMessage extends CoverageCount {
  readonly key: string;
  /** The number alone, `27001`, as tags name it. */
  readonly standard: string;
  /** `ISO/IEC 27001:2022` */
  readonly name: string;
  readonly groups: readonly CoverageGroupMessage[];
}

/** One management system, or the whole folder where there is no soa.yaml. */
export interface CoverageMessage {
  readonly folder: string;
  readonly folderName: string;
  readonly system: string | null;
  readonly organisation: string | null;
  readonly standards: readonly CoverageStandardMessage[];
}

/** Client → server: the places that claim or mention an entry. */
export const coveragePlacesRequest = 'clausemark/coveragePlaces';

export interface CoveragePlacesParams {
  readonly folder: string;
  readonly system: string | null;
  readonly key: string;
}

export interface CoveragePlaceMessage {
  readonly uri: string;
  /** The document's title, or its path. */
  readonly title: string;
  readonly path: string;
  readonly range: RangeMessage;
  readonly isClaim: boolean;
  /** The soa.yaml lists it for the entry; one outside of the workspace is shown where that stands. */
  readonly isListed: boolean;
  /** The heading above, if any. */
  readonly section: string | null;
}

/** Command of our own client that shows places beside a line: URI, position, locations. */
export const showPlacesCommand = 'clausemark.showPlaces';
