import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontSlug } from '../../../src/deck/model/model-front.ts';

describe('the name of the meetup', () => {
  it.each([
    [
      '\u57fa\u7840\u67b6\u6784\u8f6f\u4ef6\u521b\u4e1a\u4e4b\u9053',
      '\u57fa\u7840\u67b6\u6784\u8f6f\u4ef6\u521b\u4e1a\u4e4b\u9053',
    ],
    ['\u5f00\u6e90\uff1a\u4e00\u573a\u5706\u684c', '\u5f00\u6e90-\u4e00\u573a\u5706\u684c'],
    ['a/b: c?', 'a-b-c'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\Users\\me', 'C-Users-me'],
    ['Node.js night.', 'Node.js-night'],
    ['-rf .hidden', 'rf-.hidden'],
    ['Cafe\u0301 \u202etxt', 'Caf\u00e9-txt'],
    ['CON', 'CON_'],
    ['Com\u00b9', 'Com\u00b9_'],
    ['nul.txt', 'nul_.txt'],
    ['???', 'meetup'],
    ['\ud800', 'meetup'],
    ['\u{1f680}', 'meetup'],
    [`1. ${'long '.repeat(40)}`, `1.-${'long-'.repeat(11)}lo`],
  ])('%j is %s', (title, expected) => {
    expect(frontSlug(title, [])).toBe(expected);
  });

  it('is that of no deck, in no case', () => {
    expect(frontSlug('QA', ['ada', 'qa'])).toBe('QA-meetup');
    expect(frontSlug('TiDB', ['tidb', 'TIDB-meetup'])).toBe('TiDB-meetup-meetup');
  });

  it('keeps a character whole where it cuts, and has room for three bytes each and an extension', () => {
    expect(frontSlug(`${'\u6570'.repeat(59)}e\u0301\u0302`, [])).toBe('\u6570'.repeat(59));
    expect(Buffer.byteLength(frontSlug('\u6570'.repeat(300), []))).toBe(180);
  });

  it('is safe whatever the title is', () => {
    const safe = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}._-]*[\p{L}\p{N}\p{M}_])?$/u;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (title) => {
        const slug = frontSlug(title, ['qa']);
        expect(slug).toMatch(safe);
        expect(slug).not.toMatch(
          /^(?:con|prn|aux|nul|com[\d\u00b9\u00b2\u00b3]|lpt[\d\u00b9\u00b2\u00b3])(?:\.|$)/i,
        );
        expect(slug.normalize('NFC')).toBe(slug);
        expect(Buffer.byteLength(slug)).toBeLessThan(200);
      }),
    );
  });
});
