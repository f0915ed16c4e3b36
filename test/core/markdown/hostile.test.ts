/** Texts that cost a careless reader minutes or its stack. The time limit is far from what is needed: see the benchmark. */
import assert from 'node:assert/strict';
import { findFields } from '../../../server/src/core/fields.js';
import { scanBlocks } from '../../../server/src/core/markdown/blocks.js';
import { readFrontMatter } from '../../../server/src/core/markdown/frontMatter.js';
import { proseOf } from '../../../server/src/core/markdown/inline.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { findSuppressions } from '../../../server/src/core/suppressions.js';
import { findLineStarts } from '../../../server/src/core/text.js';
import { hostileTexts } from './support/hostile.js';

const size = 200_000;

describe('hostile texts', function () {
  this.timeout(20_000);
  for (const [name, make] of Object.entries(hostileTexts)) {
    it(`reads ${name}`, () => {
      const text = make(size);
      const { frontMatter, bodyStart, problems } = readFrontMatter(text);
      const { blocks, comments, labels } = scanBlocks(text, bodyStart);
      let end = bodyStart;
      for (const block of blocks) {
        assert.ok(block.span.start >= end && block.span.end <= text.length);
        end = block.span.end;
        const prose = proseOf(text, block, { inlineCode: false, labels });
        assert.equal(prose.length, block.span.end - block.span.start);
      }
      assert.ok(problems.length <= 21);
      findFields(text, frontMatter, blocks, defaultSettings);
      findSuppressions(text, comments, findLineStarts(text), frontMatter);
    });
  }
});
