/** The few assertions of node:assert that the web tests use, for the web worker, which has no Node modules. */

export class AssertionError extends Error {}

function fail(message?: string): never {
  throw new AssertionError(message ?? 'failed');
}

function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message ?? `${JSON.stringify(value)} is not true`);
}

function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) fail(message ?? `${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
}

function notEqual(actual: unknown, expected: unknown, message?: string): void {
  if (Object.is(actual, expected)) fail(message ?? `${JSON.stringify(actual)} is what it must not be`);
}

/** Compares values that JSON can hold; the order of an object's keys counts. */
function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  equal(JSON.stringify(actual), JSON.stringify(expected), message);
}

function match(actual: string, expected: RegExp, message?: string): void {
  if (!expected.test(actual)) fail(message ?? `${JSON.stringify(actual)} does not match ${expected}`);
}

function doesNotMatch(actual: string, expected: RegExp, message?: string): void {
  if (expected.test(actual)) fail(message ?? `${JSON.stringify(actual)} matches ${expected}`);
}

async function rejects(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch {
    return;
  }
  fail('it was not refused');
}

export default Object.assign(ok, {
  ok,
  equal,
  notEqual,
  notStrictEqual: notEqual,
  strictEqual: equal,
  deepEqual,
  deepStrictEqual: deepEqual,
  match,
  doesNotMatch,
  rejects,
  fail,
});
