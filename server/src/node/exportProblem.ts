/** Why an export cannot be made, in words for the user. */
export class ExportProblem extends Error {}
