/** What a pane compares, in a form that outlives the window. No editor in here. */

export interface ComparisonSource {
  /** URI of the soa.yaml, or of the folder or document that the user asked from. */
  readonly uri: string;
  /** A version or a revision of git. */
  readonly before: string;
  /** The same; null for the texts as they are now. */
  readonly after: string | null;
}

export function writeComparisonSource({ uri, before, after }: ComparisonSource): string {
  return JSON.stringify({ uri, before, after });
}

/** Null for anything that `writeComparisonSource` has not written. */
export function readComparisonSource(text: unknown): ComparisonSource | null {
  if (typeof text !== 'string') return null;
  try {
    const { uri, before, after } = JSON.parse(text) as Partial<ComparisonSource>;
    if (typeof uri !== 'string' || typeof before !== 'string' || (typeof after !== 'string' && after !== null))
      return null;
    return { uri, before, after };
  } catch {
    return null;
  }
}
