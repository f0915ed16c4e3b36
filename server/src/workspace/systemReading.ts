/**
 * The soa.yaml that is being read. A long statement takes fifty milliseconds when it is the first: it is parsed entry by
 * entry, and taken in whole when that is done. Whatever happens to the file meanwhile, it is then read again from its beginning.
 */
import { readYamlAhead } from '../core/soa/yaml/source.js';
import type { FileText } from './host.js';
import { isSystemPath } from './paths.js';

export interface ReadSystem {
  readonly path: string;
  readonly file: FileText;
}

export class SystemReading {
  private under: (ReadSystem & { readonly pieces: Iterator<void> }) | null = null;

  /** False for what is no text of a soa.yaml. */
  begin(path: string, file: FileText): boolean {
    if (!isSystemPath(path) || file.kind !== 'text') return false;
    this.under = { path, file, pieces: readYamlAhead(file.text) };
    return true;
  }

  get isUnderWay(): boolean {
    return this.under !== null;
  }

  /** Parses one entry more. Answers the file when all are, and null where there is none. */
  next(): ReadSystem | 'reading' | null {
    const { under } = this;
    if (under && !under.pieces.next().done) return 'reading';
    this.under = null;
    return under;
  }

  /** Something happened to the path, or to the folder: what was read below it does not count. Answers the path that is to be read again. */
  interrupt(path: string): string[] {
    return this.under?.path === path || this.under?.path.startsWith(`${path}/`) ? this.stop() : [];
  }

  /** Nothing is read any more. Answers the path that was being read. */
  stop(): string[] {
    const path = this.under?.path;
    this.under = null;
    return path === undefined ? [] : [path];
  }
}
