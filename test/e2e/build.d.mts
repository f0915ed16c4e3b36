/** Bundles the tests of a host; the path of the bundle, or undefined when there are none. */
export function buildTests(host: string): Promise<string | undefined>;
/** Whether the file is among those that the web worker's host gets. */
export function runsInBrowser(path: string): boolean;
