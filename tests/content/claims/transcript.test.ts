import { expect, test } from 'vitest';
import { parseTranscript } from '../../../src/content/claims/check-claim.ts';

test.each([
  ['LF', 'a\nb\n', ['a', 'b']],
  ['CRLF', 'a\r\nb\r\n', ['a', 'b']],
  ['both', 'a\r\nb\nc', ['a', 'b', 'c']],
  ['empty lines keep their numbers', '\n\na\n\nb', ['', '', 'a', '', 'b']],
  ['a byte order mark is no text', '\uFEFFa\n', ['a']],
  ['U+2028 and form feed end no line', 'a\u2028b\fc', ['a\u2028b\fc']],
  ['nothing', '', []],
])('%s', (_, text, lines) => {
  expect(parseTranscript(text).lines).toEqual(lines);
});
