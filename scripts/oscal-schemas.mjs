/**
 * `npm run oscal-schemas [-- --again]`: fetches NIST's JSON schemas of OSCAL into .cache/oscal, where the tests and
 * check-exports.mjs find them. Without them those validations are left out. What is there already is kept, unless `--again`.
 *
 * The variable CLAUSEMARK_OSCAL_RELEASE is another address to fetch the three files from (a mirror inside a company).
 * Each file must say that it is the schema of the version that we write; else nothing is kept. Exits with 1 then.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { oscalCache, oscalSchemas, oscalVersion, schemaFault } from './support/oscalSchemas.mjs';
import { PlainError, runMain } from './support/processes.mjs';

const release = `https://github.com/usnistgov/OSCAL/releases/download/v${oscalVersion}/`;
const longestWait = 60_000;

const { values } = parseArgs({ options: { again: { type: 'boolean', default: false } } });

const withoutThem = `Without them the exports are still held to our own rules, and three tests are skipped. If you have the three files,
name their folder: CLAUSEMARK_OSCAL_SCHEMAS=/folder npm test`;

/** The text of one file. @throws PlainError with the reason in plain words */
async function fetchText(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(longestWait) });
    if (!response.ok) throw new PlainError(`the server answered ${response.status} ${response.statusText}`.trim());
    return await response.text();
  } catch (error) {
    const reason = error instanceof PlainError ? error.message : (error.cause?.message ?? error.message);
    throw new PlainError(`NIST's schema could not be fetched from ${address}: ${reason}.\n${withoutThem}`);
  }
}

async function fetchSchema(format, base) {
  const { file } = oscalSchemas[format];
  const address = new URL(file, base).href;
  const text = await fetchText(address);
  const fault = schemaFault(format, text);
  if (fault !== null)
    throw new PlainError(`What lies at ${address} is not the schema of OSCAL ${oscalVersion}: ${fault}.`);
  return { file, text };
}

/** The address to fetch from, with a slash at its end: else its last part would be replaced. */
function baseAddress() {
  const named = process.env.CLAUSEMARK_OSCAL_RELEASE || release;
  if (!URL.canParse(named)) throw new PlainError(`CLAUSEMARK_OSCAL_RELEASE is no address: ${named}`);
  return named.endsWith('/') ? named : `${named}/`;
}

function isThere(format) {
  const path = join(oscalCache(), oscalSchemas[format].file);
  return existsSync(path) && schemaFault(format, readFileSync(path, 'utf8')) === null;
}

await runMain(async () => {
  const formats = Object.keys(oscalSchemas);
  if (!values.again && formats.every(isThere)) {
    console.log(`The schemas of OSCAL ${oscalVersion} are there: ${oscalCache()}`);
    return;
  }
  const base = baseAddress();
  console.log(`Fetching the schemas of OSCAL ${oscalVersion} from ${base}`);
  // All of them before the first is written: half a set would be no use.
  const schemas = await Promise.all(formats.map((format) => fetchSchema(format, base)));
  mkdirSync(oscalCache(), { recursive: true });
  for (const { file, text } of schemas) {
    const path = join(oscalCache(), file);
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
    console.log(`  ${file}  ${text.length} characters  SHA-256 ${createHash('sha256').update(text).digest('hex')}`);
  }
  console.log(`They are in ${oscalCache()}`);
});
