/** The mappings of the catalog as an OSCAL mapping collection: from the standards in scope to each other and to laws. */
import type { Catalog, CatalogEntry, MappingView, Relation, Standard } from '../../core/catalog/types.js';
import type { SoaExport } from '../../core/soa/render/exportInput.js';
import { metadata } from './metadata.js';
import { listed, ourNames, own } from './parts.js';
import { Resources } from './resources.js';
import { line, markup } from './texts.js';
import { uuidOf, uuidOfContent } from './uuid.js';

/** OSCAL's words for how two sets of requirements relate. A mere relation by subject is none of them. */
const relationships: Record<Relation, string | null> = {
  equal: 'equal-to',
  subset: 'subset-of',
  superset: 'superset-of',
  intersects: 'intersects-with',
  related: null,
};

interface Pair {
  readonly from: CatalogEntry;
  readonly to: CatalogEntry;
  readonly view: MappingView;
}

/**
 * @returns the document as plain data, valid against NIST's schema of OSCAL 1.2; null where the catalog has no mapping
 *   between what is in scope
 */
export function oscalMapping(input: SoaExport, catalog: Catalog) {
  const resources = new Resources(input);
  const mappings = pairsOfStandards(input, catalog).map(([source, target, pairs]) =>
    mapping(source, target, pairs, resources),
  );
  if (mappings.length === 0) return null;
  const content = {
    metadata: metadata(input, 'mapping collection', resources),
    provenance: {
      method: 'human',
      'matching-rationale': 'semantic',
      status: 'not-complete',
      'mapping-description':
        'The mappings of the Clausemark catalog between the standards of the statement, and from them to laws and frameworks. Most are not official: each entry names its source and how sure it is. That an entry is missing does not mean that there is no relation.',
    },
    mappings,
    'back-matter': { resources: resources.list },
  };
  return { 'mapping-collection': { uuid: uuidOfContent(content), ...content } };
}

/** The standards in scope with each other, each pair once, and with the laws and frameworks of the catalog. */
function pairsOfStandards({ model }: SoaExport, catalog: Catalog): [Standard, Standard, Pair[]][] {
  const scope = model.standards.flatMap(({ key }) => catalog.standard(key) ?? []);
  const others = catalog.standards.filter(({ type, status }) => type !== 'management-system' && status === 'current');
  return scope.flatMap((source, index) =>
    [...scope.slice(index + 1), ...others].flatMap((target): [Standard, Standard, Pair[]][] => {
      const pairs = pairsBetween(source, target, catalog);
      return pairs.length > 0 ? [[source, target, pairs]] : [];
    }),
  );
}

/** In the order of the source. A mapping to a whole law names no requirement and is left out. */
function pairsBetween(source: Standard, target: Standard, catalog: Catalog): Pair[] {
  return source.entries.flatMap((from) =>
    catalog.mappings(from.key).flatMap((view) => {
      const to = catalog.entry(view.target);
      return to?.standardKey === target.key ? [{ from, to, view }] : [];
    }),
  );
}

function mapping(source: Standard, target: Standard, pairs: readonly Pair[], resources: Resources) {
  return {
    uuid: uuidOf('mapping', source.key, target.key),
    'source-resource': { type: 'catalog', href: `#${resources.standard(source)}` },
    'target-resource': { type: 'catalog', href: `#${resources.standard(target)}` },
    maps: pairs.map(entry),
  };
}

function entry({ from, to, view }: Pair) {
  const relationship = relationships[view.relation];
  return {
    uuid: uuidOf('map', from.key, to.key, view.relation, view.source, view.via ?? ''),
    ...(relationship === null ? { ns: ourNames, relationship: 'related-to' } : { relationship }),
    sources: [item(from)],
    targets: [item(to)],
    'confidence-score': { category: view.confidence },
    ...listed('props', [...own('source', view.source), ...own('via', view.via)]),
    ...(view.note ? { remarks: markup(view.note) } : {}),
  };
}

/** A lettered item is a statement of its clause; everything else is a requirement of its own. */
function item({ kind, id }: CatalogEntry) {
  return { type: kind === 'item' ? 'statement' : 'control', 'id-ref': line(id) };
}
