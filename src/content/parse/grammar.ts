import type LinkifyIt from 'linkify-it';
import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import deflist from 'markdown-it-deflist';
import footnote from 'markdown-it-footnote';
import { readFormulas } from './formulas.ts';
import { readHeadingLinks } from './heading-links.ts';
import { readInlineMarks } from './inline-marks.ts';
import { readTasks } from './tasks.ts';

type BlockRule = Parameters<MarkdownIt['block']['ruler']['before']>[2];
type InlineRule = Parameters<MarkdownIt['inline']['ruler']['before']>[2];

/**
 * The Markdown of summaries: CommonMark with tables, task lists, definition lists, footnotes, formulas, strikethrough and
 * further inline marks, bare web addresses as links, HTML comments as speaker notes, and `<br>`. Any other HTML is text.
 */
export function createMarkdown(): MarkdownIt {
  const markdown = new MarkdownIt({ html: false, linkify: true });
  // `**“text”**` adjacent to a Chinese, Japanese or Korean letter is bold, contrary to CommonMark.
  markdown.use(cjkFriendly);
  markdown.use(deflist);
  markdown.use(footnote);
  // Where footnotes go is decided later; inline notes (`x^[2]`) are not supported.
  markdown.core.ruler.disable('footnote_tail');
  markdown.inline.ruler.disable('footnote_inline');
  // Only addresses with a scheme become links: `README.md` or `a@b.c` in a sentence do not.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  endBeforeWideText(markdown.linkify);
  // All links are parsed, so that findings can report those not allowed.
  markdown.validateLink = () => true;
  markdown.normalizeLink = (url) => url;
  markdown.normalizeLinkText = (url) => url;
  markdown.block.ruler.before('fence', 'note', noteRule, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  markdown.inline.ruler.before('autolink', 'break', breakRule);
  readHeadingLinks(markdown);
  readInlineMarks(markdown);
  readFormulas(markdown);
  readTasks(markdown);
  return markdown;
}

/** Ends bare addresses where Chinese, Japanese or Korean text follows without a space. */
function endBeforeWideText(linkify: LinkifyIt): void {
  linkify.onCompile = () => {
    const patterns = linkify.re as unknown as Record<string, string>;
    const { src_Any: any = '' } = patterns;
    for (const [name, source] of Object.entries(patterns)) {
      patterns[name] = source
        // Grouped, because it contains alternatives and prefixes must apply to all of them.
        .replaceAll(any, `(?:${any})`)
        .replaceAll(SEPARATORS, `${SEPARATORS.slice(0, -1)}${WIDE}]`)
        // Characters not allowed at the end of an address are not allowed before such text either.
        .replaceAll('|$)', `|$|[${WIDE}])`)
        .replaceAll('(?!$|', `(?!$|[${WIDE}]|`);
    }
  };
  // Recompiles the patterns.
  linkify.tlds([], true);
}
/** The library's own pattern for characters outside addresses. */
const SEPARATORS = '[><\uff5c]';
/** Curly quotes, ellipsis and the characters of such text; letters beyond the BMP by their high surrogate. */
const WIDE =
  '\u2018\u2019\u201C\u201D\u2026\u3000-\u30FF\u3130-\u9FFF\uAC00-\uD7AF\uD840-\uD88F\uF900-\uFAFF\uFF00-\uFFEF';

/**
 * `<!-- ... -->` from the start of a line to the end of one. An unclosed comment runs to the end of its container and
 * is marked, so that it can be reported.
 */
const noteRule: BlockRule = (state, startLine, endLine, silent) => {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  if (!state.src.startsWith('<!--', start)) return false;

  const limit = state.eMarks[endLine - 1] ?? state.src.length;
  const close = state.src.indexOf('-->', start + 4);
  const closed = close >= 0 && close + 3 <= limit;
  let line = startLine;
  if (closed) {
    while ((state.eMarks[line] ?? limit) < close) line += 1;
    // Text after the comment would be lost, so then it counts as text.
    if (state.src.slice(close + 3, state.eMarks[line]).trim() !== '') return false;
  } else {
    line = endLine - 1;
  }
  if (silent) return true;

  const token = state.push('note', '', 0);
  token.content = state.src.slice(start + 4, closed ? close : limit);
  token.map = [startLine, line + 1];
  token.meta = { closed };
  state.line = line + 1;
  return true;
};

/** `<br>`, the only HTML tag supported: it breaks lines in table cells. */
const breakRule: InlineRule = (state, silent) => {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  const [tag] = /^<br\s{0,9}\/?>/i.exec(state.src.slice(state.pos, state.pos + 16)) ?? [];
  if (tag === undefined) return false;
  if (!silent) state.push('hardbreak', 'br', 0);
  state.pos += tag.length;
  return true;
};
