/**
 * The words by which people cite, in the seven languages we read: English, German, French, Spanish, Portuguese, Dutch and
 * Italian. This is language, not catalog: which ids exist and what they are called comes from the catalog alone.
 */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Annex A, Anhang A, Annexe A, Anexo A, Bijlage A, Allegato A. */
export const annexWords = words('annex anhang annexe anexo bijlage allegato annexes');
/** Words for a document's own appendix: what follows is never a control. */
export const appendixWords = words(
  'appendix appendices anlage apéndice apêndice attachment schedule exhibit figure fig',
);
/** Clause words that by themselves mean a clause of a standard. */
export const clauseWords = words(
  'clause clauses cl klausel klauseln cláusula cláusulas clausula clausulas clausule clausules clausola clausole normkapitel',
);
/** Words that mean a part of anything: a clause only where a standard stands right beside them. */
export const sectionWords = words(
  'section sections sect sec chapter chapters abschnitt abschnitte kapitel kap ziffer apartado sección secciones seção seções chapitre chapitres hoofdstuk paragraaf paragraph paragraphs capítulo capitolo sezione requirement requirements anforderung anforderungen subclause subclauses sub-clause para article punto paragrafo requisito',
);
/** Of these, the words that hardly mean a part of the document itself once it names a standard up front. */
export const clauseLikeWords = words('kapitel kap chapitre chapitres hoofdstuk capítulo capitolo apartado');
/** Words that mean an Annex A control. */
export const controlWords = words(
  'control controls ctrl maßnahme maßnahmen massnahme massnahmen kontrolle kontrollen contrôle contrôles controle controles beheersmaatregel beheersmaatregelen controllo controlli mesure mesures medida medidas misura misure',
);
export const rangeWords = words('to through thru until bis à a au al hasta até tot tm');
/** Small words inside a range word: "tot en met", "jusqu'à". */
export const rangeFillers = words('en met einschließlich and including inclusive ao le la el l');
/** Endings that make an id an adjective: "A.8.28-compliant". */
export const compoundWords = words(
  'compliant conforme konform konforme related based aligned type style relevant specific bezogen',
);
/** Texts of contract: "MSA, clause 8.2" cites the contract. */
export const contractWords = words(
  'agreement contract vertrag vereinbarung dpa msa sla nda addendum contrat contrato contratto overeenkomst lease mou',
);
export const andWords = words('and und et y e en ed or oder ou o of plus sowie');
/** Labels whose number is no id: "SoA version: 5.2". */
export const versionWords = words(
  'version versions rev revision release ver v stand date datum score rating maturity level cvss budget total page pages seite versão versión versione versie',
);
/** "of the standard": the one that the document is about. */
export const standardWords = words('standard norm norme norma');
/** "the 2013 edition": words that make a year an edition. */
export const editionWords = words(
  'edition editions version ausgabe fassung édition edición edição edizione editie uitgave numbering text',
);
/** Units and nouns that show that a number is a quantity, not an id. */
export const unitWords = words(
  'days day hours hour minutes minute seconds months month years year weeks week percent gb mb kb tb million billion users people employees staff tage stunden jahre monate wochen prozent eur usd gbp euro euros dollars km m cm kg ms',
);
/** "clause 4.2 of this policy": the document speaks of itself. */
export const ownDocumentWords = words(
  'draft schedule offer agreement contract vertrag vereinbarung policy richtlinie document dokument procedure handbook handbuch dpa msa terms addendum contrat contrato contratto contracto',
);
/** "of", "in", "from" and their kin, between a reference and the standard that it belongs to. */
export const ofWords = words(
  'of in from under per der des die den dem nach gemäß aus von de du del della dell la le les el lo dello dell l d all nell da do dos das van uit the by within to with',
);
/** Words that say that an older numbering is cited on purpose. */
export const crosswalkWords = words(
  'formerly previously former previous old replaces replaced supersedes superseded ehemals früher alt vorher anciennement antes mapped mapping crosswalk was maps merged correspondence transition equivalent equivalents äquivalent entspricht legacy entspricht équivalent equivalente umstellung passaggio migrated',
);

/** Of these, the words of a label that says "what it was called". */
export const formerWords = words(
  'formerly previously former previous old replaces replaced supersedes superseded ehemals früher alt vorher anciennement antes equivalent equivalents äquivalent équivalent equivalente legacy',
);

/** Headings of a revision history: what stands below them was true once. */
export const historyWords = words(
  'changelog history historie änderungshistorie versionshistorie revisionshistorie historique historial histórico storico cronologia wijzigingshistorie versiehistorie',
);

export interface ForeignFramework {
  /** Lower-case words or numbers, in order. */
  readonly words: readonly string[];
  /** Whether ids like A.5.15 or clauses 8.5 may be meant to be of this framework. */
  readonly looksLikeIso: boolean;
  readonly name: string;
}

function foreign(phrase: string, name = phrase, looksLikeIso = false): ForeignFramework {
  return { words: phrase.split(' '), looksLikeIso, name };
}

/** Frameworks that are not in the catalog of standards but are cited beside it; they end the reach of a standard's name. */
export const foreignFrameworks: readonly ForeignFramework[] = [
  foreign('nen 7510', '7510', true),
  foreign('nen 7512', '7512', true),
  foreign('nen 7513', '7513', true),
  foreign('iec 62443', '62443', true),
  foreign('isa 62443', '62443', true),
  foreign('vda isa', 'VDA ISA'),
  foreign('tisax'),
  foreign('nist'),
  foreign('csf'),
  foreign('fips'),
  foreign('soc 2'),
  foreign('soc2'),
  foreign('soc 1'),
  foreign('tsc'),
  foreign('aicpa'),
  foreign('pci dss', 'PCI DSS'),
  foreign('pci'),
  foreign('hipaa'),
  foreign('hitrust'),
  foreign('gdpr'),
  foreign('dsgvo', 'gdpr'),
  foreign('rgpd', 'gdpr'),
  foreign('bdsg'),
  foreign('ccpa'),
  foreign('cpra'),
  foreign('lgpd'),
  foreign('nis2'),
  foreign('nis 2', 'nis2'),
  foreign('dora'),
  foreign('bsi'),
  foreign('grundschutz'),
  foreign('cis'),
  foreign('cisv8', 'cis'),
  foreign('cobit'),
  foreign('ccm'),
  foreign('csa'),
  foreign('owasp'),
  foreign('asvs'),
  foreign('fedramp'),
  foreign('cmmc'),
  foreign('itil'),
  foreign('coso'),
  foreign('isms p', 'ISMS-P'),
  foreign('cyber essentials'),
  foreign('essential eight'),
  foreign('ai act', 'ai-act'),
  foreign('swift'),
  foreign('mitre'),
  foreign('att ck', 'ATT&CK'),
  foreign('cra'),
  foreign('glba'),
  foreign('ferpa'),
  foreign('sox'),
];

/** Words of publishers that may stand before ISO/IEC: EN ISO/IEC 27001, ABNT NBR ISO/IEC 27001. */
export const publisherWords = words(
  'en bs din nen abnt nbr une nf uni sn önorm onorm jis as nzs gb ilnas pn sfs ss ns ds csn',
);
export const isoWords = words('iso');
export const iecWords = words('iec cei');
export const amendmentWords = words('amd amendment amdt');
