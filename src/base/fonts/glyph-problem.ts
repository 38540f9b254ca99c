import type { FontPackage } from './font-packages.ts';

/** Why a character has no glyph. */
export type GlyphProblem =
  /** Of a script that no font has; its name in English. */
  | { readonly type: 'script'; readonly script: string }
  /** Of a font that is not installed, with the command that installs it. */
  | { readonly type: 'package'; readonly name: FontPackage; readonly command: string }
  | { readonly type: 'han' | 'control' | 'private' | 'unassigned' | 'surrogate' | 'replacement' | 'sign' };

/** Names as Unicode has them. Inherited and common characters belong to none. */
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

/** What is wrong with a character (code point) that no font has. */
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
