/**
 * Our grammars at work, injected as VS Code does it: into VS Code's own Markdown and YAML grammars where the VS Code
 * server is installed, and into small stand-ins of them in any case.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const { INITIAL, Registry, parseRawGrammar } = textmate;

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Contributed {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}

export const contributed: readonly Contributed[] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  .contributes.grammars;

/** The files of the grammars that ours are injected into, by scope. */
export type Hosts = Readonly<Record<string, string>>;

export const standIns: Hosts = {
  'text.html.markdown': join(root, 'test', 'grammar', 'support', 'markdown.stand-in.json'),
  'source.yaml': join(root, 'test', 'grammar', 'support', 'yaml.stand-in.json'),
};

/** VS Code's own grammars, or null where the VS Code server is not installed. */
export function realGrammars(): Hosts | null {
  const folder = join(root, '.cache', 'vscode-server', 'node_modules', 'code-server', 'lib', 'vscode', 'extensions');
  if (!existsSync(folder)) return null;
  const hosts: Record<string, string> = {};
  for (const name of ['markdown-basics', 'yaml', 'html']) {
    const syntaxes = join(folder, name, 'syntaxes');
    for (const file of readdirSync(syntaxes)) {
      if (!file.endsWith('.json')) continue;
      const path = join(syntaxes, file);
      hosts[JSON.parse(readFileSync(path, 'utf8')).scopeName] = path;
    }
  }
  return hosts;
}

export interface Token {
  readonly text: string;
  /** From the outermost to the innermost, joined by blanks. */
  readonly scopes: string;
}

const engine = (async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  return {
    createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text: string) => new oniguruma.OnigString(text),
  };
})();

/** Tokens of all lines. `injected` false leaves ours out, to see what they change. */
export async function tokenize(text: string, scope: string, hosts: Hosts, injected = true): Promise<Token[]> {
  const registry = new Registry({
    onigLib: engine,
    loadGrammar: async (name: string) => {
      const path = hosts[name] ?? contributed.find(({ scopeName }) => scopeName === name)?.path;
      if (!path) return null;
      const file = path.startsWith('./') ? join(root, path) : path;
      return parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
    getInjections: (name: string) => {
      return injected ? contributed.filter(({ injectTo }) => injectTo.includes(name)).map((one) => one.scopeName) : [];
    },
  });
  const grammar = await registry.loadGrammar(scope);
  if (!grammar) throw new Error(`no grammar for ${scope}`);
  const tokens: Token[] = [];
  let state = INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, state);
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      tokens.push({ text: line.slice(startIndex, endIndex), scopes: scopes.join(' ') });
    }
    state = result.ruleStack;
  }
  return tokens;
}

/** The texts of all tokens with a scope, in their order; neighbours that belong together are one. */
export function textsWith(tokens: readonly Token[], scope: string): string[] {
  const texts: string[] = [];
  let isOpen = false;
  for (const token of tokens) {
    const matches = token.scopes.split(' ').some((each) => each === scope || each.startsWith(`${scope}.`));
    if (matches && isOpen) texts[texts.length - 1] += token.text;
    else if (matches) texts.push(token.text);
    isOpen = matches;
  }
  return texts;
}
