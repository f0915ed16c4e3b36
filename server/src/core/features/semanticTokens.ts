/** References as tokens that a theme can colour by what they are and in which state they are. */
import type { Reference } from '../document.js';
import { systemOf } from '../rules/support/scope.js';
import type { Snapshot } from '../snapshot.js';
import type { Span } from '../text.js';
import { stateOf } from './support/referenceState.js';
import type { ReferenceState, TokenKind } from './support/tokenKinds.js';

export interface SemanticToken {
  readonly span: Span;
  readonly kind: TokenKind;
  readonly state: ReferenceState | null;
}

/** The references and articles of a document in the order of the text, none overlapping another. */
export function semanticTokens(snapshot: Snapshot, path: string): SemanticToken[] {
  const document = snapshot.documents.get(path);
  if (!document) return [];
  const system = systemOf(path, snapshot);
  const tokens: SemanticToken[] = [
    ...document.references.map((reference) => ({
      span: reference.span,
      kind: kindOf(reference),
      state: stateOf(reference, snapshot, system),
    })),
    ...(document.laws ?? []).map(({ span }) => ({ span, kind: 'article' as const, state: null })),
  ];
  tokens.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return withoutOverlaps(tokens);
}

function kindOf({ kind }: Reference): TokenKind {
  return kind === 'clause' ? 'clause' : 'control';
}

/** Of references that share their characters (`ISO 27001/42001 clause 9.2`) the first counts. */
function withoutOverlaps(tokens: readonly SemanticToken[]): SemanticToken[] {
  let end = 0;
  return tokens.filter(({ span }) => {
    if (span.start < end || span.end <= span.start) return false;
    end = span.end;
    return true;
  });
}
