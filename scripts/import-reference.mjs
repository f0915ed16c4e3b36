// Makes the catalog files from the reference folder, once: node scripts/import-reference.mjs ../shared/reference
// It overwrites catalog/standards, laws, frameworks and mappings. After that the files are edited by hand; the script is
// kept to show where every line came from.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import YAML from 'yaml';
import { importFramework, importImplementingRegulation, importLaw } from './catalog/import-laws.mjs';
import { importMapping } from './catalog/import-mappings.mjs';
import { importStandard } from './catalog/import-standards.mjs';
import { catalogFile } from './catalog/write-yaml.mjs';

const standardKeys = ['iso27001-2022', 'iso27001-2013', 'iso27701-2025', 'iso27701-2019', 'iso42001-2023'];
/** Newer edition → older edition. */
const replaced = { 'iso27001-2022': 'iso27001-2013', 'iso27701-2025': 'iso27701-2019' };

/** Where entries went and came from, and the remarks on it, from the edition-to-edition mapping files. */
function moves(key, mappings) {
  const older = replaced[key];
  const newer = Object.keys(replaced).find((item) => replaced[item] === key);
  const rows = mappings[older ? `${older}--${key}` : `${key}--${newer}`]?.rows ?? [];
  const idOf = (entryKey) => entryKey.slice(entryKey.indexOf(':') + 1);
  const pick = (own, other) => (id) => rows.filter((row) => row[own] === `${key}:${id}`).map((row) => idOf(row[other]));
  const noteOf = (id) =>
    rows.find((row) => row.note && (row.to === `${key}:${id}` || row.from === `${key}:${id}`))?.note;
  return {
    key,
    supersedes: older,
    movedTo: pick('from', 'to'),
    movedFrom: older ? pick('to', 'from') : () => undefined,
    note: (id) => (/^\d/.test(id) && key !== 'iso27701-2019' ? undefined : noteOf(id)),
  };
}

function readReference(folder) {
  const read = (path) => YAML.parse(readFileSync(join(folder, path), 'utf8'));
  const all = (sub) =>
    Object.fromEntries(
      readdirSync(join(folder, sub))
        .sort()
        .map((file) => [file, read(join(sub, file))]),
    );
  const mappings = Object.fromEntries(Object.entries(all('mappings')).map(([file, data]) => [file.slice(0, -5), data]));
  return {
    standards: Object.fromEntries(standardKeys.map((key) => [key, read(`${key}.yaml`)])),
    regulations: all('reference-regulations'),
    mappings,
  };
}

/** All catalog files as `path → text`, paths relative to catalog/. */
export function importReference(folder) {
  const { standards, regulations, mappings } = readReference(folder);
  const files = [
    ...standardKeys.map((key) => importStandard(standards[key], moves(key, mappings))),
    ...Object.entries(regulations).map(([file, data]) =>
      data.framework ? importFramework(data) : importLaw(data, file),
    ),
    importImplementingRegulation(mappings['nis2-ir-2024-2690--iso27001-2022'].rows),
    ...Object.entries(mappings).map(([name, data]) => importMapping(name, data, standards)),
  ];
  return new Map(files.map((file) => [file.path, catalogFile(file)]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  if (!folder) {
    console.error('Usage: node scripts/import-reference.mjs REFERENCE_FOLDER');
    process.exit(2);
  }
  const catalog = join(dirname(fileURLToPath(import.meta.url)), '..', 'catalog');
  for (const [path, text] of importReference(folder)) {
    mkdirSync(dirname(join(catalog, path)), { recursive: true });
    writeFileSync(join(catalog, path), text);
    console.log(`catalog/${path}`);
  }
}
