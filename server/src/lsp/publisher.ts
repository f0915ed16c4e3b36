/**
 * Diagnostics on their way to the editor: only those that differ from what it shows already. An editor that asks for them
 * by itself (`pullDiagnostics`) is sent none, so that it never has them twice; what is known of them is kept all the same.
 */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';

export interface SeverityCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
}

interface Published extends SeverityCounts {
  readonly fingerprint: number;
}

export class Publisher {
  /** What the editor shows, by URI; nothing for files without diagnostics. */
  private readonly published = new Map<string, Published>();
  private readonly sums = { errors: 0, warnings: 0, information: 0 };

  /** @param isPulled whether the editor asks for diagnostics by itself */
  constructor(
    private readonly connection: Connection,
    private readonly isPulled = false,
  ) {}

  /** Publishes the diagnostics of a file unless they are the same as before. Hints are not counted. */
  publish(uri: string, diagnostics: Diagnostic[], version: number | null): void {
    const before = this.published.get(uri);
    if (diagnostics.length === 0) {
      if (!before) return;
      this.published.delete(uri);
      this.count(before, -1);
    } else {
      const fingerprint = fingerprintOf(JSON.stringify(diagnostics));
      if (before?.fingerprint === fingerprint) return;
      const now = { ...countSeverities(diagnostics), fingerprint };
      this.published.set(uri, now);
      if (before) this.count(before, -1);
      this.count(now, 1);
    }
    if (this.isPulled) return;
    void this.connection.sendDiagnostics(version === null ? { uri, diagnostics } : { uri, diagnostics, version });
  }

  /** Takes back what was published for the files that `isGone` names. */
  clear(isGone: (uri: string) => boolean): void {
    for (const uri of [...this.published.keys()]) if (isGone(uri)) this.publish(uri, [], null);
  }

  /** The files that have diagnostics. */
  uris(): Iterable<string> {
    return this.published.keys();
  }

  /** Stands for the diagnostics of a file: another text as soon as one of them is another. */
  resultIdOf(uri: string): string {
    return String(this.published.get(uri)?.fingerprint ?? 'none');
  }

  /** How many diagnostics the editor shows. */
  totals(): SeverityCounts {
    return { ...this.sums };
  }

  private count({ errors, warnings, information }: SeverityCounts, factor: 1 | -1): void {
    this.sums.errors += factor * errors;
    this.sums.warnings += factor * warnings;
    this.sums.information += factor * information;
  }
}

function countSeverities(diagnostics: readonly Diagnostic[]): SeverityCounts {
  const count = (severity: DiagnosticSeverity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    errors: count(DiagnosticSeverity.Error),
    warnings: count(DiagnosticSeverity.Warning),
    information: count(DiagnosticSeverity.Information),
  };
}

/**
 * A number of 53 bits by which two texts are told apart (cyrb53). Kept instead of the text, because ten thousand
 * documents have many diagnostics.
 */
function fingerprintOf(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
