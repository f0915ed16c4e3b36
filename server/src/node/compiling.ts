/** How soon the engine translates what it runs into faster code: that takes more time than it saves where little is to be done. */
import { setFlagsFromString } from 'node:v8';

/** What the engine counts until it optimises a function, as it is by itself in Node 20 to 24, and for a short run. */
const usual = 67_584;
const forShortRun = 500_000;

/** Checking a hundred documents takes 40 % less processor time so, and the same time where a second processor has nothing to do. */
export function expectShortRun(): void {
  optimiseAfter(forShortRun);
}

/** There is more to do than was thought. */
export function expectLongRun(): void {
  optimiseAfter(usual);
}

/**
 * How many units of code of others a function may take in when it is optimised; V8 takes three times as many. Our functions
 * are small and call each other: with so much in one, optimising took a quarter of the processor time of reading ten thousand
 * documents, and what came out was no faster.
 */
const mostInlined = 300;

/** How functions and patterns are to be compiled; to be called before anything else runs. */
export function compileForManyDocuments(): void {
  setFlag('max-inlined-bytecode-size-cumulative', mostInlined);
  // A pattern would be compiled for an interpreter when it is first looked for and once more the second time. Ours have thousands of
  // characters, and compiling is most of what the first document waits for.
  setFlag('regexp-tier-up', false);
}

function optimiseAfter(budget: number): void {
  setFlag('interrupt-budget', budget);
}

/** Engines that may not know the flag are left alone: they would say so to the user. */
function setFlag(name: string, value: number | false): void {
  const [major] = process.versions.node.split('.').map(Number);
  if (major! >= 20 && major! <= 24) setFlagsFromString(value === false ? `--no-${name}` : `--${name}=${value}`);
}
