/** Types of features.mjs for the tests. */
import type { DocumentSources } from '../docs.mjs';

/** Capabilities and contribution points of ours without a row in the tables. */
export function withoutRow(sources: Pick<DocumentSources, 'capabilities' | 'manifest'>): string[];
