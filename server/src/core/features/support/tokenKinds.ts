/** What a token is that a theme can colour; which state it is in is said by `referenceState.ts`. */
export const tokenKinds = ['control', 'clause', 'article'] as const;
export type TokenKind = (typeof tokenKinds)[number];
