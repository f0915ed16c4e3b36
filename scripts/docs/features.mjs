/**
 * The tables of docs/features.md. What is said of Clausemark comes from the capabilities of the server and from
 * package.json; what is said of others is written here, as read in their public documentation and sources in November
 * 2026. A test asks for a row for every capability and every contribution point of ours, so that none is left out.
 */

/** `?` is what we could not find out. */
const others = ['VS Code’s Markdown', 'Red Hat YAML', 'reqstool', 'ubCode', 'rust-analyzer', 'markdownlint'];

const y = 'yes';
const n = 'no';
const q = '?';

/**
 * One row for each method: what a policy author has of it, the key in the capabilities, and the others in the order above.
 * @type {readonly (readonly [method: string, use: string, capability: string, ...others: string[]])[]}
 */
const methods = [
  [
    'textDocument/completion',
    'ids with titles, front matter keys and values, `soa.yaml`, rule names',
    'completionProvider',
    'links, headings, files',
    'keys and values of a schema',
    y,
    q,
    y,
    n,
  ],
  [
    'textDocument/hover',
    'title, decision, who covers it, what it is elsewhere; keys and values of front matter and `soa.yaml`',
    'hoverProvider',
    'pictures',
    'from a schema',
    y,
    q,
    y,
    n,
  ],
  [
    'textDocument/definition',
    'the decision in `soa.yaml`; the document of an id',
    'definitionProvider',
    y,
    'anchors',
    y,
    y,
    y,
    n,
  ],
  ['textDocument/implementation', 'the places that claim a control', 'implementationProvider', n, n, y, q, y, n],
  [
    'textDocument/references',
    'every place that names a control',
    'referencesProvider',
    'links, headings',
    n,
    y,
    y,
    y,
    n,
  ],
  [
    'textDocument/documentHighlight',
    'the same control elsewhere in the text',
    'documentHighlightProvider',
    y,
    n,
    n,
    q,
    y,
    n,
  ],
  [
    'textDocument/documentLink',
    'tags to decisions, ids to documents, `soa.yaml` to evidence and sections',
    'documentLinkProvider',
    y,
    y,
    n,
    q,
    n,
    n,
  ],
  [
    'textDocument/documentSymbol',
    'outline and breadcrumbs with the tags of each section',
    'documentSymbolProvider',
    'headings',
    y,
    y,
    q,
    y,
    n,
  ],
  [
    'workspace/symbol',
    'controls by id or title, documents, headings',
    'workspaceSymbolProvider',
    'headings',
    n,
    y,
    q,
    y,
    n,
  ],
  ['textDocument/codeAction', 'see below', 'codeActionProvider', y, y, y, q, y, y],
  [
    'textDocument/codeLens',
    'what a section covers and what is stale; who covers a control',
    'codeLensProvider',
    n,
    'the schema',
    y,
    q,
    y,
    n,
  ],
  ['textDocument/inlayHint', 'titles after bare ids (off by default)', 'inlayHintProvider', n, n, y, q, y, n],
  [
    'textDocument/semanticTokens',
    'controls, clauses and articles by state: unknown, superseded, excluded, uncovered, external',
    'semanticTokensProvider',
    n,
    n,
    y,
    q,
    y,
    n,
  ],
  [
    'textDocument/foldingRange',
    'front matter, sections, decisions and their groups',
    'foldingRangeProvider',
    y,
    y,
    n,
    q,
    y,
    n,
  ],
  ['textDocument/selectionRange', 'id, with its title, section', 'selectionRangeProvider', y, y, n, q, y, n],
  [
    'textDocument/prepareCallHierarchy',
    'requirement → control → document → evidence, and back to risks',
    'callHierarchyProvider',
    n,
    n,
    n,
    q,
    y,
    n,
  ],
  [
    'textDocument/rename',
    'document ids and headings, everywhere',
    'renameProvider',
    'headings, links',
    'anchors',
    n,
    q,
    y,
    n,
  ],
  [
    'workspace/willRenameFiles',
    'paths in `soa.yaml`, evidence, front matter and links follow a move',
    'workspace.fileOperations.willRename',
    'links, after the move',
    n,
    n,
    q,
    y,
    n,
  ],
  [
    'textDocument/publishDiagnostics',
    'findings of the whole folder, without opening a file',
    'pushed',
    n,
    y,
    y,
    y,
    y,
    'open files',
  ],
  [
    'textDocument/diagnostic, workspace/diagnostic',
    'the same where an editor asks for them and wants none pushed ([how](other-editors.md#diagnostics)); VS Code does not',
    'diagnosticProvider',
    y,
    n,
    n,
    q,
    y,
    n,
  ],
  [
    'textDocument/formatting',
    'no: how a policy looks is for its author and markdownlint',
    'documentFormattingProvider',
    n,
    y,
    n,
    q,
    y,
    y,
  ],
  ['textDocument/onTypeFormatting', 'no', 'documentOnTypeFormattingProvider', n, y, n, n, y, n],
  ['textDocument/signatureHelp', 'no: there are no calls', 'signatureHelpProvider', n, n, n, n, y, n],
  [
    'textDocument/declaration, typeDefinition',
    'no: nothing is declared apart from its definition',
    'declarationProvider',
    n,
    n,
    n,
    n,
    y,
    n,
  ],
  [
    'textDocument/linkedEditingRange',
    'no: rename does it in all files',
    'linkedEditingRangeProvider',
    n,
    n,
    n,
    n,
    n,
    n,
  ],
  ['workspace/executeCommand', 'no: edits come with the actions', 'executeCommandProvider', n, y, q, q, n, n],
];

/** Capabilities that are no feature by themselves. */
export const plumbing = ['positionEncoding', 'textDocumentSync', 'workspace'];

/** @type {readonly (readonly [kind: string, use: string, ...others: string[]])[]} */
const actions = [
  ['quickfix', 'for nearly every finding, with what will stand there in its title', 'links', y, y, q, y, y],
  [
    'refactor',
    'tag, move and sort tags, ranges and lists, name standards, split a policy',
    'link definitions, outline',
    'block and flow style',
    n,
    q,
    y,
    n,
  ],
  ['source.fixAll.clausemark', 'what leaves no doubt, on save if wanted', n, n, n, q, n, y],
];

/** @type {readonly (readonly [point: string, use: string, ...others: string[]])[]} */
const contributions = [
  ['commands', 'all in one category, with the keys of the usual ones', y, y, y, y, y, y],
  ['menus', 'editor, explorer, views, new file', y, n, q, q, y, q],
  ['keybindings', 'next and previous finding', y, n, n, q, y, n],
  ['viewsContainers', 'one in the activity bar', n, n, n, q, n, n],
  ['views', 'coverage, documents by state, reviews by month', n, n, n, q, 'dependencies', n],
  ['viewsWelcome', 'what to do where there is nothing to show', n, n, n, q, q, n],
  ['walkthroughs', 'six steps that tick themselves off', n, n, n, q, y, n],
  ['configuration', 'with scope, order and a text for every choice', y, y, y, y, y, y],
  ['grammars', 'injected into Markdown and YAML: no language of our own', q, n, n, q, y, n],
  ['snippets', 'documents, sections, decisions', y, n, y, q, q, y],
  [
    'markdown.markdownItPlugins',
    'references, tags and document control in the built-in preview',
    'the preview itself',
    n,
    n,
    'a preview of its own',
    n,
    n,
  ],
  ['markdown.previewStyles', 'in the colours of the theme', y, n, n, n, n, n],
  ['yamlValidation', '`soa.yaml` and `.clausemark.yaml` for the YAML extension', n, 'reads them', n, q, n, y],
  ['semanticTokenTypes', 'control, clause, article', n, n, n, q, y, n],
  ['semanticTokenModifiers', 'the states', n, n, n, q, y, n],
  ['semanticTokenScopes', 'colours of every theme', n, n, n, q, y, n],
];

/** @type {readonly (readonly [what: string, is: (manifest: object) => boolean, ...others: string[]])[]} */
const places = [
  ['In a browser, without Node', ({ browser }) => Boolean(browser), y, y, n, q, n, y],
  ['Virtual folders', ({ capabilities }) => Boolean(capabilities?.virtualWorkspaces), y, q, q, q, n, y],
  ['Restricted Mode', ({ capabilities }) => Boolean(capabilities?.untrustedWorkspaces?.supported), y, y, q, q, n, y],
  ['The same check on the command line', ({ bin }) => Boolean(bin?.clausemark), n, n, y, y, y, y],
  ['Other editors, as a language server', ({ bin }) => Boolean(bin?.['clausemark-language-server']), y, y, y, q, y, n],
  ['Translated', ({ l10n }) => Boolean(l10n), y, y, q, q, n, n],
];

const isThere = (value) => value !== undefined && value !== false && value !== null;

/** A value deep in an object: `workspace.fileOperations.willRename`. */
function at(value, path) {
  return path.split('.').reduce((inner, key) => inner?.[key], value);
}

function table(columns, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)];
}

/** The methods of the Language Server Protocol; ours from the capabilities. */
export function protocolTable({ capabilities }) {
  const rows = methods.map(([method, use, capability, ...theirs]) => {
    const has = capability === 'pushed' || isThere(at(capabilities, capability));
    if (has !== !/^no\b/.test(use))
      throw new Error(`${method}: “${use}” does not fit to what the server says it can do.`);
    return [`\`${method}\``, has ? 'yes' : 'no', use.replace(/^no(?:: )?/, ''), ...theirs];
  });
  return table(['Method', 'Clausemark', 'What for', ...others], rows);
}

/** The kinds of code actions. */
export function actionTable({ capabilities }) {
  const kinds = capabilities.codeActionProvider?.codeActionKinds ?? [];
  const rows = actions.map(([kind, use, ...theirs]) => [
    `\`${kind}\``,
    kinds.includes(kind) ? 'yes' : 'no',
    use,
    ...theirs,
  ]);
  return table(['Code action', 'Clausemark', 'What for', ...others], rows);
}

/** Contribution points of VS Code; ours from package.json, with their number. */
export function contributionTable({ manifest }) {
  const rows = contributions.map(([point, use, ...theirs]) => {
    const ours = manifest.contributes?.[point];
    return [`\`${point}\``, ours === undefined ? 'no' : countOf(point, ours), use, ...theirs];
  });
  return table(['Contribution', 'Clausemark', 'What for', ...others], rows);
}

/** Where it runs; ours from package.json. */
export function placeTable({ manifest }) {
  return table(
    ['Where', 'Clausemark', ...others],
    places.map(([what, is, ...theirs]) => [what, is(manifest) ? 'yes' : 'no', ...theirs]),
  );
}

function countOf(point, value) {
  if (value === true) return 'yes';
  if (point === 'configuration') {
    return `${value.reduce((sum, group) => sum + Object.keys(group.properties).length, 0)} settings`;
  }
  const entries = Array.isArray(value) ? value : Object.values(value).flat();
  return String(entries.length);
}

/** What of ours has no row: capabilities and contribution points. */
export function withoutRow({ capabilities, manifest }) {
  const known = new Set(methods.map(([, , capability]) => capability));
  const points = new Set(contributions.map(([point]) => point));
  const kinds = new Set(actions.map(([kind]) => kind));
  const operations = Object.keys(capabilities.workspace?.fileOperations ?? {}).filter((name) =>
    name.startsWith('will'),
  );
  return [
    ...Object.keys(capabilities).filter((key) => !known.has(key) && !plumbing.includes(key)),
    ...operations.map((name) => `workspace.fileOperations.${name}`).filter((key) => !known.has(key)),
    ...(capabilities.codeActionProvider?.codeActionKinds ?? []).filter((kind) => !kinds.has(kind)),
    ...Object.keys(manifest.contributes).filter((point) => !points.has(point)),
  ];
}
