/** Exports for the language server and the command line: the libraries are loaded when the first one is asked for. */

import { URI } from 'vscode-uri';
import type { Catalog } from '../core/catalog/types.js';
import { t } from '../core/l10n.js';
import type { SoaExport } from '../core/soa/render/exportInput.js';
import { type ExportFormatName, exportFormats, formatNamed } from '../core/soa/render/formats.js';
import type { ExportTools } from '../lsp/exportTools.js';
import { printPdf } from './chromium.js';
import { ExportProblem } from './exportProblem.js';
import { gitState } from './gitState.js';
import { whileWanted } from './programs.js';

/** The bytes of an export. @throws ExportProblem for PDF where nothing can print it, and where there is nothing to write */
export async function renderAny(format: ExportFormatName, input: SoaExport, catalog: Catalog): Promise<Uint8Array> {
  const { EmptyExport, renderExport, renderPage } = await import('./lazy/exports.js');
  if (format === 'pdf') return printPdf(renderPage(input, { hasFileLinks: false }), input.model.asOf);
  try {
    return await renderExport(format, input, catalog);
  } catch (error) {
    if (!(error instanceof EmptyExport)) throw error;
    const { label } = exportFormats[format];
    throw new ExportProblem(
      t('The format “{0}” has nothing to say of this statement: the file would be empty.', label),
    );
  }
}

export function createExportTools(): ExportTools {
  return {
    render: async (name, input, catalog, token) => {
      const format = formatNamed(name);
      if (!format) return { problem: t('There is no format “{0}”.', name) };
      try {
        const bytes = await whileWanted(token, () => renderAny(format, input, catalog));
        return { base64: Buffer.from(bytes).toString('base64') };
      } catch (error) {
        if (error instanceof ExportProblem) return { problem: error.message };
        throw error;
      }
    },
    commit: async (folderUri, token) => {
      const folder = URI.parse(folderUri);
      return folder.scheme === 'file' ? whileWanted(token, () => gitState(folder.fsPath)) : null;
    },
  };
}
