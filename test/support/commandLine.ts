/** The built command line, run as its users run it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/cli/clausemark.mjs', import.meta.url));

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `clausemark` with the arguments to its end. Colours are off unless `env` says otherwise. */
export function clausemark(
  args: readonly string[],
  { cwd, input = '', env = {} }: CommandOptions,
): Promise<CommandResult> {
  if (!existsSync(program)) throw new Error('dist/cli/clausemark.mjs is missing: run “npm run build” first.');
  const { FORCE_COLOR: _colour, NO_COLOR: _noColour, ...inherited } = process.env;
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [program, ...args], { cwd, env: { ...inherited, ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', failed);
    child.on('close', (code) => done({ code, stdout, stderr }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** The values of JSON lines. */
export function jsonLines<Value>(text: string): Value[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Value);
}
