import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkClaim, parseTranscript } from '../../src/content/claims/check-claim.ts';
import { findWeakSupport } from '../../src/content/claims/weak-support.ts';
import { draftTalk } from '../../src/drafting/draft.ts';
import { LOOSE } from '../../src/drafting/pieces.ts';
import { pointsOf, saidOf, stands } from './read-said.ts';

/** The meetup's transcript is kept outside of the repository. */
const folder = new URL('../../../shared/source/', import.meta.url);
const file = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.txt')) : undefined;

/** Lines of the talks, and those of them that the summaries in content/ cite. */
const TALKS = [
  { first: 27, last: 55, cited: [27, 31, 35, 37, 39, 41, 43, 45, 47, 49, 51, 53, 55] },
  { first: 65, last: 121, cited: [65, 69, 73, 77, 81, 87, 91, 95, 99, 103, 105, 109, 113, 117, 119, 121] },
  { first: 129, last: 151, cited: [129, 131, 135, 139, 143, 147, 151] },
  { first: 159, last: 169, cited: [159, 163, 169] },
];

describe.skipIf(file === undefined)('the real transcript (skipped without ../shared/source)', () => {
  const transcript = parseTranscript(file === undefined ? '' : readFileSync(new URL(file, folder), 'utf8'));
  const drafts = TALKS.map(({ first, last }) => {
    const said = saidOf(transcript.lines).filter(
      ({ line, text }) => line >= first && line <= last && !/分享实录$|^\d\d$/.test(text),
    );
    return { said, draft: draftTalk(said, 'zh-CN') };
  });

  test('every point is in its lines and passes the claim check', () => {
    for (const { said, draft } of drafts) {
      expect(draft.takeaway).not.toBeNull();
      expect(draft.sections.length).toBeLessThanOrEqual(6);
      for (const point of pointsOf(draft)) {
        expect(stands(point, said), point.text).toBe(true);
        const claim = { text: point.text, lang: 'zh-CN' };
        expect(checkClaim(claim, transcript, [point.lines])).toEqual([]);
        expect(findWeakSupport(claim, transcript, [point.lines])?.type, point.text).not.toBe('negated');
      }
    }
  });

  test('the draft rests on most of the lines that people cited, and few bullets begin with a loose word', () => {
    const points = drafts.map(({ draft }) => pointsOf(draft));
    const wanted = TALKS.flatMap(({ cited }) => cited);
    const cited = new Set(points.flat().flatMap(({ lines }) => [lines.first, lines.last]));
    expect(wanted.filter((line) => cited.has(line)).length / wanted.length).toBeGreaterThan(0.75);
    const loose = points.flat().filter(({ text }) => LOOSE.zh.test(text));
    expect(loose.length / points.flat().length).toBeLessThan(0.2);
  });

  test('lists keep their numbers, and none is glued to another', () => {
    const starts = drafts.map(({ draft }) =>
      draft.sections.flatMap((section) =>
        section.kind === 'steps'
          ? [[section.start, section.points.length]]
          : section.kind === 'table'
            ? [[1, section.rows.length]]
            : [],
      ),
    );
    expect(starts).toEqual([
      [[1, 6]],
      [
        [1, 4],
        [1, 2],
        [3, 3],
      ],
      [[1, 3]],
      [],
    ]);
  });
});
