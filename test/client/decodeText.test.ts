import assert from 'node:assert';
import { decodeText } from '../../client/src/server/decodeText.js';

describe('Bytes of a file that the editor reads for the server', () => {
  it('are text where they are UTF-8, with the byte order mark', () => {
    const bytes = new TextEncoder().encode('\uFEFFGröße 😀');
    assert.deepEqual(decodeText(bytes), { text: '\uFEFFGröße 😀' });
  });

  it('are left out where they are no text, and the reason is named', () => {
    assert.deepEqual(decodeText(new Uint8Array([0x23, 0xe4, 0xf6])), { reason: 'not-utf8' });
    assert.deepEqual(decodeText(new Uint8Array([0x50, 0x4b, 0, 1])), { reason: 'binary' });
    assert.deepEqual(decodeText(new Uint8Array()), { text: '' });
  });
});
