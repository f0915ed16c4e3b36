/** What the front matter of a document says, kept while somebody writes in its body. */
import type { FrontMatter } from '../../document.js';
import type { Settings } from '../../settings.js';
import type { DraftReference, Evidence } from '../draft.js';
import type { RecognitionContext } from '../recognise.js';
import { type StandardNames, standardNames } from '../text/standardNames.js';
import { frontMatterDrafts, frontMatterLayer } from './frontMatterReferences.js';

interface Kept {
  readonly settings: Settings;
  readonly names: StandardNames;
  readonly layers: readonly Evidence[];
  /** Without what the body and all of the front matter say of the document, which is behind what their own keys say. */
  readonly drafts: readonly DraftReference[];
}

/** Front matter that says what it said is the same object; with the document it is gone. */
const kept = new WeakMap<FrontMatter, Kept>();

/** The same as `frontMatterLayer`; found out once while a document is read again and again. */
export function layersOfFrontMatter(
  text: string,
  frontMatter: FrontMatter,
  context: RecognitionContext,
): readonly Evidence[] {
  return context.runs
    ? keptOf(text, frontMatter, context).layers
    : frontMatterLayer(frontMatter, standardNames(context.catalog));
}

/** The same as `frontMatterDrafts`; read once while the document is read again and again. */
export function draftsOfFrontMatter(
  text: string,
  frontMatter: FrontMatter,
  outermost: readonly Evidence[],
  context: RecognitionContext,
): readonly DraftReference[] {
  if (!context.runs) return frontMatterDrafts(text, frontMatter, outermost, context);
  const far = new Map<readonly Evidence[], readonly Evidence[]>();
  return keptOf(text, frontMatter, context).drafts.map((draft) => {
    let layers = far.get(draft.far);
    if (!layers) {
      layers = [...draft.far, ...outermost];
      far.set(draft.far, layers);
    }
    return { ...draft, far: layers };
  });
}

function keptOf(text: string, frontMatter: FrontMatter, context: RecognitionContext): Kept {
  const { settings, catalog } = context;
  const names = standardNames(catalog);
  const before = kept.get(frontMatter);
  if (before?.settings === settings && before.names === names) return before;
  const layers = frontMatterLayer(frontMatter, names);
  const drafts = frontMatterDrafts(text, frontMatter, [], context);
  const now = { settings, names, layers, drafts };
  kept.set(frontMatter, now);
  return now;
}
