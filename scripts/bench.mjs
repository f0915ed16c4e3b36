/**
 * `npm run bench`: how fast Clausemark is, beside its peers, on a workspace of invented policies made from a seed.
 *
 *   npm run bench                 10,000 documents, everything; writes the table into docs/performance.md
 *   npm run bench -- --quick      1,000 documents, fewer rounds, about two minutes; prints only
 *   npm run bench -- --pane       the pane in a browser alone; prints only
 *   npm run bench -- --no-peers   our own server alone       --documents N   another size      --rounds N
 *
 * Everything it makes or installs is below the cache folder (.cache/bench). Other work on the machine makes all times
 * longer; ratios within one run and processor time suffer least, so both are given.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyPath, writeCorpus } from './bench/corpus.mjs';
import { measureHostile, readAllFiles } from './bench/inProcess.mjs';
import { median } from './bench/numbers.mjs';
import {
  copyProgram,
  editsOfMinutes,
  indexWith,
  largePolicy,
  measureEdits,
  measureRequests,
  startOurs,
} from './bench/ours.mjs';
import { measurePane } from './bench/pane.mjs';
import { installPeers, measureMarkdownServer, measureRumdl } from './bench/peers.mjs';
import { asMarkdown, paneTable, writeDocs } from './bench/report.mjs';
import { measureFirstAnswers } from './bench/starts.mjs';
import { cachePath, projectPath } from './support/paths.mjs';
import { build } from './support/prepare.mjs';
import { run, runMain } from './support/processes.mjs';
import { step } from './support/progress.mjs';

function readOptions(args) {
  const numberOf = (name, usual) => {
    const at = args.indexOf(name);
    return at < 0 ? usual : Number(args[at + 1]);
  };
  const isQuick = args.includes('--quick');
  return {
    isQuick,
    hasPeers: !args.includes('--no-peers'),
    documents: numberOf('--documents', isQuick ? 1000 : 10_000),
    rounds: numberOf('--rounds', isQuick ? 1 : 3),
    edits: isQuick ? 40 : 120,
    unmeasured: isQuick ? 200 : editsOfMinutes,
  };
}

/** Cold and warm starts, each from a new process; the last warm one stays for everything else. */
async function measureStarts(folder, rounds) {
  const storage = cachePath('bench', 'storage');
  const cold = [];
  const warm = [];
  for (let round = 0; round < rounds; round++) {
    rmSync(storage, { recursive: true, force: true });
    const first = await startOurs(folder, { storage });
    cold.push(await indexWith(first, folder));
    await first.client.stop();
    const second = await startOurs(folder, { storage });
    warm.push(await indexWith(second, folder));
    await second.client.stop();
  }
  const middle = (runs, name) => median(runs.map((one) => one[name]));
  const sum = (runs) =>
    Object.fromEntries(
      ['wall', 'sinceStart', 'cpu', 'rss', 'peak', 'longestWait'].map((name) => [name, middle(runs, name)]),
    );
  return { cold: sum(cold), warm: sum(warm), status: cold[0].status };
}

async function measureOurs(folder, large, { edits, unmeasured }) {
  const storage = cachePath('bench', 'storage');
  const server = await startOurs(folder, { storage });
  await indexWith(server, folder);
  const small = await measureEdits(server, join(folder, policyPath(3)), edits);
  const long = await measureEdits(server, large, edits);
  const requests = await measureRequests(server, folder, 30);
  const laterSmall = await measureEdits(server, join(folder, policyPath(3)), edits, unmeasured);
  const laterLong = await measureEdits(server, large, edits, unmeasured);
  await server.client.stop();
  return { small, long, laterSmall, laterLong, requests };
}

/** The command line over a hundred documents. */
async function measureCommandLine(commandLine, rounds) {
  const { folder } = writeCorpus(cachePath('bench', 'policies-100'), 100);
  const times = [];
  for (let round = 0; round < rounds + 2; round++) {
    const begin = performance.now();
    await run(process.execPath, [commandLine, 'check', '--quiet', folder]);
    times.push(performance.now() - begin);
  }
  return median(times);
}

function preparePeers() {
  return step('Installing the peers', installPeers, ({ missing }) => missing.join('; ') || 'they are there');
}

async function measurePeers(peers, folder, large, { edits, unmeasured }) {
  const paths = [join(folder, policyPath(3)), large];
  const results = { missing: peers.missing };
  if (peers.rumdl) {
    results.rumdl = await step('rumdl', () => measureRumdl(peers, folder, paths, edits));
  }
  if (peers.node && peers.markdownServer && peers.markdownIt) {
    results.markdown = await step('VS Code’s Markdown server', () =>
      measureMarkdownServer(peers, folder, paths, { edits, unmeasured }),
    );
  }
  return results;
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  mkdirSync(cachePath('bench'), { recursive: true });
  await step('Building what is published', () => build({ minify: true }));
  const program = copyProgram();
  if (process.argv.includes('--pane')) {
    console.log(paneTable(await measurePane(options.edits)));
    return 0;
  }
  const installed = options.hasPeers ? await preparePeers() : null;
  // Where an organisation has certificates of its own, Node 20 reads all that there are at each start: 30 ms of nobody's program.
  delete process.env.NODE_EXTRA_CA_CERTS;
  const name = `policies-${options.documents}`;
  const corpus = await step(
    'Writing policies',
    () => writeCorpus(cachePath('bench', name), options.documents),
    ({ count, bytes }) => `${count}, ${Math.round(bytes / 1e6)} MB`,
  );
  const { folder } = corpus;
  const large = join(folder, 'team-000', 'large-policy.md');
  writeFileSync(large, largePolicy());
  readAllFiles(folder);
  const floor = await step('Reading all files', () => median([1, 2, 3, 4, 5].map(() => readAllFiles(folder))));
  const first = await step('From start to first answers', () => measureFirstAnswers(folder, installed, 15));
  const starts = await step('Our server, cold and warm', () => measureStarts(folder, options.rounds));
  const ours = await step('Our server, edits and requests', () => measureOurs(folder, large, options));
  const commandLine = await step('Command line on 100 documents', () =>
    measureCommandLine(program.commandLine, options.rounds),
  );
  const pane = await step('The pane in a browser', () => measurePane(options.edits));
  const hostile = await step('Hostile texts', () => measureHostile(options.isQuick ? 1 : 5));
  const peers = installed ? await measurePeers(installed, folder, large, options) : { missing: ['not asked for'] };
  const table = asMarkdown({ options, corpus, floor, first, starts, ours, commandLine, pane, hostile, peers });
  console.log(`\n${table}`);
  if (!options.isQuick) writeDocs(projectPath('docs', 'performance.md'), table, readFileSync);
  return 0;
}

await runMain(main);
