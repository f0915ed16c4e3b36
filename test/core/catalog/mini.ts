/** A small invented catalog, written in the format of the catalog files. */
import { createCatalog } from '../../../server/src/core/catalog/catalog.js';
import { compileCatalog } from '../../../server/src/core/catalog/compile.js';
import { readCatalogFile } from '../../../server/src/core/catalog/read-file.js';
import type { Catalog, CatalogAddition, CatalogData } from '../../../server/src/core/catalog/types.js';

const oldEdition = `
key: tea-2010
standard: tea
edition: "2010"
name: TEA 1:2010
type: management-system
status: withdrawn
published: "2010"
soaItem: 4.1 d
entries:
  - { id: "4", kind: clause, title: "Kettle" }
  - { id: "4.1", kind: clause, title: "Water", parent: "4" }
  - { id: "4.1 d", kind: item, title: "Statement", parent: "4.1" }
  - { id: "A.9", kind: control, title: "Pot", movedTo: ["A.1"] }
  - { id: "A.10", kind: control, title: "Pot and cup", movedTo: ["A.1", "A.2"] }
  - { id: "A.11", kind: control, title: "Doily", movedTo: [] }
`;

const newEdition = `
key: tea-2020
standard: tea
edition: "2020"
name: TEA 1:2020
type: management-system
status: current
published: "2020-05"
supersedes: tea-2010
names: [TEA 1]
companions:
  - { number: "2", edition: "2020", names: [TEA 2], idPrefix: "A." }
entries:
  - { id: "4", kind: clause, title: "Kettle" }
  - { id: "4.10", kind: clause, title: "Milk", parent: "4" }
  - { id: "A", kind: theme, title: "All" }
  - { id: "A.1", kind: control, title: "Pot", parent: "A", aliases: ["Teapot"] }
  - { id: "A.2", kind: control, title: "Cup", parent: "A", isNew: true, role: both }
  - { id: "B.1", kind: guidance, title: "Pot", explains: "A.1" }
`;

const law = `
key: tea-act
standard: tea-act
edition: ""
name: Tea Act
type: law
status: current
completeParagraphs: ["2(1)"]
lastPoints: { "1(2)": "d" }
entries:
  - { id: "Chapter I", kind: chapter, title: "General" }
  - { id: "1", kind: article, title: "Scope", parent: "Chapter I" }
  - { id: "2", kind: article, title: "Duties", parent: "Chapter I", note: "Hot." }
  - { id: "2(1)(a)", kind: item, title: "warm the pot", parent: "2" }
  - { id: "2(1a)", kind: item, title: "Duties", parent: "2", deleted: true }
  - { id: "Annex IV", kind: annex, title: "Forms" }
`;

const moves = `
key: moves
sources: { table: "Table of the tea board" }
rows:
  - { from: "tea-2010:A.10", to: "tea-2020:A.2", relation: intersects, confidence: high, source: table }
  - { from: "tea-2010:A.10", to: "tea-2020:A.1", relation: subset, confidence: high, source: table }
  - { from: "tea-2010:A.9", to: "tea-2020:A.1", relation: equal, confidence: high, source: table }
`;

const toLaw = `
key: to-law
sources: { board: "The board", page: "A page" }
rows:
  - { from: "tea-2020:A.1", to: "tea-act:2.1.a", relation: related, confidence: low, source: board, note: "maybe" }
  - { from: "tea-2020:A.1", to: "tea-act:1.3", relation: subset, confidence: medium, source: board }
  - { from: "tea-2020:A.2", to: "tea-act:*", relation: related, confidence: high, source: board }
`;

const again = `
key: again
sources: { page: "A page" }
rows:
  - { from: "tea-2020:A.1", to: "tea-act:2.1.a", relation: related, confidence: high, source: page }
  - { from: "tea-act:1.3", to: "tea-2020:A.1", relation: superset, confidence: low, source: page }
  - { from: "tea-2020:A.1", to: "tea-act:1.3", relation: related, confidence: low, source: page }
`;

const intents = `
key: tea-2020
intents:
  A.1: "Keeps tea warm."
`;

/** The data of the invented catalog; problems of the files would be in it. */
export function miniData(): CatalogData {
  const files = [oldEdition, newEdition, law, moves, toLaw, again, intents].map((text) => readCatalogFile(text));
  const data = compileCatalog(files.flatMap((file) => file.data ?? []));
  return { ...data, problems: [...files.flatMap((file) => file.problems), ...(data.problems ?? [])] };
}

export function miniCatalog(additions: readonly CatalogAddition[] = []): Catalog {
  return createCatalog(miniData(), additions);
}
