/** The page inside a panel: our one script and style sheet, and nothing else. */
import { env, l10n, Uri, type WebviewPanel } from 'vscode';
import { pageShell } from '../../webview/shared/shell.js';

/** @param name of the bundle: `soa` */
export function setPage(panel: WebviewPanel, extensionUri: Uri, name: string, title: string): void {
  const folder = Uri.joinPath(extensionUri, 'dist', 'client', 'webview');
  const { webview } = panel;
  panel.iconPath = Uri.joinPath(extensionUri, 'media', 'icon.png');
  webview.options = { enableScripts: true, localResourceRoots: [folder], enableCommandUris: false, enableForms: false };
  webview.html = pageShell({
    scriptUri: webview.asWebviewUri(Uri.joinPath(folder, `${name}.js`)).toString(),
    styleUri: webview.asWebviewUri(Uri.joinPath(folder, `${name}.css`)).toString(),
    cspSource: webview.cspSource,
    nonce: makeNonce(),
    title,
    language: l10n.bundle ? env.language : 'en',
    texts: l10n.bundle as Record<string, string> | undefined,
  });
}

/** Random letters and digits, different for every page. */
function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
