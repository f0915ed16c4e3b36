/**
 * A workspace of invented policies, the same for the same seed: what the benchmark measures on. Each policy has front
 * matter with six tags, headings, prose, lists, a table and links to its neighbours: about 13 KB with 26 references, of
 * which one in forty is wrong on purpose. Ids and titles of controls come from the catalog, every other word is ours.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectPath } from '../support/paths.mjs';

/** Another number whenever the texts change, so that an old folder is not taken for a new one. */
const generation = 2;

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const subjects = words(
  'Access|Backup|Cloud use|Cryptography|Data retention|Device|Disaster recovery|Email|Endpoint|Facility|Identity|Incident response|Key management|Logging|Mobile work|Network|Password|Patch|Physical security|Privacy|Procurement|Project|Recruitment|Remote access|Source code|Supplier|Training|Visitor|Vulnerability|Wireless',
);
const owners = words(
  'Chief Information Security Officer|Head of Platform|Head of People|Data Protection Officer|Head of Engineering|Managing Director|Head of Procurement|Service Desk Lead',
);
const actors = words(
  'The platform team|Every line manager|The system owner|The service desk|The information owner|Each supplier|The project lead|The data protection officer|The duty engineer|Our internal auditor',
);
const actions = words(
  'reviews|records|approves|reports|removes|renews|separates|tests|documents|restores|encrypts|monitors|assigns|labels',
);
const things = words(
  'the accounts of people who changed their role|all keys that protect customer records|the list of systems in scope|unusual activity in the production network|the rights that were granted for a project|copies of data on devices that leave the office|requests that came in outside working hours|the agreements with hosting providers|open findings of the last inspection|the rooms in which equipment stands',
);
const times = words(
  'before the end of the quarter|within five working days|at least once a year|as soon as the change is live|without being asked|before anybody else gets access|when the contract ends|in the register of the department',
);
const reasons = words(
  'because an oversight would be noticed by customers first|so that nobody has to rely on memory|since this was the cause of an earlier outage|to keep the number of exceptions small|which the steering group confirmed in its last meeting|as the risk assessment shows|and keeps the record where the next person finds it',
);

function words(list) {
  return list.split('|');
}

/** Makes texts from a catalog's controls and random numbers. */
export class PolicyWriter {
  constructor(controls, random) {
    this.controls = controls;
    this.random = random;
    this.subject = null;
  }

  pick(list) {
    return list[Math.floor(this.random() * list.length)];
  }

  chance(share) {
    return this.random() < share;
  }

  sentence() {
    const words = [this.pick(actors), this.pick(actions), this.pick(things), this.pick(times)];
    return `${words.join(' ')}${this.chance(0.6) ? `, ${this.pick(reasons)}` : ''}.`;
  }

  sentences(count) {
    return Array.from({ length: count }, () => this.sentence()).join(' ');
  }

  /** A control: nearly always one of the few that the policy is about. */
  control() {
    return this.pick(this.subject && this.chance(0.95) ? this.subject : this.controls);
  }

  /** A reference in the text, in one of the ways in which people write them; one in forty names what does not exist. */
  citation() {
    const { standard, edition, id, title } = this.control();
    if (this.chance(0.025)) return `ISO/IEC ${standard}:${edition} A.5.${40 + Math.floor(this.random() * 50)}`;
    const forms = [
      `ISO/IEC ${standard}:${edition} ${id}`,
      `ISO/IEC ${standard} ${id}`,
      `ISO ${standard} control ${id} (${title})`,
      `Annex ${id} of ISO/IEC ${standard}:${edition}`,
    ];
    return this.pick(forms);
  }

  paragraph(citations) {
    let text = this.sentences(2);
    for (let i = 0; i < citations; i++) text += ` ${this.sentence().slice(0, -1)} (${this.citation()}).`;
    return `${text} ${this.sentences(2)}\n`;
  }

  list(length, citations) {
    const items = Array.from({ length }, (_, i) => {
      const end = i < citations ? ` (${this.citation()})` : '';
      return `- **${this.pick(actors)}** ${this.pick(actions)} ${this.pick(things)} ${this.pick(times)}${end}.`;
    });
    return `${items.join('\n')}\n`;
  }

  table(rows) {
    const lines = ['| Control | Title | How it is met | Owner |', '|---|---|---|---|'];
    for (let i = 0; i < rows; i++) {
      const { standard, id, title } = this.control();
      lines.push(`| ${standard}:${id} | ${title} | ${this.sentence()} | ${this.pick(owners)} |`);
    }
    return `${lines.join('\n')}\n`;
  }

  frontMatter(number, title) {
    const tags = this.subject.map(({ standard, id }) => `${standard}:${id}`);
    const lines = [
      `id: POL-${String(number).padStart(5, '0')}`,
      `title: ${title}`,
      'type: policy',
      ...(this.chance(0.97) ? [`owner: ${this.pick(owners)}`] : []),
      `version: "${1 + Math.floor(this.random() * 4)}.${Math.floor(this.random() * 9)}"`,
      'status: approved',
      'classification: internal',
      `approved_by: ${this.pick(owners)}`,
      'approved: 2026-03-02',
      `next_review: ${this.chance(0.97) ? '2099-03-02' : '2025-03-02'}`,
      'controls:',
      ...tags.map((tag) => `  - ${tag}`),
    ];
    return `---\n${lines.join('\n')}\n---\n`;
  }

  /** One policy. `sections` sets its length: 8 for 13 KB. */
  policy(number, neighbours, sections = 8) {
    const title = `${this.pick(subjects)} Policy ${number}`;
    const first = Math.floor(this.random() * (this.controls.length - 6));
    this.subject = this.controls.slice(first, first + 6);
    const parts = [this.frontMatter(number, title), `# ${title}\n`, this.paragraph(1)];
    for (let section = 1; section <= sections; section++) {
      parts.push(`## ${section}. ${this.pick(subjects)} and ${this.pick(subjects).toLowerCase()}\n`);
      parts.push(this.paragraph(section % 2), this.sentences(2) + '\n');
      if (section % 2 === 0) parts.push(this.list(5, 2));
      if (section % 8 === 3) parts.push(this.table(6));
      if (section % 3 === 0) parts.push(`See also [a related policy](${this.pick(neighbours)}).\n`);
      parts.push(this.sentences(2) + '\n');
    }
    return parts.join('\n');
  }
}

/** The controls that the policies cite: those of the current editions of the management system standards. */
export function citedControls() {
  const data = JSON.parse(readFileSync(projectPath('dist', 'catalog.json'), 'utf8'));
  return data.standards
    .filter(({ key }) => ['iso27001-2022', 'iso27701-2025', 'iso42001-2023'].includes(key))
    .flatMap((standard) =>
      standard.entries
        .filter((entry) => entry.kind === 'control')
        .map(({ id, title }) => ({ standard: standard.standard, edition: standard.edition, id, title })),
    );
}

/** A soa.yaml over the whole folder, with a decision on every third control. */
function statement(writer, controls) {
  const lines = ['organisation: Invented Ltd', 'standards:'];
  const editions = new Map(controls.map(({ standard, edition }) => [standard, edition]));
  for (const [standard, edition] of editions) lines.push(`  ${standard}: { edition: ${edition} }`);
  lines.push('controls:');
  controls.forEach(({ standard, id }, index) => {
    if (index % 3 > 0) return;
    lines.push(`  ${standard}:${id}:`, '    applicable: true', `    justification: ${writer.sentence()}`);
    lines.push('    drivers: { risk: [R-001] }', '    status: implemented', `    owner: ${writer.pick(owners)}`);
  });
  return `${lines.join('\n')}\n`;
}

/** The path of a policy by its number. */
export function policyPath(number) {
  return `team-${String(Math.floor(number / 50)).padStart(3, '0')}/policy-${String(number).padStart(5, '0')}.md`;
}

/**
 * Writes `count` policies and a soa.yaml into the folder, unless they are there already.
 * Returns `{ folder, count, bytes }`.
 */
export function writeCorpus(folder, count, seed = 1) {
  const stampFile = `${folder}.json`;
  const wanted = { generation, count, seed };
  if (existsSync(stampFile)) {
    const found = JSON.parse(readFileSync(stampFile, 'utf8'));
    const isSame = Object.entries(wanted).every(([key, value]) => found[key] === value);
    if (isSame && existsSync(folder)) return { folder, count, bytes: found.bytes };
  }
  rmSync(folder, { recursive: true, force: true });
  const controls = citedControls();
  let bytes = 0;
  for (let number = 0; number < count; number++) {
    const writer = new PolicyWriter(controls, randomNumbers(seed * 1_000_003 + number));
    const neighbours = [1, 2, 3].map((step) => `policy-${String((number + step) % count).padStart(5, '0')}.md`);
    const text = writer.policy(number, neighbours);
    const path = join(folder, policyPath(number));
    if (number % 50 === 0) mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    bytes += Buffer.byteLength(text);
  }
  const writer = new PolicyWriter(controls, randomNumbers(seed));
  writeFileSync(join(folder, 'soa.yaml'), statement(writer, controls));
  writeFileSync(stampFile, JSON.stringify({ ...wanted, bytes }));
  return { folder, count, bytes };
}
