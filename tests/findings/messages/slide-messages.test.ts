import { describe, expect, it } from 'vitest';
import { glyphProblem } from '../../../src/base/fonts/glyph-problem.ts';
import { toMessage } from '../../../src/findings/finding.ts';

describe('a character without a glyph is named', () => {
  it.each<[string, number, string]>([
    ['ไ', 1, 'No bundled font has this script: Thai, as "ไ" (U+0E44).'],
    ['ไ', 12, 'No bundled font has this script: Thai, as "ไ" (U+0E44) and 11 more of its characters.'],
    ['\u{20001}', 2, 'No bundled font has the Chinese character "\u{20001}" (U+20001); it is here 2 times.'],
    ['\u20C0', 1, 'No bundled font has "\u20C0" (U+20C0).'],
    ['\u0007', 1, 'U+0007 is a control character.'],
    ['\uE000', 1, '"\uE000" (U+E000) is a private character: it has no meaning of its own.'],
    ['\u0378', 1, 'U+0378 is not a character.'],
    ['\uD83D', 1, 'U+D83D is half a character.'],
    ['\uFFFD', 3, '"\uFFFD" (U+FFFD) marks a lost character; it is here 3 times.'],
  ])('%j', (char, count, what) => {
    const message = toMessage({ code: 'missing-glyph', args: { char, problem: glyphProblem(char), count } });
    expect(message.what).toBe(what);
    expect(message.why).toMatch(/^[A-Z].*\.$/);
    expect(message.fix).toMatch(/^[A-Z].*\.$/);
  });

  it('and of a font that is not installed, the command that installs it', () => {
    const command = 'npm install @fontsource/noto-sans-kr@5.3.0';
    const problem = { type: 'package', name: '@fontsource/noto-sans-kr', command } as const;
    const { what, fix } = toMessage({ code: 'missing-glyph', args: { char: '\uD55C', problem, count: 3 } });
    expect(what).toBe(
      '"\uD55C" (U+D55C) and 2 more characters need the fonts of @fontsource/noto-sans-kr, which is not installed.',
    );
    expect(fix).toMatch(/^Run "npm install @fontsource\/noto-sans-kr@5\.3\.0" in the meetup's folder; or /);
  });

  it('and where it is a second code for a common one, that is named too', () => {
    const args = { char: '\u{2F81B}', problem: { type: 'han' }, count: 1 } as const;
    const { fix } = toMessage({ code: 'missing-glyph', args });
    expect(fix).toContain('Write "况" (U+51B5), which looks the same');
  });
});
