/** What a token is that a theme can colour, and the states it can be in; in which it is says `referenceState.ts`. */
export const tokenKinds = ['control', 'clause', 'article'] as const;
export type TokenKind = (typeof tokenKinds)[number];

/**
 * `external`: of a standard or framework that the catalog does not hold. `ambiguous`: more than one reading is left.
 * `unknown`: the standard has no such id. `superseded`: of a withdrawn edition, and not cited on purpose. `excluded`: the
 * statement of applicability excludes the control. `uncovered`: no document claims the control,
 * and the statement lists none for it.
 */
export const referenceStates = ['external', 'ambiguous', 'unknown', 'superseded', 'excluded', 'uncovered'] as const;
export type ReferenceState = (typeof referenceStates)[number];
