import type MarkdownIt from 'markdown-it';

type BlockRule = Parameters<MarkdownIt['block']['ruler']['before']>[2];
type InlineRule = Parameters<MarkdownIt['inline']['ruler']['before']>[2];

/** TeX formulas: `$...$` in text; `$$...$$` as a block, from the start of one line to the end of another. */
export function readFormulas(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'formula_block', blockRule, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  markdown.inline.ruler.after('escape', 'formula', inlineRule);
}

const blockRule: BlockRule = (state, startLine, endLine, silent) => {
  const lineOf = (line: number) => {
    const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
    return state.src.slice(start, state.eMarks[line]).trimEnd();
  };
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const first = lineOf(startLine);
  if (!first.startsWith('$$')) return false;
  const opening = first.slice(2);
  let line = startLine;
  let tex: string | null = null;
  if (/\S\s*\$\$$/.test(opening)) {
    tex = opening.slice(0, -2);
    if (tex.includes('$$')) return false;
  } else if (!opening.includes('$$')) {
    const rows = [opening];
    for (line += 1; line < endLine && tex === null; line += 1) {
      const row = lineOf(line);
      // A formula does not continue past the end of its quote or item.
      if (row !== '' && (state.sCount[line] ?? 0) < state.blkIndent) return false;
      if (row.endsWith('$$')) tex = [...rows, row.slice(0, -2)].join('\n');
      else if (row.includes('$$')) return false;
      rows.push(row);
    }
    line -= 1;
  }
  if (tex === null || tex.trim() === '') return false;
  if (silent) return true;
  const token = state.push('formula_block', 'div', 0);
  token.content = tex;
  token.map = [startLine, line + 1];
  state.line = line + 1;
  return true;
};

/** Bounded, so that no text makes the search slow. */
const LONGEST = 2000;
/** Signs that amounts of money, shell variables and template placeholders do not have. */
const SIGNS = /[\\^_={}]/;

/** Prices stay text (`$5 and $10`), and so do `$HOME/$PATH`, `US$20` and `$a and then $b`. */
const inlineRule: InlineRule = (state, silent) => {
  const { src, pos, posMax } = state;
  if (src[pos] !== '$' || /[A-Za-z\d$]/.test(src[pos - 1] ?? '')) return false;
  const mark = src[pos + 1] === '$' ? '$$' : '$';
  const start = pos + mark.length;
  const end = endOfFormula(src, start, Math.min(posMax, start + LONGEST), mark);
  if (end === null) return false;
  const tex = src.slice(start, end);
  if (mark === '$' && !isFormula(tex)) return false;
  if (!silent) state.push('formula', 'span', 0).content = tex;
  state.pos = end + mark.length;
  return true;
};

function endOfFormula(src: string, start: number, limit: number, mark: string): number | null {
  if (/[\s$]|^$/.test(src[start] ?? '') && mark === '$') return null;
  for (let at = start; at + mark.length <= limit; at += 1) {
    if (src[at] === '\\') at += 1;
    else if (src[at] === '`') return null;
    else if (src[at] === '$') {
      const isEnd = src.startsWith(mark, at) && !/[A-Za-z\d$]/.test(src[at + mark.length] ?? '');
      const isTight = mark === '$$' ? src.slice(start, at).trim() !== '' : !/\s/.test(src[at - 1] ?? ' ');
      return isEnd && isTight && at > start ? at : null;
    }
  }
  return null;
}

/** Without TeX signs: separate letters and digits such as `x`, `n - 1` and `f(x)`, neither words nor amounts. */
function isFormula(tex: string): boolean {
  return (
    SIGNS.test(tex) ||
    (/^[^\d,.]/.test(tex) && !/[A-Za-z]{3}|[^\x20-\x7e\u0370-\u03ff\u2200-\u22ff]/.test(tex))
  );
}
