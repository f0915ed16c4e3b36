/** A tag on something that is not a control: an objective, a group of controls, guidance or general text. */

import type { CatalogEntry } from '../catalog/types.js';
import type { PolicyDocument, Reference } from '../document.js';
import { t } from '../l10n.js';
import { clauseWords, controlWords } from '../references/text/lexicon.js';
import type { Snapshot } from '../snapshot.js';
import type { Decision } from '../soa/types.js';
import { controlsBelow, lookUp } from './support/lookup.js';
import { fixesOfToday } from './support/moveOn.js';
import { ownMark, type Passage, passageOf } from './support/passage.js';
import { replaceWithEntry, replaceWithSeveral } from './support/replace.js';
import { restyle } from './support/restyle.js';
import { lineSpanAt } from './support/source.js';
import { isSuperseded } from './support/superseded.js';
import { asMeant, usageOf } from './support/usage.js';
import { aKind, countOfControls, joinSome, quoted, shortNameOf, withTitle } from './support/wording.js';
import type { Fix, Report, Rule } from './types.js';

/** Offering to tag every control of a group makes sense while the writer can still check each of them. */
const mostControlsToOffer = 10;

export const notAControl: Rule = {
  code: 'not-a-control',
  defaultSeverity: 'warning',
  title: 'A tag on an objective, a group, guidance or general text instead of a control',
  checkDocument(document, snapshot, report) {
    for (const reference of document.references) {
      for (const { entry, state } of lookUp(reference, snapshot.catalog)) {
        if (!entry || state !== 'known' || !isAnnexText(entry)) continue;
        if (reference.isTag) report(reportTag(entry, reference, document, snapshot));
        else if (entry.kind === 'guidance') {
          if (!isCalledGuidance(entry, reference, document, snapshot))
            report(reportGuidance(entry, reference, document, snapshot));
        } else if (isCalledControl(entry, reference, document, snapshot)) {
          // "There is no control A.1.2.1" calls it none.
          const usage = usageOf(reference, document, snapshot.textOf(document.path));
          const found = asMeant(reportCalled(entry, reference, snapshot), usage);
          if (found) report(found);
        }
      }
    }
  },
  checkSystem(system, snapshot, report) {
    for (const decision of system.decisions) {
      const entry = decision.entryKey ? snapshot.catalog.entry(decision.entryKey) : undefined;
      if (entry && isAnnexText(entry)) report(reportDecision(entry, decision, system.path, snapshot));
    }
  },
};

function isAnnexText(entry: CatalogEntry): boolean {
  return ['objective', 'theme', 'guidance', 'general'].includes(entry.kind);
}

function reportTag(entry: CatalogEntry, reference: Reference, document: PolicyDocument, snapshot: Snapshot): Report {
  return {
    span: reference.span,
    message: `${t(
      '{0} {1} of {2} is {3}, not a control, so this tag covers nothing.',
      entry.id,
      quoted(titleOf(entry)),
      shortNameOf(entry, snapshot.catalog),
      aKind(entry.kind),
    )} ${adviceFor(entry, snapshot)}`,
    fixes: reference.ids.length === 1 ? fixesFor(entry, reference, document, snapshot) : [],
  };
}

/** The catalog says of objectives that they are; the message does so itself. */
function titleOf(entry: CatalogEntry): string {
  return entry.title.replace(/^Objective: /, '');
}

function adviceFor(entry: CatalogEntry, snapshot: Snapshot): string {
  const control = explainedControl(entry, snapshot);
  if (control) return t('The control that it explains is {0}.', withTitle(control));
  const controls = controlsOfGroup(entry, snapshot);
  if (controls.length === 0) return t('Tag the control that the text is about.');
  return t('Its controls are {0}: tag those that the text is about.', joinSome(controls.map(withTitle), 4));
}

function explainedControl(entry: CatalogEntry, snapshot: Snapshot): CatalogEntry | undefined {
  return entry.explains ? snapshot.catalog.find(entry.standardKey, entry.explains) : undefined;
}

/** The controls below a group; for an objective those of the group that it stands over. */
function controlsOfGroup(entry: CatalogEntry, snapshot: Snapshot): CatalogEntry[] {
  const { catalog } = snapshot;
  const below = controlsBelow(entry, catalog);
  if (below.length > 0 || entry.kind !== 'objective' || !entry.parent) return below;
  const group = catalog.find(entry.standardKey, entry.parent);
  return group ? controlsBelow(group, catalog) : [];
}

function fixesFor(entry: CatalogEntry, reference: Reference, document: PolicyDocument, snapshot: Snapshot): Fix[] {
  const control = explainedControl(entry, snapshot);
  if (control) return [replaceWithEntry(document, reference, control, { isPreferred: true })];
  const controls = controlsOfGroup(entry, snapshot);
  if (controls.length === 0 || controls.length > mostControlsToOffer) return [];
  if (isSuperseded(reference, document, snapshot)) return fixesOfToday(controls, reference, document, snapshot);
  const fixes = controls.slice(0, 3).map((one) => replaceWithEntry(document, reference, one));
  if (controls.length === 1) return fixes;
  const ids = controls.map((one) => one.id);
  const title = t('Replace with its {0}: {1}', countOfControls(controls.length), joinSome(ids, 4));
  return [replaceWithSeveral(document, reference, ids, snapshot.textOf(document.path), { title }), ...fixes];
}

function reportGuidance(
  entry: CatalogEntry,
  reference: Reference,
  document: PolicyDocument,
  snapshot: Snapshot,
): Report {
  const control = explainedControl(entry, snapshot);
  const standard = shortNameOf(entry, snapshot.catalog);
  return {
    span: reference.span,
    message: `${
      control
        ? t('{0} of {1} is the guidance for {2}, not a control.', entry.id, standard, withTitle(control))
        : t('{0} of {1} is the guidance, not a control.', entry.id, standard)
    } ${t('Where the control itself is meant, cite it; only controls appear in the Statement of Applicability.')}`,
    severity: 'information',
    fixes: control && reference.ids.length === 1 ? [replaceWithEntry(document, reference, control)] : [],
  };
}

const guidanceWords =
  /\b(?:guidances?|guidelines?|implementation|annex b|leitlinien?|leitfaden|anleitung(?:en)?|umsetzungshinweise?|hinweise?n?|anhang b|recommandations?|lignes directrices|conseils|annexe b|orientaci[óo]n(?:es)?|gu[íi]as?|anexo b|orienta[çc](?:ão|ões)|leidraad|richtlijn(?:en)?|bijlage b|guida|linee guida|indicazioni|allegato b|vägledning(?:en)?|vejledning(?:en)?|veiledning(?:en)?|wytyczne|bilaga b|bilag b|vedlegg b)(?![\p{L}])|手引|指南|지침/iu;

/**
 * "Guidance in B.5.4", "ISO/IEC 27701:2019 clause 7.2.8", the control that it explains on the same line, or "2019:
 * 7.3.2" beside the number of today: who says so means the guidance.
 */
function isCalledGuidance(
  entry: CatalogEntry,
  { span, isCrosswalk }: Reference,
  document: PolicyDocument,
  snapshot: Snapshot,
): boolean {
  const line = lineSpanAt(document, span.start);
  const words = snapshot.textOf(document.path)?.slice(line.start, line.end) ?? '';
  const namesControl = document.references.some(
    (other) => other.span.start >= line.start && other.span.end <= line.end && other.ids.includes(entry.explains ?? ''),
  );
  return (
    namesControl || isCrosswalk || guidanceWords.test(words) || callsClauses(words.slice(0, span.end - line.start))
  );
}

/** "clause 7.2.8 (controller) and 8.2.6": whether the last words up to a number call it a clause. */
function callsClauses(words: string): boolean {
  return words
    .slice(-longestLead)
    .split(/[^\p{L}-]+/u)
    .some((word) => clauseWords.has(word.toLowerCase()));
}

/** In characters. */
const longestLead = 50;

/** In characters: the word right before an id. */
const longestWord = 30;

/**
 * "control A.7.1" where A.7.1 is an objective, and its row in a list of controls that says that it applies; so the row of a group.
 * Of groups people say "control" and mean theirs; an objective listed as such is none that is claimed.
 */
function isCalledControl(
  entry: CatalogEntry,
  reference: Reference,
  document: PolicyDocument,
  snapshot: Snapshot,
): boolean {
  // "control 12.6" may be a control of somebody's own; of old editions superseded-edition speaks.
  const isGroup = entry.kind === 'theme';
  const isText = entry.kind === 'objective' || entry.kind === 'general' || isGroup;
  if (!isText || snapshot.catalog.standard(entry.standardKey)?.status !== 'current') return false;
  const text = snapshot.textOf(document.path);
  if (text === null) return false;
  const { span } = reference;
  const before = text.slice(Math.max(0, span.start - longestWord), span.start);
  const word = /(\p{L}+)[ \t\u00A0]$/u.exec(before)?.[1];
  if (!isGroup && word !== undefined && controlWords.has(word.toLowerCase())) return true;
  return reference.where === 'table' && isClaimedInRow(passageOf(reference, document, text));
}

/** `| Control | Applicable |`, with a yes or a tick in the row and no word that it is an objective. */
function isClaimedInRow(passage: Passage | null): boolean {
  if (!passage || passage.block.trim() !== ownMark || passage.row.some((cell) => objectiveWords.test(cell)))
    return false;
  const isColumn = passage.header.split(/\P{L}+/u).some((word) => controlWords.has(word) || word === 'ctl');
  return isColumn && passage.row.some((cell) => claimed.test(cell));
}

const claimed =
  /^(?:[✅✔☑]|(?:control |controllo |controle |controlo |mesure |medida |misura |maatregel |maßnahme )?(?:yes|y|live|done|ok|erledigt|fait|hecho|feito|fatto|gedaan|ja|oui|sí|sim|sì|applicable|applies|included|implemented|in place|anwendbar|zutreffend|umgesetzt|en place|aplicable|implantado|aplicável|implementado|applicabile|attuat[oa]|van toepassing|ingevoerd)(?:[ ,;(–-]|$))/u;
const objectiveWords =
  /\b(?:objectives?|objectifs?|objetivos?|obiettiv[oi]|doelstelling(?:en)?|ziele?|kontrollziele?|maßnahmenziele?)(?![\p{L}])/iu;

function reportCalled(entry: CatalogEntry, { span }: Reference, snapshot: Snapshot): Report {
  const controls = controlsOfGroup(entry, snapshot).map(withTitle);
  const advice =
    controls.length > 0 ? ` ${t('Its controls are {0}: cite the one that is meant.', joinSome(controls, 4))}` : '';
  return {
    span,
    message: `${t(
      '{0} {1} of {2} is {3}, not a control.',
      entry.id,
      quoted(titleOf(entry)),
      shortNameOf(entry, snapshot.catalog),
      aKind(entry.kind),
    )}${advice}`,
    fixes: [],
  };
}

function reportDecision(entry: CatalogEntry, decision: Decision, path: string, snapshot: Snapshot): Report {
  const control = explainedControl(entry, snapshot);
  const fix = control && {
    title: t('Replace with {0}', withTitle(control)),
    edits: [{ path, span: decision.keySpan, newText: restyle(decision.written, [control.id], { oldId: entry.id }) }],
  };
  return {
    span: decision.keySpan,
    message: `${t(
      '{0} {1} of {2} is {3}: the Statement of Applicability decides on controls.',
      entry.id,
      quoted(titleOf(entry)),
      shortNameOf(entry, snapshot.catalog),
      aKind(entry.kind),
    )} ${adviceFor(entry, snapshot)}`,
    fixes: fix ? [fix] : [],
  };
}
