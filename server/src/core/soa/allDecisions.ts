/** All that a Statement of Applicability decides. */
import { oncePer } from '../oncePer.js';
import type { Decision, ManagementSystem } from './types.js';

/** The decisions in the order of the file, and behind them those on the organisation's own controls. */
export const allDecisions: (system: ManagementSystem) => readonly Decision[] = oncePer((system) =>
  system.additional ? [...system.decisions, ...system.additional] : system.decisions,
);
