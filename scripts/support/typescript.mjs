/**
 * Lets Node run our TypeScript as it stands: `node --import ./scripts/support/typescript.mjs FILE.ts`, and mocha with
 * the same flag. Types are removed by esbuild, the same program that makes the bundles; nothing is written to disk and
 * `import.meta.url` is the source file's own. Types are not checked: that is `npm run typecheck`.
 */
import { register } from 'node:module';

register(new URL('./typescript-hooks.mjs', import.meta.url));
process.setSourceMapsEnabled(true);
