/** Exports where there is no Node: the formats that are text. The others need libraries that the worker does not carry. */
import { t } from '../core/l10n.js';
import { exportFormats, formatNamed } from '../core/soa/render/formats.js';
import { textRenderers } from '../core/soa/render/textFormats.js';
import type { ExportTools } from '../lsp/exportTools.js';

export function browserExportTools(): ExportTools {
  return {
    render: async (name, input) => {
      const format = formatNamed(name);
      if (!format || !isText(format)) return { problem: problemOf(format ? exportFormats[format].label : name) };
      return { base64: base64Of(textRenderers[format](input)) };
    },
    // Git is a program, and nothing can be started here.
    commit: async () => null,
  };
}

function isText(format: string): format is keyof typeof textRenderers {
  return Object.hasOwn(textRenderers, format);
}

function problemOf(label: string): string {
  return t(
    '{0} cannot be made in a browser. Choose HTML, Markdown, CSV or JSON, or open the folder in VS Code on a computer.',
    label,
  );
}

/** Of the text as UTF-8. */
function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(binary);
}
