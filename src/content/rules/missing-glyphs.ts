import { type Coverage, coverageOf } from '../../base/fonts/families.ts';
import { FONT_VERSION, type FontPackage } from '../../base/fonts/font-packages.ts';
import { type GlyphProblem, glyphProblem } from '../../base/fonts/glyph-problem.ts';
import type { Font } from '../../base/fonts/read-font.ts';
import { needsGlyph } from '../../base/fonts/used-characters.ts';
import type { Spot } from '../../base/text.ts';
import { type Finding, finding } from '../../findings/finding.ts';
import { type Event, type FontFiles, langOf } from '../summary/meetup.ts';
import { characterSpots } from '../summary/spots.ts';
import { type AnySummary, shownTexts } from '../summary/statements.ts';
import type { Rule } from './meetup-rule.ts';

/** Every character on slides and in notes has a glyph in some font. */
export const glyphs: Rule = ({ meetup: { event, talks, exchanges }, fontFiles, fontPackages, memory }) => {
  const own = proseFonts(event, fontFiles);
  return [event, ...talks, ...exchanges].flatMap((summary) => {
    const lang = langOf(summary, event);
    return memory.recall(`glyphs ${summary.source.path}`, { summary, own, lang, fontPackages }, check);
  });
};

/** The organiser's fonts for text; heading fonts do not fall back on the body font. */
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

interface Looked {
  readonly summary: AnySummary;
  readonly own: readonly Font[];
  readonly lang: string;
  readonly fontPackages: readonly FontPackage[];
}

/** One finding per character, per unsupported script, or per missing font package. */
function check({ summary, own, lang, fontPackages }: Looked): readonly Finding[] {
  const coverage = coverageOf(lang, fontPackages);
  if (!mayLackGlyphs(summary.source.text, coverage)) return [];
  const isShown = (char: string, code: boolean): boolean =>
    isCovered(char, coverage) ||
    (!code && own.length > 0 && own.every((font) => font.advance(codePointOf(char)) > 0));
  const missing = new Map<string, Missing>();
  const spotOf = characterSpots(summary.lines);
  for (const shown of shownTexts(summary)) {
    for (const char of shown.text.replaceAll(SYLLABLE_PARTS, (parts) => parts.normalize('NFC'))) {
      if (isShown(char, shown.code)) continue;
      const problem = problemOf(char, coverage);
      const key =
        problem.type === 'script' ? problem.script : problem.type === 'package' ? problem.name : char;
      const known = missing.get(key);
      if (known) known.count += 1;
      else missing.set(key, { char, problem, at: spotOf(shown.lines, char), count: 1 });
    }
  }
  return [...missing.values()].map(({ at, char, problem, count }) =>
    finding(summary.source.path, at, 'missing-glyph', { char, problem, count }),
  );
}

/** Handles ASCII, the most common case, without tables. */
function isCovered(char: string, coverage: Coverage): boolean {
  return (char >= ' ' && char <= '~') || coverage.has(codePointOf(char)) || !needsGlyph(char);
}

function problemOf(char: string, coverage: Coverage): GlyphProblem {
  const name = coverage.packageFor(codePointOf(char));
  return name === null
    ? glyphProblem(char)
    : { type: 'package', name, command: `npm install ${name}@${FONT_VERSION}` };
}

function codePointOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}

/** Browsers compose them to Korean syllables. */
const SYLLABLE_PARTS = /[\u1100-\u11FF]+/g;

/** An HTML entity or a YAML escape. */
const ESCAPE = /&#?\w+;|\\[xuU][\dA-Fa-f]+/;

/** Quick test over the whole file, including what is not shown, such as paths of pictures. */
function mayLackGlyphs(text: string, coverage: Coverage): boolean {
  if (ESCAPE.test(text)) return true;
  for (let at = 0; at < text.length; at += 1) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at += 1;
    if (codePoint >= 0x20 && codePoint <= 0x7e) continue;
    if (!coverage.has(codePoint) && needsGlyph(String.fromCodePoint(codePoint))) return true;
  }
  return false;
}
