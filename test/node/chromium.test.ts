import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { findChromium, type Machine, NoBrowser, printPdf, withDay } from '../../server/src/node/chromium.js';

function machine(files: readonly string[], platform = 'linux', environment: Machine['environment'] = {}): Machine {
  return {
    platform,
    environment: { PATH: '/usr/bin:relative:/opt/bin', ...environment },
    exists: (path) => files.includes(path),
  };
}

describe('findChromium', () => {
  it('takes what the environment names', () => {
    const named = { CLAUSEMARK_CHROMIUM: '/my/chrome' };
    assert.equal(findChromium(machine(['/my/chrome', '/usr/bin/chromium'], 'linux', named)), '/my/chrome');
  });

  it('does not look further where the environment names what is not there, or no absolute path', () => {
    for (const CLAUSEMARK_CHROMIUM of ['/gone', 'chromium', './chromium']) {
      const files = ['/usr/bin/chromium', 'chromium', './chromium'];
      assert.throws(() => findChromium(machine(files, 'linux', { CLAUSEMARK_CHROMIUM })), /CLAUSEMARK_CHROMIUM says/);
    }
  });

  it('looks in the absolute folders of PATH only: another could be the workspace’s own', () => {
    assert.equal(findChromium(machine(['relative/chromium', '/opt/bin/google-chrome'])), '/opt/bin/google-chrome');
    assert.throws(() => findChromium(machine(['relative/chromium', 'chromium'])), NoBrowser);
  });

  it('knows the places on a Mac and on Windows', () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    assert.equal(findChromium(machine([mac], 'darwin')), mac);
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const roots = { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' };
    assert.equal(findChromium(machine([edge], 'win32', roots)), edge);
  });

  it('says what to do where there is none', () => {
    assert.throws(
      () => findChromium(machine([])),
      /For PDF a browser of Chromium’s family is needed .* CLAUSEMARK_CHROMIUM=.* export HTML/,
    );
  });
});

describe('printPdf', () => {
  const page = '<!doctype html><title>Tea</title><p>Tea</p>';

  it('says which program did not print', async () => {
    const environment = { CLAUSEMARK_CHROMIUM: process.execPath };
    const real: Machine = { platform: process.platform, environment, exists: existsSync };
    await assert.rejects(printPdf(page, '2026-11-21', real), /did not print the PDF/);
  });

  it('gives the same bytes for the same page, dated as told', async function () {
    this.timeout(120_000);
    let browser: string;
    try {
      browser = findChromium();
    } catch {
      return this.skip();
    }
    const real: Machine = {
      platform: process.platform,
      environment: { CLAUSEMARK_CHROMIUM: browser },
      exists: existsSync,
    };
    const first = Buffer.from(await printPdf(page, '2026-11-21', real));
    const second = Buffer.from(await printPdf(page, '2026-11-21', real));
    assert.equal(first.subarray(0, 5).toString(), '%PDF-');
    assert.match(first.toString('latin1'), /\/CreationDate \(D:20261121000000/);
    assert.ok(first.equals(second));
  });
});

describe('withDay', () => {
  it('changes the dates and not the length', () => {
    const text = "x/CreationDate (D:20250101123456+00'00')/ModDate (D:20250101123456+00'00')y";
    const dated = Buffer.from(withDay(Buffer.from(text), '2026-11-21')).toString();
    assert.equal(dated, "x/CreationDate (D:20261121000000+00'00')/ModDate (D:20261121000000+00'00')y");
  });
});
