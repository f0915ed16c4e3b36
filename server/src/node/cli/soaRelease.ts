/** `clausemark soa release`: checks the statement and stamps version, date, approver and checksum into soa.yaml. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Finding } from '../../core/rules/types.js';
import { planRelease, type ReleaseRequest } from '../../core/soa/release/planRelease.js';
import { findLineStarts, positionAt } from '../../core/text.js';
import { safeJson, visible } from '../../core/visible.js';
import { chooseFormat } from './format.js';
import { type OutputOptions, openOutput } from './output.js';
import { exitCodes, UsageProblem } from './problem.js';
import { openProject, type Project, type ProjectFindings, type ProjectOptions } from './project.js';
import { chooseSystem } from './soa.js';

export interface SoaReleaseOptions extends ProjectOptions, OutputOptions {
  readonly version: string;
  readonly approvedBy: string;
  readonly date?: string;
  readonly change?: string;
  readonly system?: string;
  readonly write?: boolean;
  readonly format?: string;
}

const formats = ['stylish', 'json'] as const;

/** What `--format json` prints. */
interface ReleaseJson {
  readonly file: string;
  readonly isReleased: boolean;
  readonly isWritten: boolean;
  readonly version: string;
  readonly date: string;
  readonly approvedBy: string;
  readonly hash: string | null;
  readonly reasons: readonly { readonly line: number | null; readonly code: string | null; readonly message: string }[];
  readonly warnings: readonly { readonly line: number; readonly code: string; readonly message: string }[];
  /** Documents of the system with findings of severity error. */
  readonly documentsWithErrors: readonly string[];
}

export async function soaRelease(options: SoaReleaseOptions): Promise<number> {
  const format = chooseFormat(options.format, formats);
  const findings: ProjectFindings = new Map();
  const project = await openProject([], options, findings);
  const system = chooseSystem(project, options.system);
  if (!system) throw new UsageProblem('There is no soa.yaml here, so there is nothing to release.');
  const path = join(project.root, system.path);
  const text = readText(path, system.path);
  const { snapshot } = project;
  const request: ReleaseRequest = {
    version: options.version,
    approvedBy: options.approvedBy,
    date: options.date ?? snapshot.today,
    change: options.change ?? '',
  };
  const planned = planRelease(text, system, snapshot, request);
  if (!planned.isRefused && options.write) write(path, system.path, text, planned.text);
  const lineStarts = findLineStarts(text);
  const lineOf = (offset: number | null) => (offset === null ? null : positionAt(lineStarts, offset).line + 1);
  const newStarts = planned.isRefused ? lineStarts : findLineStarts(planned.text);
  const json: ReleaseJson = {
    file: system.path,
    isReleased: !planned.isRefused,
    isWritten: !planned.isRefused && (options.write ?? false),
    version: request.version,
    date: request.date,
    approvedBy: request.approvedBy,
    hash: planned.isRefused ? null : planned.hash,
    reasons: planned.isRefused
      ? planned.reasons.map(({ text: message, code, offset }) => ({ line: lineOf(offset), code, message }))
      : [],
    warnings: planned.isRefused
      ? []
      : planned.findings
          .filter(({ severity }) => severity === 'warning')
          .map(({ span, code, message }) => ({ line: positionAt(newStarts, span.start).line + 1, code, message })),
    documentsWithErrors: documentsWithErrors(project, findings),
  };
  const output = openOutput(options);
  await output.write(format === 'json' ? `${safeJson(json, 2)}\n` : visible(textOf(json, project)));
  await output.close();
  return planned.isRefused ? exitCodes.findings : exitCodes.clean;
}

function documentsWithErrors({ documents }: Project, findings: ReadonlyMap<string, readonly Finding[]>): string[] {
  return documents.filter((path) => findings.get(path)?.some(({ severity }) => severity === 'error'));
}

function textOf(json: ReleaseJson, { root }: Project): string {
  const file = relative(process.cwd(), join(root, json.file)).split(sep).join('/') || json.file;
  const place = (line: number | null) => (line === null ? file : `${file}:${line}`);
  const lines: string[] = [];
  if (!json.isReleased) {
    lines.push(
      `Version ${json.version} is not released. ${json.reasons.length === 1 ? 'The reason:' : 'The reasons:'}`,
    );
    for (const { line, code, message } of json.reasons)
      lines.push(`  ${place(line)}  ${message}${code ? `  ${code}` : ''}`);
  } else {
    const what = json.isWritten ? 'is released' : 'can be released; nothing was written (--write does)';
    lines.push(
      `Version ${json.version} ${what}.`,
      `  approved by ${json.approvedBy} on ${json.date}`,
      `  ${json.hash}`,
    );
    if (json.warnings.length > 0) lines.push(`Warnings that stand (${json.warnings.length}):`);
    for (const { line, code, message } of json.warnings) lines.push(`  ${place(line)}  ${message}  ${code}`);
  }
  if (json.documentsWithErrors.length > 0) {
    lines.push(`Errors in documents, which are no part of the statement: ${json.documentsWithErrors.join(', ')}`);
  }
  return `${lines.join('\n')}\n`;
}

function readText(path: string, name: string): string {
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) throw new UsageProblem(`${name} is not saved as UTF-8.`);
  return text;
}

function write(path: string, name: string, before: string, after: string): void {
  if (readText(path, name) !== before) {
    throw new UsageProblem(
      `${name} was changed by somebody else meanwhile. Nothing was written: run the command again.`,
    );
  }
  try {
    writeFileSync(path, after);
  } catch (error) {
    throw new UsageProblem(`${name} could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
