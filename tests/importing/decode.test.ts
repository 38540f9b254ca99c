import { describe, expect, test } from 'vitest';
import { decode } from '../../src/importing/decode.ts';
import { fixture } from './read.ts';

describe('the encoding of a file is found', () => {
  test.each([
    ['utf-8', new TextEncoder().encode('陈以安：你好，我们开始吧。')],
    ['utf-8', new Uint8Array([0xef, 0xbb, 0xbf, 0x41])],
    ['utf-16le', Buffer.from('\ufeffAda: 你好', 'utf16le')],
    ['utf-16le', Buffer.from('Ada: Hello.\nBen: Hello.\n', 'utf16le')],
    ['utf-16be', Buffer.from('Ada: Hello.\nBen: Hello.\n', 'utf16le').swap16()],
    ['windows-1252', Buffer.from('José: ¿Qué tal? Está muy bien, señor Núñez.', 'latin1')],
    ['shift_jis', Buffer.from([0x82, 0xb1, 0x82, 0xf1, 0x82, 0xc9, 0x82, 0xbf, 0x82, 0xcd, 0x81, 0x42])],
  ])('%s', (encoding, bytes) => {
    expect(decode(bytes).encoding).toBe(encoding);
  });

  test.each([
    ['gb18030.txt', 'gb18030', '林晓舟：欢迎大家'],
    ['big5.txt', 'big5', '主持人：歡迎大家'],
    ['utf16.txt', 'utf-16le', '林晓舟：欢迎大家'],
  ])('%s is %s', (file, encoding, begins) => {
    const { text, encoding: found } = fixture(`formats/${file}`);
    expect(found).toBe(encoding);
    expect(text.startsWith(begins)).toBe(true);
  });

  test('an undecodable byte stays visible', () => {
    const bytes = new TextEncoder().encode('陈以安：你好，我们开始吧，今天人很多。');
    bytes[13] = 0xff;
    const { text, encoding } = decode(bytes);
    expect([encoding, text.includes('\uFFFD')]).toEqual(['utf-8', true]);
  });
});
