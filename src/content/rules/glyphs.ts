import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { covers } from '../../fonts/covers.ts';
import type { Font } from '../../fonts/font.ts';
import { type GlyphProblem, glyphProblem } from '../../fonts/glyph-problem.ts';
import { needsGlyph } from '../../fonts/needs-glyph.ts';
import type { Spot } from '../../spot.ts';
import { characterSpots } from '../character-spots.ts';
import type { FontFiles } from '../font-file.ts';
import type { AnySummary } from '../inlines.ts';
import type { Event } from '../meetup.ts';
import { shownTexts } from '../shown-texts.ts';
import type { Rule } from './rule.ts';

/** Every character that a slide or its notes show has a glyph in some font. */
export const glyphs: Rule = ({ meetup: { event, talks, exchanges }, fontFiles, memory }) => {
  const own = proseFonts(event, fontFiles);
  return [event, ...talks, ...exchanges].flatMap((summary) =>
    memory.recall(`glyphs ${summary.source.path}`, { summary, own }, check),
  );
};

/** The organiser's fonts that set text; a heading's font does not fall back on that of the body. */
function proseFonts({ look }: Event, files: FontFiles): readonly Font[] {
  const { font, boldFont, headingFont } = look.fonts;
  if (font === undefined) return [];
  return [font, boldFont, headingFont].flatMap((path) => {
    const file = path === undefined ? undefined : files.get(path);
    return file?.state === 'ok' ? [file.font] : [];
  });
}

interface Missing {
  readonly char: string;
  readonly problem: GlyphProblem;
  readonly at: Spot;
  count: number;
}

/** One finding for each character; a script that no font has is one. */
function check({
  summary,
  own,
}: {
  readonly summary: AnySummary;
  readonly own: readonly Font[];
}): readonly Diagnostic[] {
  if (!mayLackGlyphs(summary.source.text)) return [];
  const isShown = (char: string, code: boolean): boolean =>
    isCovered(char) || (!code && own.length > 0 && own.every((font) => font.advance(codePointOf(char)) > 0));
  const missing = new Map<string, Missing>();
  const spotOf = characterSpots(summary.lines);
  for (const shown of shownTexts(summary)) {
    for (const char of shown.text.replaceAll(SYLLABLE_PARTS, (parts) => parts.normalize('NFC'))) {
      if (isShown(char, shown.code)) continue;
      const problem = glyphProblem(char);
      const key = problem.type === 'script' ? problem.script : char;
      const known = missing.get(key);
      if (known) known.count += 1;
      else missing.set(key, { char, problem, at: spotOf(shown.lines, char), count: 1 });
    }
  }
  return [...missing.values()].map(({ at, char, problem, count }) =>
    error(summary.source.path, at, 'missing-glyph', { char, problem, count }),
  );
}

/** ASCII, the commonest, does without a look into tables. */
function isCovered(char: string): boolean {
  return (char >= ' ' && char <= '~') || covers(codePointOf(char)) || !needsGlyph(char);
}

function codePointOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}

/** A browser makes Korean syllables of them. */
const SYLLABLE_PARTS = /[\u1100-\u11FF]+/g;

/** An entity, or an escape of YAML. */
const ESCAPE = /&#?\w+;|\\[xuU][\dA-Fa-f]+/;

/** A quick look: what is not shown, such as the path of a picture, is looked at too. */
function mayLackGlyphs(text: string): boolean {
  if (ESCAPE.test(text)) return true;
  for (let at = 0; at < text.length; at += 1) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at += 1;
    if (codePoint >= 0x20 && codePoint <= 0x7e) continue;
    if (!covers(codePoint) && needsGlyph(String.fromCodePoint(codePoint))) return true;
  }
  return false;
}
