/** The page of a pane, made by the extension. No DOM here. */

export interface ShellParts {
  /** Addresses for the page, from `webview.asWebviewUri`. */
  readonly scriptUri: string;
  readonly styleUri: string;
  /** `webview.cspSource` */
  readonly cspSource: string;
  /** Fresh and random for each page; letters and digits. */
  readonly nonce: string;
  /** Title of the page, for screen readers. */
  readonly title?: string;
  /** Language of the page, as in HTML; English without one. */
  readonly language?: string;
  /** Translations by their English text (texts.ts). */
  readonly texts?: Readonly<Record<string, string>>;
}

/** HTML that allows our own style sheet and our one script, and nothing else. */
export function pageShell({
  scriptUri,
  styleUri,
  cspSource,
  nonce,
  title = 'Clausemark',
  language,
  texts,
}: ShellParts): string {
  const nothing = ['default-src', 'base-uri', 'form-action'].map((name) => `${name} 'none'`).join('; ');
  const policy = `${nothing}; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="${escapeAttribute(language ?? 'en')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeAttribute(title)}</title>
<link rel="stylesheet" href="${escapeAttribute(styleUri)}">
</head>
<body${texts ? ` data-texts="${escapeAttribute(JSON.stringify(texts))}"` : ''}>
<div id="app"></div>
<script nonce="${escapeAttribute(nonce)}" src="${escapeAttribute(scriptUri)}"></script>
</body>
</html>
`;
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
