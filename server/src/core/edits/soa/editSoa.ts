/**
 * Changes of a soa.yaml that leave everything else of the file as it is, byte for byte: comments, order, quotes, line
 * ends. What cannot be changed so is refused, with the reason.
 */
import { t } from '../../l10n.js';
import { headerKeys } from '../../soa/fieldNames.js';
import { parseSoa } from '../../soa/parse.js';
import type { ManagementSystem } from '../../soa/types.js';
import { inOrder, type Replacement } from '../applyEdits.js';
import { findDecision, type Ground, planDecision, planRemove, planRename } from './decisions.js';
import { planAppend, planHeader } from './header.js';
import { planAddOwn } from './ownControls.js';
import { PieceText } from './pieces.js';
import { planStandard } from './standards.js';
import { Refusal, readTree, type Tree } from './tree.js';
import type { RefusedChange, SoaChange, SoaEditContext, SoaEditResult } from './types.js';
import { findFault } from './verify.js';

export type { SoaChange, SoaEditContext, SoaEditResult, SoaValue, WrittenDriver, WrittenItem } from './types.js';

/**
 * Makes the changes in their order. A later change of the same field wins.
 * @param text of a soa.yaml in any state; one with mistakes in its YAML is not changed
 * @returns edits of the text, minimal, and the changes that were refused; the other changes are made. The edited text has been
 *   parsed: it says what was asked for, and the rest of it reads as before
 */
export function editSoa(text: string, changes: readonly SoaChange[], context: SoaEditContext): SoaEditResult {
  const editor = new Editor(text, context);
  editor.make(changes);
  const edits = editor.pieces.edits().map((edit) => ({ path: context.path, ...edit }));
  return { edits, refused: editor.refused };
}

/** Changes after which other entries are to be found anew. */
const aloneKinds: ReadonlySet<SoaChange['kind']> = new Set([
  'rename',
  'remove',
  'addOwn',
  'addStandard',
  'removeStandard',
  'standard',
]);

interface Planned {
  readonly change: SoaChange;
  readonly edits: readonly Replacement[];
}

class Editor {
  pieces: PieceText;
  readonly refused: RefusedChange[] = [];
  private system: ManagementSystem;
  private tree: Tree | null = null;

  constructor(
    text: string,
    private readonly context: SoaEditContext,
  ) {
    this.pieces = new PieceText(text);
    this.system = context.system ?? parseSoa(context.path, text, context.catalog);
  }

  /** Round by round: each takes the changes that have nothing to do with each other, so that one parse proves them all. */
  make(changes: readonly SoaChange[]): void {
    let rest = changes;
    while (rest.length > 0) {
      const later: SoaChange[] = [];
      const round = this.nextRound(rest, later);
      this.settle(round, false);
      rest = later;
    }
  }

  private nextRound(changes: readonly SoaChange[], later: SoaChange[]): SoaChange[] {
    const subjects = new Set<string>();
    const round: SoaChange[] = [];
    let isFirstDecision = this.system.decisions.length === 0;
    for (const change of this.inOrderOfFile(changes)) {
      const subject = this.subjectOf(change);
      // What adds, renames or removes entries, or changes the scope, stands alone, and so does the first decision of
      // all, which makes the list.
      const isAlone = aloneKinds.has(change.kind) || (change.kind === 'decision' && isFirstDecision);
      if (subjects.has(subject) || subjects.has('*') || (isAlone && round.length > 0)) {
        // What follows about the same thing waits for it; behind what stands alone everything does.
        subjects.add(isAlone ? '*' : subject);
        later.push(change);
        continue;
      }
      subjects.add(subject);
      if (isAlone) subjects.add('*');
      isFirstDecision = false;
      round.push(change);
    }
    return round;
  }

  /** What is new at one place comes to stand there in the order of the changes: that of the standard, and that of our keys. */
  private inOrderOfFile(changes: readonly SoaChange[]): readonly SoaChange[] {
    const isNew = (change: SoaChange) =>
      change.kind === 'decision' && findDecision(change.control, this.system) === null;
    const headers = Object.keys(headerKeys);
    const byHeader = sortedAmong(
      changes,
      (change) => change.kind === 'header',
      (change) => (change.kind === 'header' ? headers.indexOf(change.field) : 0),
    );
    if (changes.filter(isNew).length < 2) return byHeader;
    const order = new Map<string, number>();
    const { catalog } = this.context;
    for (const standard of catalog.standards) {
      for (const { key } of catalog.controls(standard.key)) order.set(key, order.size);
    }
    return sortedAmong(byHeader, isNew, (change) =>
      'control' in change ? (order.get(change.control) ?? order.size) : 0,
    );
  }

  private subjectOf(change: SoaChange): string {
    if (change.kind === 'header') return `header ${change.field}`;
    if (change.kind === 'append') return `header ${change.list}`;
    if ('standard' in change) return 'header standards';
    const decision = findDecision(change.control, this.system);
    return decision ? `decision ${decision.keySpan.start}` : `control ${change.control}`;
  }

  /** Makes the changes of a round; where that fails, those of each half, down to the one that is at fault. */
  private settle(round: readonly SoaChange[], isCoarse: boolean): void {
    const planned = this.plan(round, isCoarse);
    const edits = planned.flatMap((each) => each.edits);
    if (planned.length === 0 || (edits.length === 0 && planned.length === round.length)) return;
    const fault = this.tryEdits(
      edits,
      planned.map(({ change }) => change),
    );
    if (fault === null) return;
    if (planned.length > 1) {
      const half = Math.ceil(planned.length / 2);
      this.settle(
        planned.slice(0, half).map(({ change }) => change),
        isCoarse,
      );
      this.settle(
        planned.slice(half).map(({ change }) => change),
        isCoarse,
      );
    } else if (!isCoarse) this.settle([planned[0]!.change], true);
    else this.refused.push({ change: planned[0]!.change, reason: fault });
  }

  /** Where the changes go; those that have no place are refused here. */
  private plan(round: readonly SoaChange[], isCoarse: boolean): Planned[] {
    const planned: Planned[] = [];
    for (const change of round) {
      try {
        this.tree ??= readTree(this.pieces.text);
        const ground: Ground = { tree: this.tree, system: this.system, catalog: this.context.catalog, isCoarse };
        planned.push({ change, edits: planOne(change, ground) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.refused.push({ change, reason: error.message });
      }
    }
    return planned;
  }

  /** Takes the edits over where the text then says what it should; else says why not. */
  private tryEdits(edits: readonly Replacement[], changes: readonly SoaChange[]): string | null {
    const overlapping = t('These changes touch the same place of soa.yaml.');
    if (inOrder(edits).length < edits.length) return overlapping;
    const pieces = this.pieces.clone();
    pieces.apply(edits);
    const system = parseSoa(this.context.path, pieces.text, this.context.catalog);
    const fault = findFault(this.system, system, changes, this.context);
    if (fault !== null) return fault;
    this.pieces = pieces;
    this.system = system;
    this.tree = null;
    return null;
  }
}

/** The items that are meant, sorted among each other; the others keep their places. */
function sortedAmong<T>(items: readonly T[], isMeant: (item: T) => boolean, rank: (item: T) => number): T[] {
  const sorted = items.filter(isMeant).sort((a, b) => rank(a) - rank(b));
  return items.map((item) => (isMeant(item) ? sorted.shift()! : item));
}

function planOne(change: SoaChange, ground: Ground): Replacement[] {
  switch (change.kind) {
    case 'decision':
      return planDecision(change, ground);
    case 'header':
      return planHeader(change, ground);
    case 'append':
      return planAppend(change, ground);
    case 'rename':
      return planRename(change, ground);
    case 'remove':
      return planRemove(change, ground);
    case 'addOwn':
      return planAddOwn(change, ground);
    case 'addStandard':
    case 'removeStandard':
    case 'standard':
      return planStandard(change, ground);
  }
}
