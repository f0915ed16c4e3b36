/** What a pane shows, in a form that outlives the window: which management system of which folder. No editor in here. */

export interface PaneSource {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** URI of the soa.yaml; null in a folder without one. */
  readonly system: string | null;
}

export function writeSource(source: PaneSource): string {
  return JSON.stringify({ folder: source.folder, system: source.system });
}

/** Null for anything that `writeSource` has not written. */
export function readSource(text: unknown): PaneSource | null {
  if (typeof text !== 'string') return null;
  try {
    const { folder, system } = JSON.parse(text) as Partial<PaneSource>;
    if (typeof folder !== 'string' || (typeof system !== 'string' && system !== null)) return null;
    return { folder, system };
  } catch {
    return null;
  }
}
