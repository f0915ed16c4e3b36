/** Sentences in scripts without blanks and capitals end at their own marks, and before a line that begins with its number. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';

describe('a sentence in a script without capitals', () => {
  const about = '# 方针\n\n依据ISO/IEC 27001:2022。\n\n';

  it('ends at its own mark', () => {
    for (const mark of ['。', '；', '！', '？'])
      assert.equal(
        readIds(`${about}日志依A.8.15执行${mark}模型依ISO/IEC 42001的A.6.2.4验证。\n`),
        '27001 A.8.15, 42001 A.6.2.4',
        mark,
      );
  });

  it('ends before a line with a number of its own', () => {
    const lines = ['2.1 日志依A.8.15执行', '2.2 模型依ISO/IEC 42001的A.6.2.4验证', '2.3 备份依A.8.13执行'];
    assert.equal(readIds(`${about}${lines.join('\n')}\n`), '27001 A.8.15, 42001 A.6.2.4, 27001 A.8.13');
  });

  it('of Korean ends at its point', () => {
    const text =
      '# 지침\n\nISO/IEC 27001:2022를 따른다.\n\n2.1 클라우드는 ISO/IEC 27017 CLD.6.3.1을 적용한다.\n2.2 출입은 A.7.12에 따른다. 모델은 ISO/IEC 42001 A.6.2.4에 따른다.\n';
    assert.equal(readIds(text), '27001 A.7.12, 42001 A.6.2.4');
  });
});
