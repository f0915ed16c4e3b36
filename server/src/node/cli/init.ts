/** `clausemark init`: a first soa.yaml from what the documents tag. Never overwrites anything. */
import { existsSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { firstSystem } from '../../core/soa/firstSystem.js';
import { buildSoaModel } from '../../core/soa/model.js';
import { visible, visibleLine } from '../../core/visible.js';
import { exitCodes, UsageProblem } from './problem.js';
import { openProject, type ProjectOptions } from './project.js';

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
