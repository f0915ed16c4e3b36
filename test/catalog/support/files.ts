/** The catalog as files and as the product sees it, and the reference where it exists beside the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { buildCatalog } from '../../../scripts/build-catalog.mjs';
import { createCatalog } from '../../../server/src/core/catalog/catalog.js';
import { decodeCatalog } from '../../../server/src/core/catalog/decode.js';
import type { Catalog } from '../../../server/src/core/catalog/types.js';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
export const referenceFolder = join(root, '../shared/reference');
export const hasReference = existsSync(referenceFolder);

export interface EntryRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly parent?: string;
  readonly role?: string;
  readonly isNew?: boolean;
  readonly aliases?: readonly string[];
  readonly explains?: string;
  readonly movedTo?: readonly string[];
  readonly movedFrom?: readonly string[];
  readonly mirrors?: string;
  readonly deleted?: boolean;
  readonly note?: string;
  readonly section?: string;
}

export interface StandardFile {
  readonly key: string;
  readonly standard: string;
  readonly edition: string;
  readonly supersedes?: string;
  readonly soaItem?: string;
  readonly inventedIds?: readonly string[];
  readonly formerIds?: readonly { readonly id: string; readonly now: string }[];
  readonly counts?: Readonly<Record<string, number>>;
  readonly entries: readonly EntryRow[];
}

export interface MappingFileRow {
  readonly from: string;
  readonly to: string;
  readonly relation: string;
  readonly confidence: string;
  readonly source: string | readonly string[];
  readonly via?: string;
  readonly links?: number;
  readonly note?: string;
}

export interface MappingFile {
  readonly key: string;
  readonly from?: string;
  readonly to?: string;
  readonly counts: { readonly rows: number; readonly high: number; readonly medium: number; readonly low: number };
  readonly withoutCounterpart?: Readonly<Record<string, readonly string[]>>;
  readonly sources: Readonly<Record<string, string>>;
  readonly rows: readonly MappingFileRow[];
}

export interface IntentsFile {
  readonly key: string;
  readonly intents: Readonly<Record<string, string>>;
}

function readYaml(path: string): unknown {
  return parse(readFileSync(path, 'utf8'));
}

const folders = new Map<string, Map<string, unknown>>();

/** File name without `.yaml` → content of the files of one folder, read once; empty where the folder is missing. */
export function readFolder<T>(folder: string): Map<string, T> {
  const known = folders.get(folder) as Map<string, T> | undefined;
  if (known || !existsSync(folder)) return known ?? new Map();
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const files = new Map(
    names.sort().map((name) => [name.slice(0, -'.yaml'.length), readYaml(join(folder, name)) as T]),
  );
  folders.set(folder, files);
  return files;
}

export const catalogFolder = (folder: string): string => join(root, 'catalog', folder);

/** All standards, laws and frameworks by key. */
export function readStandards(): Map<string, StandardFile> {
  const files = ['standards', 'laws', 'frameworks'].flatMap((folder) => [
    ...readFolder<StandardFile>(catalogFolder(folder)).values(),
  ]);
  return new Map(files.map((file) => [file.key, file]));
}

export const readMappings = (): Map<string, MappingFile> => readFolder<MappingFile>(catalogFolder('mappings'));
export const readIntents = (): Map<string, IntentsFile> => readFolder<IntentsFile>(catalogFolder('intents'));

let built: ReturnType<typeof buildCatalog> | undefined;

/** Built once for all tests of a process; from the files, not from dist/. */
export function builtCatalog(): ReturnType<typeof buildCatalog> {
  built ??= buildCatalog(root);
  return built;
}

export async function loadCatalog(): Promise<Catalog> {
  return createCatalog(decodeCatalog((await builtCatalog()).catalog));
}
