/** Files that look like documents and are none by the settings: a check that found nothing should not hide them. */
import { defaultSettings, type Settings } from '../../core/settings.js';
import { workspaceFiles } from '../../workspace/files.js';
import type { Host } from '../../workspace/host.js';

/** Dialects of Markdown, and what else people write policies in that can be read like it. */
const dialects = /\.(?:mdx|mdown|mkdn?|qmd|rmd)$/i;
const plainText = /\.txt$/i;

/** The host, and the files that its listing passes over because `include` does not name their ending. */
export function withLeftOut(host: Host, settings: Settings, ignoreText: string): { host: Host; leftOut: string[] } {
  const leftOut: string[] = [];
  // Whoever sets it knows what is in it.
  if (settings.include.join() !== defaultSettings.include.join()) return { host, leftOut };
  const everything = workspaceFiles({ ...settings, include: ['**/*'] }, ignoreText);
  const wants = (path: string, isWanted: boolean): boolean => {
    if (!isWanted && (dialects.test(path) || plainText.test(path)) && everything.isDocument(path)) leftOut.push(path);
    return isWanted;
  };
  const listing: Host = {
    ...host,
    listFiles: (filter) => host.listFiles({ ...filter, wantsFile: (path) => wants(path, filter.wantsFile(path)) }),
  };
  return { host: listing, leftOut };
}

/** The sentence on files left out; null where there are none to speak of. Plain text is spoken of only if nothing was read. */
export function tellLeftOut(paths: readonly string[], documents: number): string | null {
  const worth = new Set(paths.filter((path) => dialects.test(path) || (documents === 0 && plainText.test(path))));
  if (worth.size === 0) return null;
  const endings = [...new Set([...worth].map((path) => path.slice(path.lastIndexOf('.'))))].sort();
  const include = [...defaultSettings.include, ...endings.map((ending) => `**/*${ending}`)];
  const files = worth.size === 1 ? '1 file was' : `${worth.size} files were`;
  return `${files} left out (${endings.join(', ')}). To have such files read, write in .clausemark.yaml: include: ${JSON.stringify(include)}`;
}
