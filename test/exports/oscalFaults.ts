/** What is wrong with an OSCAL export, by everything that is known here: our rules, and NIST's schema where it is at hand. */
import { findOscalSchemas, oscalValidator } from '../../scripts/support/oscalSchemas.mjs';
import { renderExport } from '../../server/src/exports/main.js';
import { brokenConstraints } from './oscalConstraints.js';
import { brokenRules, type OscalFormat } from './oscalRules.js';
import type { Sample } from './support.js';

export const oscalFormats: readonly OscalFormat[] = ['oscal-component', 'oscal-ssp', 'oscal-mapping'];

/** JSON that a test may walk through freely: what is not there fails the test where it is used. */
// biome-ignore lint/suspicious/noExplicitAny: the types of OSCAL would be longer than the tests
export type Loose = any;

/** The folder of NIST's schemas, or null: tests do not use the network. `npm run oscal-schemas` fetches them. */
export function schemaFolder(): string | null {
  folder ??= { path: findOscalSchemas() };
  return folder.path;
}

let folder: { readonly path: string | null } | null = null;

const validators = new Map<OscalFormat, ReturnType<typeof oscalValidator>>();

/** What NIST's schema says against a document; nothing where the schema is not at hand. */
export async function schemaFaults(format: OscalFormat, document: unknown): Promise<string[]> {
  const schemas = schemaFolder();
  if (schemas === null) return [];
  const validator = validators.get(format) ?? oscalValidator(format, schemas);
  validators.set(format, validator);
  return (await validator)(document);
}

/** All that is wrong, each with its place; empty where nothing is. */
export async function faultsOf(format: OscalFormat, document: unknown): Promise<string[]> {
  return [
    ...brokenRules(format, document),
    ...brokenConstraints(document),
    ...(await schemaFaults(format, document)).map((fault) => `NIST's schema: ${fault}`),
  ];
}

export async function documentOf(format: OscalFormat, { input, catalog }: Sample): Promise<Loose> {
  return JSON.parse(new TextDecoder().decode(await renderExport(format, input, catalog)));
}

/** Every value of every field of that name, at any depth. */
export function valuesOf(value: unknown, name: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesOf(item, name));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === name && typeof item === 'string' ? [item] : valuesOf(item, name),
  );
}
