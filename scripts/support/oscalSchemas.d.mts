/** Types of oscalSchemas.mjs for the tests. */
export type OscalFormat = 'oscal-component' | 'oscal-ssp' | 'oscal-mapping';

export interface OscalSchema {
  readonly file: string;
  readonly id: string;
  readonly root: string;
}

export const oscalVersion: string;
export const oscalSchemas: Readonly<Record<OscalFormat, OscalSchema>>;
export function oscalCache(): string;
export function findOscalSchemas(): string | null;
export function schemaFault(format: OscalFormat, text: string): string | null;
export function oscalValidator(format: OscalFormat, folder: string): Promise<(document: unknown) => string[]>;
