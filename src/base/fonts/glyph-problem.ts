import type { FontPackage } from './font-packages.ts';

/** Why a character has no glyph. */
export type GlyphProblem =
  /** It belongs to a script that no font covers; `script` is its English name. */
  | { readonly type: 'script'; readonly script: string }
  /** Its font is not installed; `command` installs it. */
  | { readonly type: 'package'; readonly name: FontPackage; readonly command: string }
  | { readonly type: 'han' | 'control' | 'private' | 'unassigned' | 'surrogate' | 'replacement' | 'sign' };

/** Unicode names. Inherited and common characters belong to none. */
const SCRIPTS = [
  'Arabic',
  'Bengali',
  'Cherokee',
  'Coptic',
  'Devanagari',
  'Ethiopic',
  'Gujarati',
  'Gurmukhi',
  'Hebrew',
  'Javanese',
  'Kannada',
  'Khmer',
  'Lao',
  'Malayalam',
  'Mongolian',
  'Myanmar',
  'Nko',
  'Oriya',
  'Sinhala',
  'Syriac',
  'Tai_Tham',
  'Tamil',
  'Telugu',
  'Thaana',
  'Thai',
  'Tibetan',
  'Tifinagh',
  'Yi',
].map((name) => ({ name: name.replace('_', ' '), pattern: new RegExp(`\\p{Script=${name}}`, 'u') }));

/** Why no font has a glyph for a character (one code point). */
export function glyphProblem(char: string): GlyphProblem {
  if (char === '\uFFFD') return { type: 'replacement' };
  if (/\p{Cs}/u.test(char)) return { type: 'surrogate' };
  if (/\p{Co}/u.test(char)) return { type: 'private' };
  if (/\p{Cn}/u.test(char)) return { type: 'unassigned' };
  if (/\p{Cc}/u.test(char)) return { type: 'control' };
  if (/\p{Script=Han}/u.test(char)) return { type: 'han' };
  const script = SCRIPTS.find(({ pattern }) => pattern.test(char));
  return script ? { type: 'script', script: script.name } : { type: 'sign' };
}
