/**
 * Is a text about security, privacy, AI or their controls at all? A folder's standard explains ids like `A.5.15` only in
 * such a text: in the manual of a machine they are part numbers.
 */
import type { DraftReference } from './draft.js';

/**
 * Beginnings and parts of words, in the seven languages we read, one of which stands in anything written for such a system.
 * Long and common on purpose: a text without a single one of them is about something else.
 */
const subjectWords = new RegExp(
  [
    'informati[oeôa]n|informaci|informaç|informazion|informatie',
    's[eé]cur|seguran|seguridad|sicherheit|beveilig|sicurezza|cyber',
    'priva|datenschutz|confiden|vertraul|personal data|personenbezogen',
    'audit|complian|polic(?:y|ies)|richtlinie|leitlinie|politi|pol[ií]tica|beleid',
    'risk|risi[ck]|riesgo|risco|rischi|threat|bedroh|menace|amenaz|ameaç|minacci|dreiging|incident|incidente|vorf[aä]ll',
    'controls?\\b|kontroll|contr[oô]l[eoil]|maßnahme|massnahme|maatregel|mesure|medida|misur[ae]\\b',
    'password|passwort|wachtwoord|mot de passe|contraseña|senha|backup|malware|encrypt|verschlüssel|chiffr|access\\b|zugriff|zugang|toegang|acc[eè]s\\b|acceso|acesso|accesso',
    '\\b(?:isms|pims|aims|sgsi|smsi|dsms|soa|iso|iec|ai|ki|ia|dpia|mfa)\\b',
  ].join('|'),
  'iu',
);

/** In words: a text that has only just been begun, or a mere list of ids, tells nothing of its subject. */
const enoughToTell = 30;

/**
 * Whether a text has any word of the subject, is too short to tell, or cites as authors of policies do: "wear a badge (A.7.2)".
 * Linear, and done at the first such word.
 */
export function isOnSubject(text: string, drafts: readonly DraftReference[]): boolean {
  return subjectWords.test(text) || drafts.some((draft) => opensBrackets(draft, text)) || !hasWords(text, enoughToTell);
}

function opensBrackets({ form, members, span }: DraftReference, text: string): boolean {
  return form === 'annex' && members[0]!.parts.length > 1 && text[span.start - 1] === '(';
}

function hasWords(text: string, times: number): boolean {
  let found = 0;
  for (const _ of text.matchAll(/\p{L}{3,}/gu)) if (++found === times) return true;
  return false;
}
