/**
 * The parts of our program (scripts/support/laterParts.mjs) in a web worker. A worker cannot read files of the extension by itself,
 * so the client puts the parts into the script that it starts, each a function as Node makes one of a file (createClient.ts).
 */

/** What a file of Node is given; it puts what it exports into `exports`, or another value into `module`. */
type Part = (exports: object, require: (file: string) => unknown, module: { exports: unknown }) => void;

declare const self: { readonly clausemarkParts?: Readonly<Record<string, Part>> };

/**
 * Runs a part and returns what it exports; the build calls this, once for each part.
 * @param require answers what the part asks for
 * @throws where the client has not given the part, which is a mistake in the build
 */
export function loadPart(name: string, require: (file: string) => unknown): unknown {
  const part = self.clausemarkParts?.[name];
  if (!part) throw new Error(`The part ${name} of the language server is missing.`);
  const module = { exports: {} };
  part(module.exports, require, module);
  return module.exports;
}
