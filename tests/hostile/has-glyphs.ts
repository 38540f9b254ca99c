import MarkdownIt from 'markdown-it';
import { covers } from '../../src/base/fonts/families.ts';
import { needsGlyph } from '../../src/base/fonts/used-characters.ts';

const { unescapeAll } = new MarkdownIt().utils;

/** A character that no font has never comes as far as a slide; tests/fixtures/glyphs has those. */
export function hasGlyphs(text: string): boolean {
  return [...unescapeAll(text)].every((char) => covers(char.codePointAt(0) ?? 0) || !needsGlyph(char));
}
