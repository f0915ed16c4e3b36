/** Stands in for the editor where a module of the extension needs no more of it than its translations. */
import { register } from 'node:module';

const editor = `
export const l10n = { t: (text, ...values) => text.replace(/\\{(\\d+)\\}/g, (_, index) => String(values[index])) };
`;

const asModule = (source: string) => `data:text/javascript,${encodeURIComponent(source)}`;

register(
  asModule(`
const url = ${JSON.stringify(asModule(editor))};
export async function resolve(specifier, context, next) {
  return specifier === 'vscode' ? { url, shortCircuit: true } : next(specifier, context);
}
`),
);
