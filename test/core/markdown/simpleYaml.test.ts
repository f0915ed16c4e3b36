import assert from 'node:assert/strict';
import { readFrontMatter } from '../../../server/src/core/markdown/frontMatter.js';
import { readFullYaml } from '../../../server/src/core/markdown/fullYaml.js';
import { readSimpleYaml } from '../../../server/src/core/markdown/simpleYaml.js';
import type { YamlReading } from '../../../server/src/core/markdown/yamlFacts.js';
import { randomFrom } from './support/generate.js';
import { generateYaml } from './support/generateYaml.js';

const runs = 4000;

function comparable({ scalars, keys, problems }: YamlReading): unknown {
  return { scalars, keys, problems: [...problems].sort((a, b) => a.span.start - b.span.start) };
}

describe('the simple YAML reader', function () {
  this.timeout(60_000);
  it('reads what it accepts as the yaml package does', () => {
    let accepted = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const text = generateYaml(randomFrom(seed));
      const simple = readSimpleYaml(text, 0, text.length);
      if (!simple) continue;
      accepted++;
      assert.deepEqual(comparable(simple), comparable(readFullYaml(text, 0, text.length)), JSON.stringify(text));
    }
    assert.ok(accepted > runs / 20, `accepted only ${accepted}`);
  });

  it('accepts the forms that nearly all documents have', () => {
    const text =
      'id: POL-1 # c\ntitle: "T"\ncontrols: [27001:A.5.15, \'x\']\nlist:\n  - a\n  - b: c\n    d: e\nmap:\n  k:\n    - f\nnote: >-\n  text\n\nlast:\n';
    assert.notEqual(readSimpleYaml(text, 0, text.length), null);
  });

  it('gives up where it is not sure', () => {
    for (const text of [
      'a: &x y',
      'a: *x',
      'a: !t b',
      'a: {b: c}',
      'a: b\n  c',
      '? a',
      'a: b: c',
      '\ta: b',
      'a: "b',
      '- a',
      ' a: b',
      'a: |2\n   b',
    ]) {
      assert.equal(readSimpleYaml(text, 0, text.length), null, text);
    }
  });
});

describe('reading entry by entry', function () {
  this.timeout(60_000);
  it('gives the same as reading the whole, where the whole is in order', () => {
    for (let seed = 1; seed <= runs / 2; seed++) {
      const yaml = generateYaml(randomFrom(seed));
      const text = `---\nfirst: x\n${yaml}${/[\r\n]$/.test(yaml) ? '' : '\n'}---\n`;
      const { frontMatter, problems } = readFrontMatter(text);
      if (frontMatter?.container !== 'yaml') continue;
      // A line without a colon after a blank one is taken for the body.
      if (problems.some(({ code }) => code === 'unclosed-front-matter')) continue;
      const whole = readFullYaml(text, frontMatter.contentSpan.start, frontMatter.contentSpan.end);
      if (whole.problems.length > 0) continue;
      assert.deepEqual(problems, [], JSON.stringify(text));
      assert.deepEqual(frontMatter.scalars, whole.scalars, JSON.stringify(text));
    }
  });
});
