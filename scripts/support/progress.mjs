/** One line for each thing that takes time: what is going on, and then how it ended and how long it took. */

/** Runs `work` under a line of progress and returns its value; `summary(value)` is printed at the end of the line. */
export async function step(title, work, summary = () => 'done') {
  const start = process.hrtime.bigint();
  // Without a terminal the beginning of the line would wait in a buffer, so the line is printed whole, at the end.
  process.stdout.write(process.stdout.isTTY ? `${title} … ` : '');
  const seconds = () => `${(Number(process.hrtime.bigint() - start) / 1e9).toFixed(1)} s`;
  const lead = process.stdout.isTTY ? '' : `${title} … `;
  try {
    const value = await work();
    console.log(`${lead}${summary(value)} (${seconds()})`);
    return value;
  } catch (error) {
    console.log(`${lead}failed (${seconds()})`);
    throw error;
  }
}
