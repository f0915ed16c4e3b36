/** `clausemark soa`: the Statement of Applicability. */
import { buildSoaModel } from '../../core/soa/model.js';
import type { SoaModel } from '../../core/soa/modelTypes.js';
import { renderSoaCsv } from '../../core/soa/render/csv.js';
import { renderSoaHtml } from '../../core/soa/render/html.js';
import { renderSoaJson } from '../../core/soa/render/json.js';
import { renderSoaMarkdown } from '../../core/soa/render/markdown.js';
import type { ManagementSystem } from '../../core/soa/types.js';
import { safeJson, visible } from '../../core/visible.js';
import { chooseFormat } from './format.js';
import { type OutputOptions, openOutput } from './output.js';
import { exitCodes, UsageProblem } from './problem.js';
import { openProject, type Project, type ProjectOptions } from './project.js';

export interface SoaOptions extends ProjectOptions, OutputOptions {
  readonly format?: string;
  readonly system?: string;
}

const formats = ['markdown', 'html', 'csv', 'json', 'jsonl'] as const;

/** What of a document could steer a terminal is made visible, whatever the format. */
const render: Record<(typeof formats)[number], (model: SoaModel) => string> = {
  markdown: (model) => visible(renderSoaMarkdown(model)),
  html: (model) => visible(renderSoaHtml(model)),
  // CSV alone has carriage returns of its own.
  csv: (model) => renderSoaCsv(model).split('\r\n').map(visible).join('\r\n'),
  json: (model) => safeJson(JSON.parse(renderSoaJson(model)), 2) + '\n',
  jsonl: (model) => model.rows.map((row) => safeJson(row) + '\n').join(''),
};

export async function soa(paths: readonly string[], options: SoaOptions): Promise<number> {
  const format = chooseFormat(options.format, formats);
  const project = await openProject(paths, options);
  const model = buildSoaModel(chooseSystem(project, options.system), project.snapshot);
  if (model.standards.length === 0) {
    throw new UsageProblem(
      'No standard is in scope, so there is nothing to state. Name the standards in a soa.yaml (clausemark init writes a first one) or with --standards 27001:2022.',
    );
  }
  const output = openOutput(options);
  await output.write(render[format](model));
  await output.close();
  return exitCodes.clean;
}

/** The soa.yaml that was named, or the only one; null without any. */
export function chooseSystem({ snapshot, systems }: Project, named: string | undefined): ManagementSystem | null {
  const candidates = snapshot.systems.filter(({ path }) =>
    named === undefined ? systems.includes(path) : path === named,
  );
  if (named !== undefined && candidates.length === 0)
    throw new UsageProblem(`There is no “${named}” in this workspace.`);
  if (candidates.length <= 1) return candidates[0] ?? snapshot.systems[0] ?? null;
  const [outermost, next] = candidates;
  if (outermost!.folder.split('/').length < next!.folder.split('/').length || outermost!.folder === '')
    return outermost!;
  const names = candidates.map(({ path }) => path).join(', ');
  throw new UsageProblem(`There are several management systems here: ${names}. Choose one with --system PATH.`);
}
