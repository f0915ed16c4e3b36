/** Whether words state a fact about one edition: a certificate, a supplier, an audit that took place. */

/**
 * `certificate` and `audit`: the fact and the numbers in its sentence belong together. `supplier`: the sentence says by which edition
 * somebody else works.
 */
export type Statement = 'certificate' | 'audit' | 'supplier';

/** "certified", "Zertifikat", "gecertificeerd"; plans and rules for certificates state nothing else either. */
const certificateWords = /[cz]ertifi[ckz]|certifi[éeo]/iu;

const auditWords =
  /audit(?!\s*(?:logs?|logging|trails?|records?)(?!\p{L}))|assessment|(?<!über)prüfung|findings?(?!\p{L})|feststellung|abweichung|non-?conformit|begutachtung|constats?(?!\p{L})|écarts?(?!\p{L})|hallazgo|bevinding/iu;
/** What says that an audit took place: a year that is none of a standard, or what came out of it. */
const tookPlace =
  /(?<![\d:])(?:19|20)\d\d(?!\d)|(?<!\p{L})(?:found (?:an?|no|one|two|three|several|that|\d+)|showed|took place|resulted|ergab(?:en)?|fand(?:en)?|stellten?|zeigten?|a révélé|a constaté|reveló|encontró|revelou)(?!\p{L})/iu;
const planWords =
  /plan|program|schedule|(?<!\p{L})(?:will|shall|must|should|next|soll(?:en)?|muss|müssen|nächst\p{L}*)(?!\p{L})/iu;

const supplierWords =
  /(?<!\p{L})(?:suppliers?|vendors?|(?:sub)?processors?|providers?|subcontractors?|data centres?|data centers?|(?:\p{L}+)?(?:lieferant|dienstleister|auftragnehmer|rechenzentr|anbieter)\p{L}*|fournisseurs?|prestataires?|proveedor(?:es)?|fornecedor(?:es)?|fornitor[ei]|leveranciers?)(?!\p{L})/iu;

/**
 * @param words of a sentence, or of what labels it (a key, the first cell of the row), without the names of standards
 * @param isCited whether a number stands right beside the name: "Keys and certificates follow ISO/IEC 27001:2013 A.10.1.2"
 * @returns null where they state no such fact
 */
export function statementIn(words: string, isCited: boolean): Statement | null {
  if (auditWords.test(words) && tookPlace.test(words) && !planWords.test(words)) return 'audit';
  if (certificateWords.test(words) && !isCited) return 'certificate';
  return supplierWords.test(words) ? 'supplier' : null;
}
