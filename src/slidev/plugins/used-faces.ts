import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { digestOf } from '../../base/changed.ts';
import { CliError, wording } from '../../base/errors.ts';
import { type FamilyName, FONTS_CSS, TABLES } from '../../base/fonts/tables.ts';
import { usedCharacters } from '../../base/fonts/used-characters.ts';
import { FILE_LIMITS, type ReadRules, readFile, whyNotRead } from '../../base/read-file.ts';
import type { BundleDeck, BundleJob } from '../job.ts';

/** A rule for one font file. */
export const FONT_FACE = /@font-face\s*\{[^}]*\}/g;

const KATEX = /font-family:\s*["']?KaTeX_/;

/** What scripts may write at any time: page numbers, dates, diagrams. */
const ALWAYS = `${String.fromCharCode(...Array.from({ length: 0x60 }, (_, index) => 0x20 + index))}\u00b7\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u00a0\u00d7`;

/** A theme belongs to the organiser and may contain links. */
const OF_THEME: ReadRules = { place: 'anywhere', limit: FILE_LIMITS.other };

const { unescapeAll } = new MarkdownIt().utils;

/**
 * Returns a function that tells whether any character of the job's decks is set in a face, given as CSS: that applies
 * to some ten of a thousand files. Faces for formulas are used if a deck has any. Fonts other than the built-in theme's
 * count as used.
 */
export function usedFaces(job: BundleJob): (face: string) => boolean {
  const { root, decks } = job;
  let used: ReadonlyMap<string, ReadonlySet<number>> | null = null;
  let hasFormulas: boolean | null = null;
  return (face) => {
    if (KATEX.test(face)) {
      hasFormulas ??= decks.some((deck) => deckText(root, deck).includes('class="formula"'));
      return hasFormulas;
    }
    const family = familyOfFace(face);
    if (family === null) return true;
    used ??= charactersByFamily(job);
    const characters = used.get(family);
    if (!characters) return false;
    const isInRange = rangeOf(face);
    return [...characters].some(isInRange);
  };
}

/** The characters that each built-in family sets in a job's decks. */
export function charactersByFamily(job: BundleJob): ReadonlyMap<string, ReadonlySet<number>> {
  return usedCharacters(shownText(job), [...new Set(job.decks.map(({ lang }) => lang))]);
}

/** All text that may be shown, and more. */
export function shownText({ root, themeRoot, decks, shownBeside = '' }: BundleJob): string {
  return [ALWAYS, shownBeside, themeText(themeRoot), ...decks.map((deck) => deckText(root, deck))].join('\n');
}

/** The built-in font that a face belongs to, or null. */
export function familyOfFace(face: string): FamilyName | null {
  const family = /font-family:\s*["']?([^"';]+)/.exec(face)?.[1] ?? '';
  return Object.hasOwn(TABLES, family) ? (family as FamilyName) : null;
}

/** The tables describe only the fonts and precedence of the built-in theme. */
export function hasBuiltInFonts(themeRoot: string): boolean {
  const file = readFile(join(themeRoot, 'styles/fonts.css'), OF_THEME);
  if (file.state !== 'ok') return false;
  const css = file.value.toString('utf8').replaceAll('\r\n', '\n');
  return digestOf(css, 'hex') === FONTS_CSS;
}

/** A deck's Markdown with entities and YAML escapes decoded. */
function deckText(root: string, { file, title }: BundleDeck): string {
  const read = readFile(join(root, file), { place: { within: root }, limit: FILE_LIMITS.other });
  if (read.state !== 'ok') throw new CliError(wording`Cannot read ${join(root, file)}: ${whyNotRead(read)}`);
  const text = read.value
    .toString('utf8')
    .replaceAll(/\\[uU]([\dA-Fa-f]{4,8})/g, (_, hex: string) => characterOf(Number.parseInt(hex, 16)));
  return `${title}\n${unescapeAll(text)}`;
}

/** Text of all files of the theme, with CSS escapes decoded. */
function themeText(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : [themeText(path)];
      if (!/\.(?:vue|css|ts)$/.test(entry.name)) return [];
      // Unreadable files are reported when bundled.
      const file = readFile(path, OF_THEME);
      return file.state === 'ok' ? [file.value.toString('utf8')] : [];
    })
    .join('\n')
    .replaceAll(/\\([\da-f]{2,6})\s?/gi, (_, hex: string) => characterOf(Number.parseInt(hex, 16)));
}

function characterOf(codePoint: number): string {
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '';
}

/** Whether a face, given as CSS, covers a character. */
export function rangeOf(face: string): (codePoint: number) => boolean {
  const list = /unicode-range:([^;}]+)/.exec(face)?.[1];
  if (list === undefined) return () => true;
  const ranges = list.split(',').map((range) => {
    const [first = '', last = first] = range.trim().slice(2).split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}
