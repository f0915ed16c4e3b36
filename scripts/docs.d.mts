/** Types of docs.mjs for the tests. */
import type { Settings } from '../server/src/core/settings.js';

export interface DocumentSources {
  /** package.json with its texts. */
  readonly manifest: object;
  readonly defaults: Settings;
  /** What the server says it can do. */
  readonly capabilities: object;
}

export const generatedPages: readonly string[];
export function renderPage(page: string, sources: DocumentSources): string;
// biome-ignore lint/suspicious/noExplicitAny: it is package.json, whose shape tests look at piece by piece.
export function readManifest(): any;
