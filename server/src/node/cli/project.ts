/** The workspace of a command: found, read, resolved; nothing checked yet. */
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Catalog } from '../../core/catalog/types.js';
import { ruleCodes } from '../../core/rules/ruleCodes.js';
import type { Finding } from '../../core/rules/types.js';
import type { Settings } from '../../core/settings.js';
import type { Snapshot } from '../../core/snapshot.js';
import { visibleLine } from '../../core/visible.js';
import { loadConfiguration } from '../../workspace/configuration.js';
import type { Host, MaybePromise } from '../../workspace/host.js';
import { fileNameOf, isInside } from '../../workspace/paths.js';
import type { StepResult } from '../../workspace/slices.js';
import { Workspace } from '../../workspace/workspace.js';
import { describeProblem, loadCatalog } from '../catalog.js';
import { localDate } from '../clock.js';
import { expectLongRun, expectShortRun } from '../compiling.js';
import { readVersion } from '../environment.js';
import { helperPool } from '../helperPool.js';
import { binaryProbe, createDiskHost } from '../host.js';
import { withLeftOut } from './leftOut.js';
import { UsageProblem } from './problem.js';
import { type Selection, selectFiles } from './root.js';

/** Flags that every command which reads documents has. */
export interface ProjectOptions {
  readonly standards?: string;
  readonly today?: string;
  readonly config?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
}

export interface Project {
  /** Absolute. */
  readonly root: string;
  readonly workspace: Workspace;
  readonly snapshot: Snapshot;
  /** The content of .clausemarkignore. */
  readonly ignoreText: string;
  /** The documents that the command is about, sorted by path. */
  readonly documents: readonly string[];
  /** The soa.yaml files that it is about. */
  readonly systems: readonly string[];
  /** Files that `include` does not name although they look like documents. */
  readonly leftOut: readonly string[];
}

const reasons = {
  'too-large': 'it is larger than 5 MB; shorten or divide it, or name it in .clausemarkignore if it is no policy',
  binary: 'it is not a text file',
  'not-utf8': 'it is not saved as UTF-8',
  unreadable: 'it cannot be opened',
  name: 'its name is not written in UTF-8, so that it cannot be opened by it',
  failed: 'reading or checking it failed, which is a mistake in Clausemark and not in the file; please report it',
};

/** The findings of a whole project, by path. */
export type ProjectFindings = Map<string, readonly Finding[]>;

/**
 * Opens the workspace for the named files and folders. What is wrong with settings and files goes to stderr. Where
 * `findings` is given everything is checked and the map is filled.
 */
export async function openProject(
  paths: readonly string[],
  options: ProjectOptions,
  findings?: ProjectFindings,
): Promise<Project> {
  if (options.stdinFilename !== undefined && !options.stdin)
    throw new UsageProblem('--stdin-filename says where the text of --stdin would be: give both.');
  expectShortRun();
  const selection = selectFiles(paths, process.cwd());
  const disk = hostFor(selection, todayOf(options));
  const configuration = await configurationOf(disk, options);
  const settings = withNamedFiles(configuration.settings, selection.files, selection.isFilesOnly);
  const { catalog, print, problems } = loadCatalog(selection.root, settings.catalogs);
  for (const problem of problems) warn(describeProblem(problem));
  checkStandards(settings, catalog);
  const { host, leftOut } = withLeftOut(disk, settings, configuration.ignoreText);
  const workspace = new Workspace(
    host,
    { catalog, settings, ignoreText: configuration.ignoreText, catalogPrint: print },
    { keepsByteOrderMark: true, isShortRun: true, onFindings: (path, found) => findings?.set(path, found ?? []) },
  );
  const stdinPath = options.stdin ? await openStdin(workspace, selection.root, options) : null;
  workspace.start();
  await runAll(() => (findings ? workspace.step() : workspace.loadStep()));
  expectRead(selection.files, workspace);
  for (const { path, reason } of workspace.skippedFiles()) warn(`${path} was left out: ${reasons[reason]}.`);
  const snapshot = workspace.snapshot();
  const chosen = stdinPath === null ? selection.paths : [stdinPath];
  const isChosen = (path: string) => chosen.length === 0 || chosen.some((wanted) => isInside(path, wanted));
  return {
    root: selection.root,
    workspace,
    snapshot,
    ignoreText: configuration.ignoreText,
    documents: [...snapshot.documents.keys()].filter(isChosen),
    systems: snapshot.systems.map(({ path }) => path).filter(isChosen),
    leftOut: leftOut.filter(isChosen),
  };
}

/**
 * Whoever names a file wants to know of it. What the settings leave out they leave out all the same.
 * @throws UsageProblem for one that could not be read
 */
function expectRead(files: readonly string[], workspace: Workspace): void {
  const { documents, systems } = workspace.snapshot();
  const isRead = (path: string) => documents.has(path) || systems.some((system) => system.path === path);
  const unread = files.find((path) => workspace.belongs(path) && !isRead(path));
  if (unread === undefined) return;
  const skipped = workspace.skippedFiles().find(({ path }) => path === unread);
  throw new UsageProblem(
    `“${unread}” cannot be read: ${skipped ? reasons[skipped.reason] : 'it is no ordinary file'}.`,
  );
}

/** Where files alone were named, nothing else is looked for: the current folder may be somebody's home. */
function hostFor({ root, files, isFilesOnly }: Selection, today: () => string): Host {
  const helpers = helperPool(root, readVersion());
  const plain = { log: () => {}, warn, today, pause: () => Promise.resolve() };
  const host = createDiskHost(root, helpers ? { ...plain, helpers } : plain);
  return isFilesOnly ? { ...host, listFiles: () => [files.map((path) => ({ path, stamp: '' }))] } : host;
}

/** A line for whoever runs the command; never part of the result. */
export function warn(message: string): void {
  process.stderr.write(`clausemark: ${visibleLine(message)}\n`);
}

/** In steps, of which a document takes two. */
const longRun = 250;

/** Nobody waits for anything else here, so the work is done in one go. */
async function runAll(step: () => MaybePromise<StepResult>): Promise<void> {
  for (let steps = 0; ; steps++) {
    if (steps === longRun) expectLongRun();
    const result = step();
    if (!(result instanceof Promise ? await result : result)) return;
  }
}

/** The settings of the workspace and the command line. Throws a usage problem where something is wrong with them. */
export async function configurationOf(host: Host, options: ProjectOptions) {
  const fileText = options.config === undefined ? {} : { fileText: readNamed(options.config) };
  const commandLine = options.standards === undefined ? {} : { commandLine: { standards: options.standards } };
  const loaded = await loadConfiguration(host, { ...fileText, ...commandLine }, ruleCodes);
  const [first] = loaded.problems;
  if (first) throw new UsageProblem(loaded.problems.map(({ message }) => message).join(' '));
  return loaded;
}

function readNamed(path: string): string {
  try {
    return readFileSync(resolve(path), 'utf8');
  } catch (error) {
    throw new UsageProblem(
      `The settings file “${path}” cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** A file that is named is a document, whatever the globs say. */
function withNamedFiles(settings: Settings, files: readonly string[], isFilesOnly: boolean): Settings {
  if (files.length === 0) return settings;
  const globs = files.map((path) => path.replace(/[\\*?[\]{}()!+@]/g, '\\$&'));
  return { ...settings, include: isFilesOnly ? globs : [...settings.include, ...globs] };
}

/** A standard that nobody knows would silently put nothing in scope. */
function checkStandards(settings: Settings, catalog: Catalog): void {
  for (const written of settings.standards) {
    const [standard = '', edition] = written.split(':');
    if (catalog.edition(standard, edition)) continue;
    const known = catalog.standards.map((each) =>
      each.edition === '' ? each.standard : `${each.standard}:${each.edition}`,
    );
    throw new UsageProblem(`The catalog has no standard “${written}”. It has ${known.join(', ')}.`);
  }
}

/** Takes the text of stdin as the text of the named file, wherever that would be. */
async function openStdin(workspace: Workspace, root: string, options: ProjectOptions): Promise<string> {
  const below = relative(root, resolve(options.stdinFilename ?? 'stdin.md'))
    .split(sep)
    .join('/');
  const path = below.startsWith('../') ? fileNameOf(below) : below;
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  if (!workspace.belongs(path))
    throw new UsageProblem(`“${path}” is no document of this workspace (see include and exclude).`);
  const bytes = Buffer.concat(chunks);
  const reason = !isUtf8(bytes) ? 'not-utf8' : bytes.subarray(0, binaryProbe).includes(0) ? 'binary' : null;
  if (reason !== null) throw new UsageProblem(`Standard input cannot be read: ${reasons[reason]}.`);
  workspace.setOpenText(path, bytes.toString('utf8'));
  return path;
}

function todayOf(options: ProjectOptions): () => string {
  const { today } = options;
  if (today === undefined) return localDate;
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(today)) {
    throw new UsageProblem(`“${today}” is no date. Write it as 2026-11-21.`);
  }
  return () => today;
}
