/** Exports for the language server and the command line: the libraries are loaded when the first one is asked for. */

import { URI } from 'vscode-uri';
import type { Catalog } from '../core/catalog/types.js';
import { t } from '../core/l10n.js';
import type { SoaExport } from '../core/soa/render/exportInput.js';
import { type ExportFormatName, formatNamed } from '../core/soa/render/formats.js';
import type { ExportTools } from '../lsp/exportTools.js';
import { NoBrowser, printPdf } from './chromium.js';
import { gitState } from './gitState.js';

/** The bytes of an export. @throws NoBrowser for PDF where nothing can print it */
export async function renderAny(format: ExportFormatName, input: SoaExport, catalog: Catalog): Promise<Uint8Array> {
  const { renderExport, renderPage } = await import('./lazy/exports.js');
  if (format !== 'pdf') return renderExport(format, input, catalog);
  return printPdf(renderPage(input, { hasFileLinks: false }), input.model.asOf);
}

export function createExportTools(): ExportTools {
  return {
    render: async (name, input, catalog) => {
      const format = formatNamed(name);
      if (!format) return { problem: t('There is no format “{0}”.', name) };
      try {
        return { base64: Buffer.from(await renderAny(format, input, catalog)).toString('base64') };
      } catch (error) {
        if (error instanceof NoBrowser) return { problem: error.message };
        throw error;
      }
    },
    commit: async (folderUri) => {
      const folder = URI.parse(folderUri);
      return folder.scheme === 'file' ? gitState(folder.fsPath) : null;
    },
  };
}
