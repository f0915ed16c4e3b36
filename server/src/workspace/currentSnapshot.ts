/** The value that every request and every rule works on: made of what is known, and the same object until that changes. */
import type { Snapshot } from '../core/snapshot.js';
import type { Library } from './library.js';
import type { Texts } from './texts.js';

interface Made {
  readonly snapshot: Snapshot;
  readonly library: Library;
  readonly versions: object;
}

export class CurrentSnapshot {
  private made: Made | null = null;

  constructor(private readonly texts: Texts) {}

  /** The snapshot of that library on that day. */
  of(library: Library, today: string): Snapshot {
    const { made } = this;
    const isCurrent =
      made?.library === library &&
      made.versions === library.versions &&
      made.snapshot.documents === library.documents &&
      made.snapshot.today === today;
    if (isCurrent) return made.snapshot;
    const snapshot = this.make(library, today);
    this.made = { snapshot, library, versions: library.versions };
    return snapshot;
  }

  private make(library: Library, today: string): Snapshot {
    const { texts } = this;
    return {
      catalog: library.catalog,
      settings: library.settings,
      today,
      documents: library.documents,
      systems: library.systems,
      coverage: library.coverage,
      fields: library.fields,
      scopeFor: (path) => library.scopeFor(path).standards,
      lineStartsOf: (path) => library.documents.lineStarts(path),
      textOf: (path) => texts.textOf(path, library.systemTexts),
      fileExists: (path) => texts.fileExists(path),
      isFolder: (path) => texts.isFolder(path),
    };
  }
}
