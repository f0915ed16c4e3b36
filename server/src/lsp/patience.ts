/**
 * How long we wait for what only the editor can look up or read, in milliseconds: far longer than a slow network takes for a
 * small file. After that we go on without, and take in what comes late.
 */
export const patience = 5000;
