/** What we ship of others: under licences that allow it, listed, and nothing that runs when a package is installed. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const json = (path: string) => JSON.parse(read(path)) as Record<string, unknown>;
const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish', 'preprepare', 'postprepare'];

const permissive = /^(?:MIT|ISC|0BSD|Unlicense|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0)$/;

describe('Packages of others', () => {
  let folders: string[];
  before(function () {
    if (!existsSync(join(root, 'dist/packages.json'))) this.skip();
    folders = json('dist/packages.json') as unknown as string[];
    assert.ok(folders.length > 5);
  });

  it('in our bundles are under permissive licences, and their texts can be read', () => {
    for (const folder of folders) {
      const { name, license } = json(`${folder}/package.json`) as { name: string; license: string };
      const choices = license.replace(/[()]/g, '').split(/ OR | AND /);
      assert.ok(
        choices.some((choice) => permissive.test(choice)),
        `${name}: ${license}`,
      );
    }
  });

  it('in our bundles bring no script that runs when they are installed, and no native code', () => {
    const locked = (json('package-lock.json') as { packages: Record<string, { hasInstallScript?: boolean }> }).packages;
    for (const folder of folders) {
      const { scripts = {} } = json(`${folder}/package.json`) as { scripts?: Record<string, string> };
      assert.deepEqual(
        ['preinstall', 'install', 'postinstall'].filter((hook) => scripts[hook] !== undefined),
        [],
        folder,
      );
      assert.ok(!locked[folder]?.hasInstallScript, folder);
      assert.ok(!existsSync(join(root, folder, 'binding.gyp')), folder);
    }
  });

  it('are not asked for when ours is installed, and ours runs nothing', () => {
    const { scripts, dependencies, optionalDependencies, peerDependencies, bundleDependencies } = json(
      'package.json',
    ) as Record<string, Record<string, string> | undefined>;
    assert.deepEqual(
      hooks.filter((hook) => scripts?.[hook] !== undefined),
      [],
    );
    for (const part of [dependencies, optionalDependencies, peerDependencies, bundleDependencies])
      assert.deepEqual(part ?? {}, {});
  });

  it('come in the versions that were looked at, each with its checksum', () => {
    const { packages } = json('package-lock.json') as {
      packages: Record<string, { resolved?: string; integrity?: string }>;
    };
    for (const [path, { resolved, integrity }] of Object.entries(packages)) {
      if (path === '') continue;
      assert.match(integrity ?? '', /^sha512-/, path);
      if (resolved !== undefined) assert.match(resolved, /^https:\/\/registry\.npmjs\.org\//, path);
    }
  });

  it('are loaded by no bundle from outside of it', function () {
    const bundles = ['dist/cli/clausemark.mjs', 'dist/server/server.cjs', 'dist/client/extension.cjs'];
    if (!bundles.every((path) => existsSync(join(root, path)))) this.skip();
    for (const path of bundles) {
      const wanted = [...read(path).matchAll(/\brequire\("([^"./][^"]*)"\)|^import .* from "([^"./][^"]*)"/gm)]
        .map((match) => match[1] ?? match[2]!)
        .filter((name) => name !== 'vscode' && !name.startsWith('node:'));
      const known = execFileSync(process.execPath, ['-p', 'require("module").builtinModules.join()'], {
        encoding: 'utf8',
      });
      assert.deepEqual(
        [...new Set(wanted)].filter((name) => !known.trim().split(',').includes(name)),
        [],
        path,
      );
    }
  });
});
