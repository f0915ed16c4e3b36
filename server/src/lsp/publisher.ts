/** Diagnostics on their way to the editor: only those that differ from what it shows already. */
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

  constructor(private readonly connection: Connection) {}

  /** Publishes the diagnostics of a file unless they are the same as before. Hints are not counted. */
  publish(uri: string, diagnostics: Diagnostic[], version: number | null): void {
    const before = this.published.get(uri);
    if (diagnostics.length === 0) {
      if (!before) return;
      this.published.delete(uri);
    } else {
      const fingerprint = fingerprintOf(JSON.stringify(diagnostics));
      if (before?.fingerprint === fingerprint) return;
      this.published.set(uri, { ...countSeverities(diagnostics), fingerprint });
    }
    void this.connection.sendDiagnostics(version === null ? { uri, diagnostics } : { uri, diagnostics, version });
  }

  /** Takes back what was published for the files that `isGone` names. */
  clear(isGone: (uri: string) => boolean): void {
    for (const uri of [...this.published.keys()]) if (isGone(uri)) this.publish(uri, [], null);
  }

  totals(): SeverityCounts {
    const total = { errors: 0, warnings: 0, information: 0 };
    for (const counts of this.published.values()) {
      total.errors += counts.errors;
      total.warnings += counts.warnings;
      total.information += counts.information;
    }
    return total;
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
