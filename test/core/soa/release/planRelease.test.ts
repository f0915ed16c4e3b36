/** Releasing a statement: what is stamped, and what keeps it from being released. */
import assert from 'node:assert/strict';
import { contentHash } from '../../../../server/src/core/soa/contentHash.js';
import { parseSoa } from '../../../../server/src/core/soa/parse.js';
import {
  type PlannedRelease,
  planRelease,
  type ReleaseRequest,
} from '../../../../server/src/core/soa/release/planRelease.js';
import { catalog, sketchSnapshot } from '../support.js';

const text = `# ours
organisation: Tea Ltd # the name
version: "2.1"
status: draft
standards: { 90001: 2022 }
controls:
  # first
  90001:A.5.1: { applicable: true, justification: x, drivers: [risk], status: planned }
  90001:A.5.2: { applicable: true, justification: y, drivers: [risk], status: planned }
  90001:A.5.10: { applicable: true, justification: z, drivers: [risk], status: planned }
  90001:A.6.1: { applicable: false, justification: No biscuits are kept in the house }
`;
const request: ReleaseRequest = { version: '2.1', approvedBy: 'CEO', date: '2026-11-20', change: 'Yearly review' };

function plan(source: string, changes: Partial<ReleaseRequest> = {}) {
  const system = parseSoa('soa.yaml', source, catalog);
  return planRelease(source, system, sketchSnapshot({ systems: [system] }), { ...request, ...changes });
}

function reasons(source: string, changes: Partial<ReleaseRequest> = {}): string[] {
  const planned = plan(source, changes);
  assert.ok(planned.isRefused, 'was released');
  return planned.reasons.map((reason) => reason.text);
}

function released(source: string, changes: Partial<ReleaseRequest> = {}): PlannedRelease {
  const planned = plan(source, changes);
  assert.ok(!planned.isRefused, planned.isRefused ? planned.reasons.map((reason) => reason.text).join() : '');
  return planned;
}

describe('A release', () => {
  it('stamps version, approval, history and checksum, and touches nothing else', () => {
    const planned = released(text);
    const hash = /sha256:[0-9a-f]{64}/.exec(planned.text)![0];
    const expected = text.replace('status: draft', 'status: approved').replace('controls:', 'controls:');
    const without = planned.text
      .replace(/^history:\n.*\n/m, '')
      .replace(/^released: .*\n/m, '')
      .replace(/^approved_by: CEO\n/m, '')
      .replace(/^approved: 2026-11-20\n/m, '');
    assert.equal(without, expected);
    assert.match(planned.text, /\{ version: "2\.1", date: 2026-11-20, by: CEO, change: Yearly review \}/);
    assert.equal(hash, planned.hash);
  });

  it('has a checksum of exactly what is approved', () => {
    const planned = released(text);
    const system = parseSoa('soa.yaml', planned.text, catalog);
    assert.equal(contentHash(system), planned.hash);
    assert.equal(system.released!.hash!.value, planned.hash);
    assert.deepEqual(
      planned.findings.filter(({ code }) => code === 'changed-since-approval'),
      [],
    );
    const changed = parseSoa('soa.yaml', planned.text.replace('No biscuits', 'Few biscuits'), catalog);
    assert.notEqual(contentHash(changed), planned.hash);
  });

  it('is refused again under the same or a lower version', () => {
    const once = released(text).text;
    assert.deepEqual(reasons(once), ['Version 2.1 was released already. Choose one above 2.1.']);
    assert.deepEqual(reasons(once, { version: '2.0.9' }), [
      'Version 2.0.9 is below 2.1, which was released already. Choose one above 2.1.',
    ]);
    assert.equal(parseSoa('soa.yaml', released(once, { version: '2.10' }).text, catalog).history!.length, 2);
    assert.deepEqual(reasons(once, { version: '2.2', date: '2026-11-19' }), [
      'Version 2.1 was released on 2026-11-20, after 2026-11-19.',
    ]);
  });

  it('minds a change history that was kept by hand', () => {
    const withHistory = text.replace(
      'standards:',
      'history:\n  - { version: "2.1", date: 2026-11-01, by: CISO, change: Prepared }\nstandards:',
    );
    assert.equal(parseSoa('soa.yaml', released(withHistory).text, catalog).history!.length, 1);
    assert.deepEqual(reasons(withHistory, { version: '2.0' }), [
      'The change history knows version 2.1 already, which is above 2.0.',
    ]);
  });

  it('is refused for wrong answers, each with its reason', () => {
    assert.match(reasons(text, { version: 'next' })[0]!, /“next” is not a version/);
    assert.deepEqual(reasons(text, { approvedBy: '  ' }), ['Say who approved this version: a role or a name.']);
    assert.match(reasons(text, { date: '2026-02-30' })[0]!, /is not a date/);
    assert.match(reasons(text, { date: '2026-11-22' })[0]!, /today is 2026-11-21/);
    assert.equal(reasons(text, { version: '', approvedBy: '', date: '' }).length, 3);
  });

  it('is refused while a finding of severity error stands, with its place', () => {
    const wrong = text.replace('90001:A.6.1:', '90001:A.7.7:');
    const system = parseSoa('soa.yaml', wrong, catalog);
    const snapshot = sketchSnapshot({ systems: [system] });
    const planned = planRelease(wrong, system, snapshot, request);
    assert.ok(planned.isRefused);
    const [reason] = planned.reasons.filter(({ code }) => code === 'unknown-decision');
    assert.equal(wrong.slice(reason!.offset!).startsWith('90001:A.7.7'), true);
    // The user says which findings are errors.
    const strict = sketchSnapshot({ systems: [system], settings: { severities: { 'unknown-decision': 'warning' } } });
    assert.ok(!planRelease(wrong, system, strict, request).isRefused);
  });

  it('is refused for a file that cannot be read', () => {
    assert.ok(reasons(text.replace('organisation: Tea Ltd', 'organisation: "Tea')).length > 0);
  });

  it('keeps line ends and marks', () => {
    const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const planned = released(windows);
    assert.ok(planned.text.startsWith('\uFEFF# ours\r\n'));
    assert.equal(planned.text.replaceAll('\r\n', '').includes('\n'), false);
  });
});
