/** Real documents to hold the parser against: the repository's own and, where they are at hand, the shared corpora. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const folders = ['.', '../shared/corpora'];
const skipped = new Set(['node_modules', '.git', '.cache', 'dist', '.vscode-test']);

/** Path and text of every Markdown file. */
export function realDocuments(): { path: string; text: string }[] {
  return folders
    .flatMap((folder) => markdownFiles(join(root, folder)))
    .map((path) => ({
      path: path.slice(root.length),
      text: readFileSync(path, 'utf8'),
    }));
}

function markdownFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : markdownFiles(path);
    return /\.(md|markdown)$/.test(entry.name) ? [path] : [];
  });
}
