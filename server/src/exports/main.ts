/**
 * All formats in which the statement can be handed on. A bundle of its own (dist/exports/exports.mjs), loaded only when
 * somebody exports: its libraries would double the size of the server. Pure like the core: bytes out of values.
 */
import type { Catalog } from '../core/catalog/types.js';
import { harmless, type SoaExport } from '../core/soa/render/exportInput.js';
import type { RenderedFormat } from '../core/soa/render/formats.js';
import { textRenderers } from '../core/soa/render/textFormats.js';
import { renderDocx } from './docx/document.js';
import { oscalComponent } from './oscal/component.js';
import { oscalMapping } from './oscal/mapping.js';
import { oscalSsp } from './oscal/ssp.js';
import { renderXlsx } from './xlsx/workbook.js';

type Renderer = (input: SoaExport, catalog: Catalog) => string | Uint8Array | Promise<Uint8Array>;

const renderers: Record<RenderedFormat, Renderer> = {
  ...textRenderers,
  docx: (input) => renderDocx(input),
  'oscal-component': (input) => asJson(oscalComponent(harmless(input))),
  'oscal-ssp': (input) => asJson(oscalSsp(harmless(input))),
  'oscal-mapping': (input, catalog) => asJson(oscalMapping(harmless(input), catalog)),
  xlsx: (input) => renderXlsx(input),
};

/** Thrown where a format has nothing to say of a statement, so that its file would be empty. */
export class EmptyExport extends Error {}

/** The bytes of the file; the same input gives the same bytes. Text is UTF-8. @throws EmptyExport */
export async function renderExport(format: RenderedFormat, input: SoaExport, catalog: Catalog): Promise<Uint8Array> {
  const rendered = await renderers[format](input, catalog);
  return typeof rendered === 'string' ? new TextEncoder().encode(rendered) : rendered;
}

function asJson(value: object | null): string {
  if (value === null) throw new EmptyExport();
  return `${JSON.stringify(value, null, 2)}\n`;
}
