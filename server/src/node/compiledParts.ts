/**
 * What the engine made of the parts of our program (scripts/support/laterParts.mjs) at an earlier start. To read half a megabyte
 * of program and to translate what the first document needs takes a quarter of the time until its findings are there.
 *
 * What is kept is a program itself. So it is taken from no folder that a client or a document can name, belongs to the user alone,
 * and counts only whole and for the very text it was made of; that it is for this engine and its settings, the engine checks.
 */
import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { Script } from 'node:vm';
import { platformFolder } from './indexStorage.js';
import { keepSoon } from './keptFiles.js';
import { asAtStart } from './memory.js';

/** How long after the first work what was compiled is kept, and how long from one part to the next. In milliseconds. */
const untilKept = 1500;
const betweenParts = 50;

/** Larger files are none of ours. In bytes. */
const largestKept = 32 * 1024 * 1024;

const ours = /^\w+-[0-9a-f]{16}\.code$/;
const sumLength = 32;

let folder: string | null = null;

/** Parts that were loaded and not found in the folder. */
const unkept: { readonly name: string; readonly text: Uint8Array; readonly script: Script }[] = [];
let isKeeping = false;

/** Where the compiled parts are; null where none are to be kept. */
export type CompiledFolder = string | null;

/**
 * The folder for compiled parts: what the environment says (our extension for VS Code does), else that of the platform. Null where
 * the user or the client (`storage`, from `initializationOptions`) wants nothing kept. A folder that the client names is not taken:
 * some editors read such options from files of the folder that is opened.
 */
export function compiledFolder(storage: unknown): CompiledFolder {
  if (storage === false || process.env['CLAUSEMARK_INDEX'] === 'off') return null;
  const named = process.env['CLAUSEMARK_COMPILED'];
  if (named) return named;
  const own = typeof storage === 'string' ? null : platformFolder();
  return own && join(own, 'compiled');
}

/** From now on parts are taken from there; with null, what was loaded until now is not kept either. */
export function useCompiled(from: CompiledFolder): void {
  folder = from;
  if (from === null) unkept.length = 0;
}

/** Where parts are taken from, to be told to a thread. */
export function compiledInUse(): CompiledFolder {
  return folder;
}

/**
 * Loads a part of the program and returns what it exports; the build calls this. A part must not use `import()`: in what Node 20
 * has kept it fails (the build has the main program do it).
 * @param file absolute path
 */
export function loadPart(file: string): unknown {
  const load = createRequire(file);
  if (folder === null) return load(file);
  const text = readFileSync(file);
  const name = nameOfKept(file);
  const cachedData = readKept(join(folder, name), text) ?? undefined;
  const source = text.toString(isAscii(text) ? 'latin1' : 'utf8');
  // A function in brackets is compiled at once; the engine would read any other twice, first to find its end.
  const script = new Script(`(function(exports,require,module){${source}\n})`, { filename: file, cachedData });
  const module = { exports: {} };
  (script.runInThisContext() as (...given: unknown[]) => void)(module.exports, load, module);
  if (!cachedData || script.cachedDataRejected) unkept.push({ name, text, script });
  return module.exports;
}

/**
 * Keeps, in a moment, what was compiled of the parts that are loaded by then. At its best when the first document has been checked,
 * and soon after: the engine forgets what has not run for long. May be called at any time, any number of times.
 */
export function keepCompiled(): void {
  if (isKeeping || unkept.length === 0 || folder === null) return;
  isKeeping = true;
  setTimeout(keepNext, untilKept).unref();
}

/** One part after the other: each takes some milliseconds, and somebody may want something in between. */
function keepNext(): void {
  const next = folder === null ? undefined : unkept.shift();
  isKeeping = next !== undefined;
  if (!next) return;
  const compiled = asAtStart(() => next.script.createCachedData());
  void keepSoon(join(folder!, next.name), Buffer.concat([sumOf(next.text, compiled), compiled]), ours);
  setTimeout(keepNext, betweenParts).unref();
}

/** What one engine compiled is nothing for another, nor for the same one with other options. */
function nameOfKept(file: string): string {
  const { versions, arch, execArgv } = process;
  const engine = createHash('sha256').update(JSON.stringify([versions.v8, versions['electron'], arch, execArgv]));
  return `${basename(file).replace(/\W.*$/, '')}-${engine.digest('hex').slice(0, 16)}.code`;
}

function readKept(path: string, text: Uint8Array): Buffer | null {
  let file: number | null = null;
  try {
    // A pipe would wait for a writer for ever.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    if (!isTrusted(fstatSync(file))) return null;
    const bytes = readFileSync(file);
    const compiled = bytes.subarray(sumLength);
    return sumOf(text, compiled).equals(bytes.subarray(0, sumLength)) ? compiled : null;
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** A file that nobody else can have written; Windows keeps others out of the folder. */
function isTrusted(stats: Stats): boolean {
  if (!stats.isFile() || stats.size > largestKept) return false;
  return !process.getuid || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0);
}

function sumOf(text: Uint8Array, compiled: Uint8Array): Buffer {
  return createHash('sha256').update(text).update('\0').update(compiled).digest();
}
