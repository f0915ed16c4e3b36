/** What a click opens, in words that the extension can find the place by. */
import type { PaneModel, PaneRow, SoaTarget } from '../../../server/src/core/soa/paneTypes.js';

/**
 * @param data of the button: `open` says what, `index` and `section` which document, evidence or problem of the row,
 *   `cell` and `path` a document of another view
 * @param row the row of the table that the button stands in, if any
 */
export function targetOf(
  { open, index = '0', section = '0', cell, path }: Readonly<DOMStringMap>,
  row: PaneRow | null,
  model: PaneModel,
): SoaTarget | null {
  switch (open) {
    case 'soa':
      return model.path === null ? null : { what: 'soa' };
    case 'problem':
      return { what: 'problem', index: Number(index) };
    case 'decision':
      return row && { what: 'decision', key: row.key };
    case 'evidence':
      return fileTarget(row?.evidence[Number(index)]?.path);
    case 'file':
      return fileTarget(path);
    case 'clause':
      return cell !== undefined && path !== undefined ? { what: 'clause', key: cell, path } : null;
    case 'document':
      return documentTarget(row, row?.documents[Number(index)]?.path);
    case 'mention':
      return documentTarget(row, row?.mentions[Number(index)]?.path);
    case 'section':
      return documentTarget(row, row?.documents[Number(index)]?.path, Number(section));
    default:
      return null;
  }
}

function fileTarget(path: string | null | undefined): SoaTarget | null {
  return path ? { what: 'file', path } : null;
}

function documentTarget(row: PaneRow | null, path: string | undefined, section?: number): SoaTarget | null {
  if (!row || path === undefined) return null;
  return { what: 'document', key: row.key, path, ...(section === undefined ? {} : { section }) };
}
