/** What each generated file should hold, by path. */
export function makeFiles(): Promise<Record<string, string>>;

/** `contributes.configuration` of package.json. */
export function makeConfiguration(): Promise<readonly object[]>;

/** The JSON schema of .clausemark.yaml. */
export function makeSettingsSchema(): Promise<object>;
