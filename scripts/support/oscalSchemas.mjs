/**
 * NIST's JSON schemas of OSCAL: which ones, where they lie, and how a document is validated against one. No package carries
 * them and none is kept here; `npm run oscal-schemas` fetches them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cachePath, projectPath, projectRoot } from './paths.mjs';
import { PlainError } from './processes.mjs';

export const oscalVersion = '1.2.0';

/** By format of our exports: the file as NIST publishes it, its `$id`, and the one member of a document. */
export const oscalSchemas = {
  'oscal-component': {
    file: 'oscal_component_schema.json',
    id: schemaId('component-definition'),
    root: 'component-definition',
  },
  'oscal-ssp': { file: 'oscal_ssp_schema.json', id: schemaId('ssp'), root: 'system-security-plan' },
  'oscal-mapping': { file: 'oscal_mapping_schema.json', id: schemaId('mapping'), root: 'mapping-collection' },
};

function schemaId(model) {
  return `http://csrc.nist.gov/ns/oscal/${oscalVersion}/oscal-${model}-schema.json`;
}

/** Where `npm run oscal-schemas` puts them. */
export function oscalCache() {
  return cachePath('oscal');
}

/**
 * The folder that holds all three, or null. Looked for where the variable CLAUSEMARK_OSCAL_SCHEMAS says (relative to the
 * project), in the cache, and in ../shared/oscal.
 * @throws PlainError where the variable names a folder that does not hold them: whoever sets it does not want to go without
 */
export function findOscalSchemas() {
  const named = process.env.CLAUSEMARK_OSCAL_SCHEMAS;
  if (named) {
    const folder = resolve(projectRoot, named);
    if (holdsAll(folder)) return folder;
    throw new PlainError(`CLAUSEMARK_OSCAL_SCHEMAS names ${folder}, and the three schemas are not in it.`);
  }
  return [oscalCache(), projectPath('..', 'shared', 'oscal')].find(holdsAll) ?? null;
}

function holdsAll(folder) {
  return Object.values(oscalSchemas).every(({ file }) => existsSync(join(folder, file)));
}

/** What is wrong with the text of a schema, in words; null where it is the one of this version. */
export function schemaFault(format, text) {
  const { id, root } = oscalSchemas[format];
  let schema;
  try {
    schema = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  if (schema?.$id !== id) return `its $id is ${JSON.stringify(schema?.$id) ?? 'missing'}, not "${id}"`;
  if (!schema.required?.includes(root) || Object.keys(schema.definitions ?? {}).length === 0) {
    return `it says nothing of "${root}"`;
  }
  return null;
}

/**
 * A function that says what is wrong with a document, one line each; nothing where it is valid.
 * @param folder as `findOscalSchemas` gives it
 * @throws PlainError where the file is not the schema of this version
 */
export async function oscalValidator(format, folder) {
  const path = join(folder, oscalSchemas[format].file);
  const text = readFileSync(path, 'utf8');
  const fault = schemaFault(format, text);
  if (fault !== null) throw new PlainError(`${path}: ${fault}.`);
  const [{ Ajv }, formats] = await Promise.all([import('ajv'), import('ajv-formats')]);
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default.default(ajv);
  const validate = ajv.compile(JSON.parse(text));
  return (document) => {
    validate(document);
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      return `${instancePath}: ${message} ${JSON.stringify(params)}`;
    });
  };
}
