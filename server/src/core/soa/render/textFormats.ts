/** The formats that need nothing but the core: text out of the model. Where there is no Node, these are all there are. */
import { renderSoaCsv } from './csv.js';
import type { SoaExport } from './exportInput.js';
import type { RenderedFormat } from './formats.js';
import { renderSoaHtml } from './html.js';
import { renderSoaJson, renderSoaJsonLines } from './json.js';
import { renderSoaMarkdown } from './markdown.js';

/** The same input gives the same text. */
export const textRenderers = {
  markdown: (input) => renderSoaMarkdown(input),
  html: (input) => renderSoaHtml(input),
  csv: ({ model }) => renderSoaCsv(model),
  json: (input) => renderSoaJson(input),
  jsonl: ({ model }) => renderSoaJsonLines(model),
} satisfies Partial<Record<RenderedFormat, (input: SoaExport) => string>>;
