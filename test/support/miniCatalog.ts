/**
 * A tiny invented family of standards for tests: house keeping (99001, two editions), robots (99042), guests' data (99701
 * with roles) and a law. Small enough to know by heart, so that a test says what it needs and nothing else.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createCatalog } from '../../server/src/core/catalog/catalog.js';
import { decodeCatalog } from '../../server/src/core/catalog/decode.js';
import { entryKeyOf } from '../../server/src/core/catalog/ids.js';
import type {
  Catalog,
  CatalogData,
  CatalogEntry,
  EntryKind,
  Mapping,
  Standard,
} from '../../server/src/core/catalog/types.js';

type EntryInput = [id: string, kind: EntryKind, title: string, more?: Partial<CatalogEntry>];

function standard(head: Omit<Standard, 'entries'>, entries: readonly EntryInput[]): Standard {
  return {
    ...head,
    entries: entries.map(([id, kind, title, more]) => ({
      key: entryKeyOf(head.key, id),
      standardKey: head.key,
      id,
      kind,
      title,
      ...more,
    })),
  };
}

const house2020 = standard(
  {
    key: 'iso99001-2020',
    standard: '99001',
    edition: '2020',
    name: 'ISO/IEC 99001:2020',
    fullTitle: 'House keeping — Requirements',
    type: 'management-system',
    status: 'current',
    supersedes: 'iso99001-2010',
    soaItem: '6.1.3 c',
    inventedIds: ['A.5.77'],
    names: ['ISO/IEC 99001', 'ISO 99001'],
    published: '2020-01-01',
  },
  [
    ['4', 'clause', 'Context'],
    ['4.1', 'clause', 'The house and its surroundings', { parent: '4' }],
    ['5', 'clause', 'Leadership'],
    ['5.1', 'clause', 'Head of the household', { parent: '5' }],
    ['5.2', 'clause', 'House rules', { parent: '5', intent: 'Everybody knows what holds in the house.' }],
    ['6', 'clause', 'Planning'],
    ['6.1', 'clause', 'Risks', { parent: '6' }],
    ['6.1.3', 'clause', 'Treating risks', { parent: '6.1' }],
    ['6.1.3 a', 'item', 'choose', { parent: '6.1.3' }],
    ['6.1.3 b', 'item', 'compare', { parent: '6.1.3' }],
    ['6.1.3 c', 'item', 'statement', { parent: '6.1.3' }],
    ['9', 'clause', 'Evaluation'],
    ['9.2', 'clause', 'Inspection', { parent: '9' }],
    ['A.5', 'theme', 'House controls'],
    ['A.6', 'theme', 'Garden controls'],
    ['A.5.1', 'control', 'Rules of the house', { parent: 'A.5' }],
    ['A.5.2', 'control', 'Keys and locks', { parent: 'A.5', intent: 'Only those who live here can open the door.' }],
    ['A.5.3', 'control', 'Guests', { parent: 'A.5' }],
    ['A.5.4', 'control', 'Chimney care', { parent: 'A.5' }],
    ['A.5.10', 'control', 'Fire drill', { parent: 'A.5' }],
    ['A.6.1', 'control', 'Hedges', { parent: 'A.6' }],
    ['A.6.2', 'control', 'Lawn mowing', { parent: 'A.6', isNew: true }],
  ],
);

const house2010 = standard(
  {
    key: 'iso99001-2010',
    standard: '99001',
    edition: '2010',
    name: 'ISO/IEC 99001:2010',
    fullTitle: 'House keeping — Requirements',
    type: 'management-system',
    status: 'withdrawn',
    names: ['ISO/IEC 99001', 'ISO 99001'],
    published: '2010-01-01',
  },
  [
    ['5', 'clause', 'Leadership'],
    ['5.2', 'clause', 'House rules', { parent: '5' }],
    ['A.9', 'theme', 'Doors and windows'],
    ['A.9.1', 'objective', 'Closing', { parent: 'A.9' }],
    ['A.9.1.1', 'control', 'Door locks', { parent: 'A.9.1' }],
    ['A.9.1.2', 'control', 'Window locks', { parent: 'A.9.1' }],
    ['A.12.6.1', 'control', 'Guests', { parent: 'A.9.1' }],
    ['A.15.1.1', 'control', 'Chimney sweeping', { parent: 'A.9.1' }],
    ['A.18.2.3', 'control', 'Fences and gates', { parent: 'A.9.1' }],
  ],
);

const robots = standard(
  {
    key: 'iso99042-2023',
    standard: '99042',
    edition: '2023',
    name: 'ISO/IEC 99042:2023',
    fullTitle: 'Robots in the house — Requirements',
    type: 'management-system',
    status: 'current',
    names: ['ISO/IEC 99042', 'ISO 99042'],
    published: '2023-01-01',
  },
  [
    ['5', 'clause', 'Leadership'],
    ['5.2', 'clause', 'Robot policy', { parent: '5' }],
    ['8', 'clause', 'Operation'],
    ['8.4', 'clause', 'Robot impact assessment', { parent: '8' }],
    ['A.5', 'theme', 'Robots indoors'],
    ['A.5.1', 'objective', 'Objective: Robots indoors', { parent: 'A.5' }],
    ['A.5.2', 'control', 'Robot register', { parent: 'A.5' }],
    ['A.5.3', 'control', 'Naming robots', { parent: 'A.5' }],
    ['A.7', 'theme', 'Robots outdoors'],
    ['A.7.2', 'control', 'Feeding robots', { parent: 'A.7' }],
    ['A.7.3', 'control', 'Resting robots', { parent: 'A.7' }],
    ['B.5.2', 'guidance', 'Robot register', { explains: 'A.5.2' }],
    ['B.7.2', 'guidance', 'Feeding robots', { explains: 'A.7.2' }],
  ],
);

const guests = standard(
  {
    key: 'iso99701-2025',
    standard: '99701',
    edition: '2025',
    name: 'ISO/IEC 99701:2025',
    fullTitle: "Guests' data — Requirements",
    type: 'management-system',
    status: 'current',
    names: ['ISO/IEC 99701', 'ISO 99701'],
    published: '2025-01-01',
  },
  [
    ['5', 'clause', 'Leadership'],
    ['A.1', 'theme', 'For hosts'],
    ['A.1.2.2', 'control', 'Guest book', { parent: 'A.1', role: 'controller' }],
    ['A.2', 'theme', 'For caterers'],
    ['A.2.2.2', 'control', 'Allergy list', { parent: 'A.2', role: 'processor' }],
    ['A.3', 'theme', 'For both'],
    ['A.3.3', 'control', 'Locked cupboard', { parent: 'A.3', role: 'both' }],
  ],
);

const houseAct = standard(
  {
    key: 'house-act',
    standard: 'house-act',
    edition: '',
    name: 'House Act',
    fullTitle: 'Act on Houses',
    type: 'law',
    status: 'current',
    names: ['House Act'],
  },
  [
    ['5', 'article', 'Quiet hours'],
    ['6', 'article', 'Locked doors'],
  ],
);

function row(
  from: string,
  to: string,
  relation: Mapping['relation'],
  confidence: Mapping['confidence'] = 'high',
): Mapping {
  return {
    from,
    to,
    relation,
    confidence,
    source: confidence === 'low' ? 'written here, no official source' : 'Table 1',
  };
}

const mappings: readonly Mapping[] = [
  row('iso99001-2010:5.2', 'iso99001-2020:5.2', 'equal'),
  row('iso99001-2010:A.9.1.1', 'iso99001-2020:A.5.2', 'subset'),
  row('iso99001-2010:A.9.1.2', 'iso99001-2020:A.5.2', 'subset'),
  row('iso99001-2010:A.12.6.1', 'iso99001-2020:A.5.3', 'equal'),
  row('iso99001-2010:A.18.2.3', 'iso99001-2020:A.5.2', 'intersects'),
  row('iso99001-2010:A.18.2.3', 'iso99001-2020:A.6.1', 'intersects'),
  row('iso99001-2020:A.5.2', 'iso99042-2023:A.5.2', 'intersects'),
  row('iso99001-2020:A.5.2', 'iso99701-2025:A.3.3', 'superset', 'medium'),
  row('iso99001-2020:A.5.2', 'house-act:6', 'related'),
  row('iso99001-2020:A.5.2', 'house-act:5', 'related', 'low'),
];

/** The data of the invented family, for tests that add to it. */
export const miniData: CatalogData = {
  standards: [house2020, robots, guests, house2010, houseAct],
  mappings,
};

export const miniCatalog: Catalog = createCatalog(miniData);

const builtCatalog = new URL('../../dist/catalog.json', import.meta.url);
let real: Catalog | null = null;

/** The catalog of the product, or null before `npm run build` has made it. */
export function realCatalog(): Catalog | null {
  if (!real && existsSync(builtCatalog)) {
    real = createCatalog(decodeCatalog(JSON.parse(readFileSync(builtCatalog, 'utf8'))));
  }
  return real;
}
