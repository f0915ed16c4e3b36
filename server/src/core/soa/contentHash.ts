/**
 * The checksum that a release stamps into a soa.yaml, by which a later change without a new version is found out. It is
 * taken of what the record says and not of how it is written: comments, order of keys, quotes, line ends and spellings
 * (`yes` for `true`, `reason` for `justification`) do not count.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AdditionalControl, Decision, Evidence, Located, ManagementSystem } from './types.js';

/** Part of what is hashed: another canonical form would get another number, so that old checksums are not compared with it. */
const form = 'clausemark-soa-1';

/** Systems are immutable, and rules ask again at every change of a document. */
const hashes = new WeakMap<ManagementSystem, string>();

/**
 * `sha256:` and 64 hexadecimal digits of everything that the record says, except `released` itself and the `status`, which
 * goes on after a release (approved, in review again, retired) without a change of what was approved.
 */
export function contentHash(system: ManagementSystem): string {
  let hash = hashes.get(system);
  if (hash === undefined) {
    hash = `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalForm(system))))}`;
    hashes.set(system, hash);
  }
  return hash;
}

/** Whether the text is such a checksum. */
export function isContentHash(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

/** JSON with all keys in a fixed order. Lists keep the order of the file where it means something, else they are sorted. */
function canonicalForm(system: ManagementSystem): string {
  const { organisation, scope, scopeDocument, version, owner, approvedBy, approved, nextReview } = system;
  return JSON.stringify([
    form,
    [organisation, scope, scopeDocument, version, owner, approvedBy, approved, nextReview].map(textOf),
    textOf(system.classification),
    sorted(
      system.standards.map(({ standard, edition, roles, amendments }) => [
        standard,
        edition,
        [...(roles ?? [])].sort(),
        (amendments ?? []).map(textOf).sort(),
      ]),
    ),
    (system.folders ?? []).map(textOf).sort(),
    sorted(system.decisions.map((decision) => [decision.entryKey ?? decision.written, ...decisionForm(decision)])),
    sorted((system.additional ?? []).map(additionalForm)),
    (system.history ?? []).map(({ version, date, by, change }) => [version, date, by, change].map(textOf)),
  ]);
}

function additionalForm(control: AdditionalControl): unknown[] {
  return [control.written.trim(), textOf(control.title), textOf(control.source), ...decisionForm(control)];
}

function decisionForm(decision: Decision): unknown[] {
  const { justification, status, owner, decided, decidedBy, review, expires, target } = decision;
  const { implementation, notes, model, supplier } = decision;
  return [
    decision.applicable.value,
    [justification, status, owner, decided, decidedBy, review, expires, target].map(textOf),
    [implementation, notes, model, supplier].map(textOf),
    sorted(decision.drivers.map(({ kind, ids }) => [kind, [...ids].sort()])),
    (decision.documents ?? []).map(textOf).sort(),
    sorted(decision.evidence.map(evidenceForm)),
  ];
}

function evidenceForm(evidence: Evidence): unknown[] {
  const { date, note, valid, validUntil } = evidence;
  return [textOf(evidence), ...[date, note, valid, validUntil].map(textOf)];
}

/** Line ends and letters with accents can be written in more than one way that nobody sees. */
function textOf(located: Located<string> | null | undefined): string | null {
  return located ? located.value.replace(/\r\n?/g, '\n').normalize('NFC').trim() : null;
}

function sorted(items: readonly unknown[]): unknown[] {
  return items
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, item]) => item);
}
