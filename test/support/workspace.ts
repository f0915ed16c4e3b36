/** Snapshots for tests, made from texts: parsed, resolved and indexed as the server does it, without a server. */
import type { Catalog } from '../../server/src/core/catalog/types.js';
import { CoverageIndex } from '../../server/src/core/coverage.js';
import type { PolicyDocument, ScopedStandard } from '../../server/src/core/document.js';
import { impliedScope, parseDocument, resolveDocument } from '../../server/src/core/parse.js';
import { defaultSettings, type Settings } from '../../server/src/core/settings.js';
import type { Snapshot } from '../../server/src/core/snapshot.js';
import { systemCovering } from '../../server/src/core/soa/coveredFolders.js';
import { parseSoa } from '../../server/src/core/soa/parse.js';
import { miniCatalog } from './miniCatalog.js';

export interface WorkspaceOptions {
  readonly catalog?: Catalog;
  readonly settings?: Partial<Settings>;
  /** `2026-11-21` unless said otherwise. */
  readonly today?: string;
}

/** Files by path; a `soa.yaml` in any folder is a management system, `*.md` are documents, the rest only exists. */
export type Files = Readonly<Record<string, string>>;

/** The snapshot of a workspace that holds these files. */
export function makeSnapshot(files: Files, options: WorkspaceOptions = {}): Snapshot {
  const catalog = options.catalog ?? miniCatalog;
  const settings: Settings = { ...defaultSettings, ...options.settings };
  const context = { catalog, settings };
  const paths = Object.keys(files).sort();
  const systems = paths
    .filter((path) => /(?:^|\/)soa\.ya?ml$/.test(path))
    .map((path) => parseSoa(path, files[path]!, catalog))
    .sort((a, b) => a.folder.length - b.folder.length);
  const drafts = paths.filter((path) => path.endsWith('.md')).map((path) => parseDocument(path, files[path]!, context));
  const set = settings.standards.map((text) => {
    const [standard, edition] = text.split(':');
    return { standard: standard!, edition: edition ?? null };
  });
  const implied: readonly ScopedStandard[] = set.length > 0 ? set : impliedScope(drafts, context);
  const scopeFor = (path: string): readonly ScopedStandard[] => {
    return systemCovering(path, systems)?.standards ?? implied;
  };
  const documents = new Map<string, PolicyDocument>();
  const coverage = new CoverageIndex(catalog);
  for (const draft of drafts) {
    const document = resolveDocument(draft, scopeFor(draft.path), context);
    documents.set(document.path, document);
    coverage.set(document);
  }
  return {
    catalog,
    settings,
    today: options.today ?? '2026-11-21',
    documents,
    systems,
    coverage,
    scopeFor,
    textOf: (path) => files[path] ?? null,
    fileExists: (path) => path in files,
  };
}

/** The text without its cursor mark `$0`, and where that stood. */
export function takeCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('$0');
  if (offset < 0) throw new Error('The test text has no cursor mark $0.');
  return { text: marked.slice(0, offset) + marked.slice(offset + 2), offset };
}

/** Texts of which one has a cursor mark: the files without it, and where it stood. */
export function takeCursorOf(marked: Files): { files: Files; path: string; offset: number } {
  const path = Object.keys(marked).find((one) => marked[one]!.includes('$0'));
  if (path === undefined) throw new Error('None of the test texts has a cursor mark $0.');
  const { text, offset } = takeCursor(marked[path]!);
  return { files: { ...marked, [path]: text }, path, offset };
}

/** Text with its common indentation and first line break removed, so that tests can indent what they hold. */
export function dedent(text: string): string {
  const lines = text
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '\n')
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length);
  const indent = Math.min(...indents, 80);
  return lines.map((line) => line.slice(indent)).join('\n');
}
