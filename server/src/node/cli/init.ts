/** `clausemark init`: a first soa.yaml from what the documents tag. Never overwrites anything. */
import { existsSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildSoaModel } from '../../core/soa/model.js';
import type { SoaModel, SoaRow } from '../../core/soa/modelTypes.js';
import { exitCodes, UsageProblem } from './problem.js';
import { openProject, type ProjectOptions } from './project.js';
import { visible, visibleLine } from './visible.js';

export interface InitOptions extends ProjectOptions {
  readonly organisation?: string;
  /** Print it instead of writing it. */
  readonly dryRun?: boolean;
}

export async function init(paths: readonly string[], options: InitOptions): Promise<number> {
  if (paths.length > 1) throw new UsageProblem('clausemark init takes one folder.');
  const project = await openProject(paths, options);
  const target = join(project.root, 'soa.yaml');
  const existing = project.snapshot.systems[0]?.path ?? (existsSync(target) ? 'soa.yaml' : null);
  if (existing !== null) throw new UsageProblem(`There is a ${existing} already; it was left as it is.`);
  const model = buildSoaModel(null, project.snapshot);
  if (model.standards.length === 0) {
    throw new UsageProblem(
      'The documents tag no standard. Say which ones you follow: clausemark init --standards 27001:2022,27701:2025',
    );
  }
  const text = firstSystem(model, options.organisation ?? '');
  if (options.dryRun) {
    process.stdout.write(visible(text));
    return exitCodes.clean;
  }
  try {
    // `wx` fails where somebody wrote the file meanwhile.
    writeFileSync(target, text, { flag: 'wx' });
  } catch (error) {
    throw new UsageProblem(`soa.yaml could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
  const claimed = model.rows.filter((row) => row.documents.length > 0).length;
  const written = relative(process.cwd(), target) || 'soa.yaml';
  process.stderr.write(
    `Wrote ${visibleLine(written)}: ${model.rows.length} controls, ${claimed} of them claimed by a document. Decide on the rest.\n`,
  );
  return exitCodes.clean;
}

/** The text of a soa.yaml in which a control that a document claims is applicable, and every other one undecided. */
export function firstSystem(model: SoaModel, organisation: string): string {
  const lines = [
    '# Statement of Applicability: which controls apply, why, and how far they are implemented.',
    '# First version, written from the tags of the documents. Decide on every control: applicable true or false,',
    '# with a justification, the drivers (risk, legal, contractual, business) and the status.',
    `organisation: ${quoted(organisation)}`,
    'scope: ""',
    'version: "0.1"',
    'status: draft',
    'standards:',
    ...model.standards.map(({ standard, edition }) => `  ${quotedKey(standard)}: { edition: ${quoted(edition)} }`),
    'controls:',
  ];
  for (const standard of model.standards) {
    for (const group of standard.groups) {
      lines.push('', `  # ${visibleLine(`${standard.name} ${group.id} ${group.title}`)}`);
      for (const row of model.rows) {
        if (row.standardKey === standard.key && row.groupKey === group.key && row.isInRole)
          lines.push(...decision(row));
      }
    }
  }
  return lines.join('\n') + '\n';
}

function decision(row: SoaRow): string[] {
  const lines = [`  ${row.standard}:${row.id}: # ${visibleLine(row.title)}`];
  if (row.documents.length === 0) return [...lines, '    applicable: undecided'];
  const more = row.moreDocuments > 0 ? ` and ${row.moreDocuments} more` : '';
  lines.push(`    # claimed by ${visibleLine(row.documents.map(({ path }) => path).join(', '))}${more}`);
  return [...lines, '    applicable: true', '    status: not-assessed'];
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function quotedKey(standard: string): string {
  return /^[\w.-]+$/.test(standard) ? standard : quoted(standard);
}
