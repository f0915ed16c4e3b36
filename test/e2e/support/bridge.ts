/**
 * The tests' side of the bridge to the window (the other side and the meaning of each call: scripts/support/bridge.mjs).
 * In desktop VS Code there is none: tests that need it start with `needsBridge(this)` and are skipped there.
 */
import * as vscode from 'vscode';

/** Which webview is meant: one that has an element for this CSS selector. `timeout` is in milliseconds. */
export interface WhichWebview {
  contains?: string;
  timeout?: number;
}

/** Where a click goes: the window (the default) or a webview in it. */
export type Place = { in?: 'window'; timeout?: number } | ({ in: 'webview' } & WhichWebview);

/** An error of the page; 'network' is an attempt to reach another machine. */
export interface WindowProblem {
  kind: 'console' | 'page' | 'network';
  text: string;
}

function bridgeAddress(): string | undefined {
  const fromEnvironment = typeof process === 'undefined' ? undefined : process.env?.['CLAUSEMARK_BRIDGE'];
  return fromEnvironment || vscode.workspace.getConfiguration('clausemarkTest').get<string>('bridge');
}

/** Skips the test (call it with mocha's `this`) where the tests cannot reach the window. */
export function needsBridge(test: Mocha.Context): void {
  if (bridgeAddress()) return;
  console.log('        (needs the browser window of the VS Code server; not there in desktop VS Code)');
  test.skip();
}

async function call<T>(method: string, args: object): Promise<T> {
  const response = await fetch(`${bridgeAddress()}/${method}`, { method: 'POST', body: JSON.stringify(args) });
  const { value, error } = (await response.json()) as { value: T; error?: string };
  if (error) throw new Error(`${method}: ${error}`);
  return value;
}

/** Writes a picture of the window to `.cache/screenshots/NAME.png` and returns its path. */
export function screenshot(name: string): Promise<string> {
  return call('screenshot', { name });
}

/** Evaluates the source of a function of one argument (or an expression) in a webview's own document. */
export function evalInWebview<T>(source: string, which: WhichWebview & { arg?: unknown } = {}): Promise<T> {
  return call('evalInWebview', { source, ...which });
}

/** The same in the page of the workbench: editor, views, status bar. */
export function evalInWindow<T>(source: string, arg?: unknown): Promise<T> {
  return call('evalInWindow', { source, arg });
}

/** Clicks the first element for the selector. */
export function click(selector: string, place: Place = {}): Promise<void> {
  return call('click', { selector, ...place });
}

/** Moves the mouse over the first element for the selector. */
export function hover(selector: string, place: Place = {}): Promise<void> {
  return call('hover', { selector, ...place });
}

/** Types text where the keyboard focus is. */
export function typeText(text: string): Promise<void> {
  return call('type', { text });
}

/** Presses one key or chord, such as `Enter` or `Control+Space`. */
export function press(key: string): Promise<void> {
  return call('press', { key });
}

/** Changes the size of the window, in CSS pixels. */
export function resize(width: number, height: number): Promise<void> {
  return call('resize', { width, height });
}

/** The errors of the page since it was opened. */
export function windowProblems(): Promise<WindowProblem[]> {
  return call('problems', {});
}
