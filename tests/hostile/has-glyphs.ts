import MarkdownIt from 'markdown-it';
import { covers } from '../../src/base/fonts/families.ts';
import { needsGlyph } from '../../src/base/fonts/used-characters.ts';

const { unescapeAll } = new MarkdownIt().utils;

/** Whether fonts have all of a text's characters: others never reach a slide; tests/fixtures/glyphs covers those. */
export function hasGlyphs(text: string): boolean {
  return [...unescapeAll(text)].every((char) => covers(char.codePointAt(0) ?? 0) || !needsGlyph(char));
}
