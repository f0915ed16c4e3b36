/**
 * What esbuild made small, made smaller: terser knows more of what JavaScript can be written as, and takes a twentieth of what is
 * downloaded away again. It takes its time, so only what is published goes through it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { minify } from 'terser';

/**
 * Writes each script again. Nothing in it becomes another name for those outside: what a module has at its top level is kept
 * where it is no ES module. Other letters than those of ASCII are written as escapes: an engine takes the bytes of such a file as they are.
 * @param paths of files ending in `.js`, `.cjs` or `.mjs`
 */
export async function shrink(paths) {
  for (const path of paths) {
    const { code } = await minify(readFileSync(path, 'utf8'), {
      ecma: 2020,
      module: path.endsWith('.mjs'),
      format: { ascii_only: true },
    });
    writeFileSync(path, code);
  }
}
