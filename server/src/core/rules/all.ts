/** All rules, for lists of them. What checks takes those of documents and of statements apart (run.ts). */
import { documentRules } from './documentRules.js';
import { ruleCodes } from './ruleCodes.js';
import { statementRules } from './statementRules.js';
import type { Rule } from './types.js';

/** All rules, in the order of their codes in ruleCodes.ts. Loads those of statements. */
export function allRules(): readonly Rule[] {
  const rules = new Map([...documentRules, ...statementRules].map((rule) => [rule.code, rule]));
  return ruleCodes.map((code) => rules.get(code)!);
}

/** The rule of a code, or undefined where there is none. */
export function ruleOf(code: string): Rule | undefined {
  return allRules().find((rule) => rule.code === code);
}
