import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/advice/advise.ts';
import { type FixedFile, fixContent } from '../../src/advice/fix-content.ts';
import { passagesOf } from '../../src/advice/text/passages-of.ts';
import { type ContentFiles, readContent } from '../../src/content/read/read.ts';
import type { SourceFile } from '../../src/content/summary/source-file.ts';
import { validate } from '../../src/content/validate/validate.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { ROOT } from '../cli/run-cli.ts';
import { runs } from '../deep.ts';

const FOLDERS = ['.', 'tests/gallery/zh', 'tests/gallery/en', 'tests/fixtures/valid'] as const;

function read(folder: (typeof FOLDERS)[number]): ContentFiles {
  return readContent(`${ROOT}/${folder}`);
}

function errorsOf(content: ContentFiles): readonly Finding[] {
  return validate(content).findings.filter(({ severity }) => severity === 'error');
}

function filesOf({ event, talks, exchanges }: ContentFiles): readonly SourceFile[] {
  return [...(event ? [event] : []), ...talks, ...exchanges];
}

function withTexts(content: ContentFiles, textOf: (file: SourceFile) => string): ContentFiles {
  const renew = (file: SourceFile): SourceFile => ({ ...file, text: textOf(file) });
  return {
    ...content,
    event: content.event && renew(content.event),
    talks: content.talks.map(renew),
    exchanges: content.exchanges.map(renew),
  };
}

function withFixes(content: ContentFiles, fixed: readonly FixedFile[]): ContentFiles {
  const texts = new Map(fixed.map(({ path, after }) => [path, after]));
  return withTexts(content, ({ path, text }) => texts.get(path) ?? text);
}

/** Typing mistakes; each takes a character and the one after it. */
const SLIPS: readonly ((char: string, next: string) => string)[] = [
  (char) => (char === ' ' ? '' : char),
  (char) => (char === ' ' ? '  ' : char),
  (char) => (/[\uFF0C\u3002\uFF1A\uFF1B\uFF1F\uFF01\uFF08\uFF09]/.test(char) ? char.normalize('NFKC') : char),
  (char) => (/[,:;?!()]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char),
  (char) => char.toLowerCase(),
  (char, next) => (/\p{Script=Han}/u.test(char) && next !== '\n' ? `${char} ` : char),
  (char) => (char === '\u3002' ? '. ' : char),
];

const slip = fc.record({
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  kind: fc.nat(SLIPS.length - 1),
});

/** Applies mistakes one after another, each only where it changes something. */
function mistype(text: string, slips: readonly { readonly at: number; readonly kind: number }[]): string {
  const chars = text.split('');
  for (const { at, kind } of slips) {
    const places = chars.flatMap((char, index) => {
      const typed = SLIPS[kind]?.(char, chars[index + 1] ?? '') ?? char;
      return typed === char ? [] : [{ index, typed }];
    });
    const place = places[Math.floor(at * places.length)];
    if (place) chars[place.index] = place.typed;
  }
  return chars.join('');
}

/** Lower-case letters and digits: what no fix may change, except in names. */
function core(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

describe('fixing', () => {
  test('leaves good summaries alone', () => {
    const [real, zh, en] = FOLDERS;
    for (const folder of [real, zh, en]) expect(fixContent(read(folder), errorsOf)).toEqual([]);
  });

  test('real summaries with random typos: all is fixed or not mechanical, once is enough, nothing else changes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FOLDERS),
        fc.array(slip, { minLength: 1, maxLength: 60 }),
        fc.constantFrom('', 'glossary: [PingCAP, TiDB, OneFlow, UCloud, MySQL]\n'),
        (folder, slips, glossary) => {
          const content = withTexts(read(folder), ({ path, text }) => {
            const typed = mistype(text, slips);
            return path.endsWith('event.md') ? typed.replace('\n---\n', `\n${glossary}---\n`) : typed;
          });
          const errors = errorsOf(content);
          const fixed = fixContent(content, errorsOf);
          const after = withFixes(content, fixed);

          // A file whose front matter is readable now may have more findings.
          const unread = new Set(errors.flatMap(({ code, file }) => (code === 'yaml-colon' ? [file] : [])));
          // event.md sets the language for all others.
          if (content.event && unread.has(content.event.path)) return;
          const ofRead = (found: readonly Finding[]) => found.filter(({ file }) => !unread.has(file));
          // Text with its own edits, such as a list with another bullet, is fixed; the rest stays.
          const lasting = (found: readonly Finding[]) =>
            ofRead(found)
              .flatMap(({ code, file, edits }) => (edits ? [] : [`${file} ${code}`]))
              .sort();
          expect(lasting(errorsOf(after))).toEqual(lasting(errors));
          expect(ofRead(errorsOf(after)).length).toBeLessThanOrEqual(ofRead(errors).length);
          const broken = new Set(errors.map(({ file }) => file));
          const left = advise(validate(after)).filter(({ file, edits }) => edits && !broken.has(file));
          expect(left).toEqual([]);
          expect(fixContent(after, errorsOf)).toEqual([]);
          for (const file of fixed) {
            expect(core(file.after)).toBe(core(file.before));
            expect(file.findings.length).toBeGreaterThan(0);
          }
          const texts = (files: ContentFiles) => {
            const { meetup } = validate(files);
            const read = [meetup.event, ...meetup.talks, ...meetup.exchanges].filter(
              ({ source }) => !unread.has(source.path),
            );
            return read.map((summary) =>
              // A paragraph may have become a list.
              passagesOf(summary)
                .map(({ text, field }) => `${field ?? ''}${core(text)}`)
                .join(''),
            );
          };
          expect(texts(after)).toEqual(texts(content));
          expect(filesOf(after).map(({ text }) => text.split('\n').length)).toEqual(
            filesOf(content).map(({ text }) => text.split('\n').length),
          );
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? runs(3, 20)) },
    );
  });
});
