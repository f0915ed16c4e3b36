/** What the user did wrong, or what is wrong with the configuration: printed plainly, exit code 2. */
export class UsageProblem extends Error {}

/** The exit codes of every command. */
export const exitCodes = { clean: 0, findings: 1, failure: 2 } as const;
