/** The vocabulary of the catalog. The data itself is in catalog/*.yaml; nothing here names an id or a title. */

/** What an entry of a standard, law or framework is. Only `control` (Annex A) and `clause`, `item` can be satisfied by a document. */
export type EntryKind =
  | 'clause' // 4–10 and below
  | 'item' // a lettered item of a clause, such as 6.1.3 d
  | 'control'
  | 'theme' // groups of controls: themes, areas, domains, tables, groups
  | 'objective'
  | 'guidance' // Annex B texts that mirror a control
  | 'general' // numbered general text of an annex that is neither objective nor control
  | 'article'
  | 'annex'
  | 'chapter'
  | 'function'
  | 'category'
  | 'subcategory';

export type StandardType = 'management-system' | 'law' | 'framework';
export type Confidence = 'high' | 'medium' | 'low';
export type Relation = 'equal' | 'subset' | 'superset' | 'intersects' | 'related';
/** Roles of ISO/IEC 27701: who a control is for. */
export type PrivacyRole = 'controller' | 'processor' | 'both';

export interface CatalogEntry {
  /** Unique over the catalog: `<standard key>:<id>`, with a dot before a letter: `iso27001-2022:6.1.3.d`. */
  readonly key: string;
  readonly standardKey: string;
  /** As people write it: `A.5.15`, `6.1.3 d`, `Article 32`'s `32`, `GV.OC-01`. */
  readonly id: string;
  readonly kind: EntryKind;
  readonly title: string;
  /** Id of the group or clause above it, in the same standard. */
  readonly parent?: string;
  /** Other official or common forms of the title. */
  readonly aliases?: readonly string[];
  /** One sentence of our own on what it is for. */
  readonly intent?: string;
  readonly role?: PrivacyRole;
  /** New in this edition. */
  readonly isNew?: boolean;
  /** For guidance: the id of the control it explains. */
  readonly explains?: string;
  /** A remark worth showing (inserted by an amendment, deleted, title not verified, …). */
  readonly note?: string;
  /** No longer in force: a point of a law that an amendment deleted. */
  readonly deleted?: boolean;
  /** Of an entry of a replaced edition: known to have no successor in the next one. */
  readonly withdrawn?: boolean;
  /** Key of the entry of another standard whose numbering it follows (27701:2019 clause 6 and 27002:2013). */
  readonly mirrors?: string;
}

/** A publication with the same text under another name or year: EN ISO/IEC 27001:2023 is ISO/IEC 27001:2022. */
export interface AlsoPublishedAs {
  /** `EN ISO/IEC 27001` */
  readonly name: string;
  readonly year: string;
  readonly note?: string;
}

/** Another standard whose numbers are used for the controls of this one: 27002:2022 `5.15` is `A.5.15` here. */
export interface Companion {
  readonly number: string;
  readonly edition: string;
  readonly names: readonly string[];
  /** What to put before a number of the companion to get an id of this standard. */
  readonly idPrefix: string;
  readonly note?: string;
}

/** An id of a draft or old numbering that is still quoted, and what it is called now. */
export interface FormerId {
  readonly id: string;
  readonly now: string;
  readonly note?: string;
  /** What it is about, in the words of the official texts in other languages: told from the number by them. */
  readonly subjects?: readonly string[];
}

export interface Standard {
  /** `iso27001-2022` */
  readonly key: string;
  /** The short name used in tags: `27001`, `gdpr`. */
  readonly standard: string;
  /** `2022`; for laws and frameworks the version by which people tell them apart, or an empty string. */
  readonly edition: string;
  /** `ISO/IEC 27001:2022` */
  readonly name: string;
  readonly fullTitle: string;
  readonly type: StandardType;
  readonly status: 'current' | 'withdrawn';
  /** Key of the edition that this one replaces. */
  readonly supersedes?: string;
  /** The clause item that requires the Statement of Applicability: `6.1.3 d`. */
  readonly soaItem?: string;
  /** Ids that circulate for this standard but were never in it. */
  readonly inventedIds?: readonly string[];
  /** How texts call it, without edition: `ISO/IEC 27001`, `ISO27001`. */
  readonly names?: readonly string[];
  /** Names of the management system that it is for: short ones in capitals (`ISMS`), and full ones. */
  readonly systemNames?: readonly string[];
  /** What it is about, as sections of integrated manuals are headed: `information security`, `AI`. */
  readonly subjects?: readonly string[];
  readonly alsoPublishedAs?: readonly AlsoPublishedAs[];
  readonly companions?: readonly Companion[];
  readonly formerIds?: readonly FormerId[];
  /** `2022-10-25`, as exact as known; orders the editions of one short name. */
  readonly published?: string;
  /** Highest letter of the lettered items of a clause, from general knowledge: for hints only, never for an error. */
  readonly letteredRangesUnverified?: Readonly<Record<string, string>>;
  /** Paragraphs of a law whose points are all listed as entries: any other point of them does not exist. */
  readonly completeParagraphs?: readonly string[];
  /** Letter of the last point of paragraphs of a law whose points are no entries: `f` for `6(1)`. */
  readonly lastPoints?: Readonly<Record<string, string>>;
  /** From a file of the organisation, not from our catalog. */
  readonly isAddition?: boolean;
  readonly entries: readonly CatalogEntry[];
}

export interface Mapping {
  /** Entry keys; a target `<standard key>:*` means the whole instrument. */
  readonly from: string;
  readonly to: string;
  /** Read from `from` to `to`: `subset` says that `from` is contained in `to`. */
  readonly relation: Relation;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string;
  /** The steps between, where the row was made through another text: `2024/2690 annex 6.2`. */
  readonly via?: string;
}

/** A mapping seen from one of its ends: `relation` reads from the entry asked about to `target`. */
export interface MappingView {
  readonly target: string;
  readonly relation: Relation;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string;
  readonly via?: string;
  /** True where the row was written the other way round and its relation has been turned. */
  readonly inverse: boolean;
}

/** The raw content of a built catalog (see scripts/build-catalog.mjs): what `createCatalog` takes. */
export interface CatalogData {
  readonly standards: readonly Standard[];
  readonly mappings: readonly Mapping[];
  /** What an integrated management system can share per clause, and what stays specific; in our own words. */
  readonly clauseMatrix?: readonly ClauseMatrixRow[];
  /** What could not be read, in plain words. */
  readonly problems?: readonly CatalogProblem[];
}

export interface ClauseMatrixRow {
  readonly clause: string;
  readonly shared: string;
  readonly differs: string;
}

/** Something wrong with a catalog file, in plain words; `file` and `line` (from 1) where they are known. */
export interface CatalogProblem {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

/** Licensed text of an entry, from a file of the organisation. Never part of our catalog. */
export interface EntryText {
  readonly text: string;
  /** Whose copy it is, as the file says. */
  readonly source?: string;
}

/** The content of files of an organisation: their own standards, mappings, intents, and licensed texts. */
export interface CatalogAddition {
  /** Where it came from; named in problems. */
  readonly file?: string;
  readonly standards?: readonly Standard[];
  readonly mappings?: readonly Mapping[];
  /** By entry key. */
  readonly intents?: Readonly<Record<string, string>>;
  /** By entry key. */
  readonly texts?: Readonly<Record<string, EntryText>>;
}

/** Read access to standards, entries and mappings. Immutable; made by `createCatalog` in catalog.ts. */
export interface Catalog {
  readonly standards: readonly Standard[];
  /** What could not be read or merged, in plain words. */
  readonly problems: readonly CatalogProblem[];
  /** By key (`iso27001-2022`). */
  standard(key: string): Standard | undefined;
  /** By short name and edition (`27001`, `2022`); without an edition the current one. */
  edition(standard: string, edition?: string | null): Standard | undefined;
  /** All editions of a short name, current first. */
  editions(standard: string): readonly Standard[];
  /** By entry key. */
  entry(key: string): CatalogEntry | undefined;
  /** By standard key and id (`6.1.3 d`, `A.5.15`); exact, after normalisation of spacing before a letter. */
  find(standardKey: string, id: string): CatalogEntry | undefined;
  /** Controls of a standard in their order. */
  controls(standardKey: string): readonly CatalogEntry[];
  /** Entries directly below a group or clause. */
  children(standardKey: string, id: string): readonly CatalogEntry[];
  /** Mappings of an entry in both directions, strongest relation and confidence first. */
  mappings(entryKey: string): readonly MappingView[];
  /** Entries of the edition that replaces this one (empty: withdrawn without a successor). */
  successors(entryKey: string): readonly CatalogEntry[];
  /** Entries of the edition before that became this one. */
  predecessors(entryKey: string): readonly CatalogEntry[];
  /** Licensed text of an entry, where a file of the organisation has it. */
  text(entryKey: string): EntryText | undefined;
  /** What clause 4–10 of an integrated system can share and what differs; undefined for other ids. */
  clauseMatrix(clause: string): ClauseMatrixRow | undefined;
}
