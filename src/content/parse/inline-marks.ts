import type MarkdownIt from 'markdown-it';
import emojiByName from 'markdown-it-emoji/lib/data/full.mjs';

type InlineRule = Parameters<MarkdownIt['inline']['ruler']['before']>[2];

/**
 * Marks beyond CommonMark that people type in text: `==marked==`, `H~2~O`, `x^2^`, `:rocket:`. Each is read only where
 * it cannot mean anything else: `a == b`, `x=1==y`, `~5`, `2^10`, `10:30:45` and `std::list` stay text.
 */
export function readInlineMarks(markdown: MarkdownIt): void {
  const { ruler } = markdown.inline;
  ruler.before('emphasis', 'marked', markedRule);
  ruler.before('emphasis', 'lowered', smallSigns('~', 'lowered', 'sub'));
  ruler.before('emphasis', 'raised', smallSigns('^', 'raised', 'sup'));
  ruler.before('emphasis', 'emoji', emojiRule);
}

/** Longer than a paragraph that anybody marks; bounded to keep the search fast. */
const LONGEST_MARKED = 1000;

const markedRule: InlineRule = (state, silent) => {
  const { src, pos, posMax } = state;
  if (!src.startsWith('==', pos) || isWord(src[pos - 1]) || src[pos - 1] === '=') return false;
  const start = pos + 2;
  if (/[\s=]|^$/.test(src[start] ?? '')) return false;
  const end = endOfMarked(src, start, Math.min(posMax, start + LONGEST_MARKED));
  if (end === null) return false;
  if (!silent) {
    state.push('marked_open', 'mark', 1).markup = '==';
    state.pos = start;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push('marked_close', 'mark', -1).markup = '==';
    state.posMax = posMax;
  }
  state.pos = end + 2;
  return true;
};

/** Position of the closing `==`, skipping code; null if there is none. */
function endOfMarked(src: string, start: number, limit: number): number | null {
  for (let end = src.indexOf('==', start); end >= 0 && end + 2 <= limit; end = src.indexOf('==', end + 1)) {
    const [before, after] = [src[end - 1] ?? ' ', src[end + 2]];
    if (/[\s=\\]/.test(before) || after === '=' || isWord(after)) continue;
    const backticks = src.slice(start, end).match(/`/g)?.length ?? 0;
    if (backticks % 2 === 0) return end;
  }
  return null;
}

/** ASCII only, since Chinese text has no spaces before marks. */
function isWord(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character);
}

/**
 * Letters, digits and signs of charges and exponents, after a letter, a bracket or a mark; powers also after a digit.
 * Not other text between tildes and carets: `1~2月和3~4月`, `10~20,30~40`, `HEAD~1~2`.
 */
function smallSigns(sign: '~' | '^', name: 'lowered' | 'raised', tag: string): InlineRule {
  const mark = sign === '^' ? String.raw`\^` : sign;
  const letter = String.raw`\p{Script=Latin}\p{Script=Greek}`;
  const pattern = new RegExp(
    String.raw`${mark}([${letter}\p{N}+\-\u2212=()]{1,20})${mark}(?![${mark}\p{N}])`,
    'uy',
  );
  const before = new RegExp(`[${letter}${sign === '^' ? String.raw`\p{N}` : ''})\\]*_\`]$`, 'u');
  return (state, silent) => {
    const { src, pos, posMax } = state;
    if (src[pos] !== sign || !before.test(src.slice(Math.max(0, pos - 2), pos))) return false;
    pattern.lastIndex = pos;
    const [whole, content = ''] = pattern.exec(src.slice(0, posMax)) ?? [];
    if (whole === undefined || !/[\p{L}\p{N}+\-\u2212]/u.test(content)) return false;
    // As in `H~2~O`.
    if (
      /[\p{Script=Latin}\p{Script=Greek}]/u.test(src[pos + whole.length] ?? '') &&
      !/^\p{N}+$/u.test(content)
    )
      return false;
    if (!silent) {
      state.push(`${name}_open`, tag, 1).markup = sign;
      state.push('text', '', 0).content = content;
      state.push(`${name}_close`, tag, -1).markup = sign;
    }
    state.pos += whole.length;
    return true;
  };
}

const EMOJI_NAME = /:([a-z+-][a-z\d_+-]{1,40}):(?![A-Za-z\d:])/y;

const emojiRule: InlineRule = (state, silent) => {
  const { src, pos, posMax } = state;
  if (src[pos] !== ':' || /[A-Za-z\d:/]/.test(src[pos - 1] ?? '')) return false;
  EMOJI_NAME.lastIndex = pos;
  const [whole, name = ''] = EMOJI_NAME.exec(src.slice(0, posMax)) ?? [];
  if (whole === undefined || !Object.hasOwn(emojiByName, name)) return false;
  if (!silent) {
    // Stored like entities and escapes, to remember what was typed.
    const token = state.push('text_special', '', 0);
    token.content = emojiByName[name] ?? '';
    token.markup = whole;
    token.info = 'emoji';
  }
  state.pos += whole.length;
  return true;
};
