import MarkdownIt from 'markdown-it';

type BlockRule = Parameters<MarkdownIt['block']['ruler']['before']>[2];

/**
 * The Markdown that summaries are written in: CommonMark with tables and strikethrough, bare web
 * addresses as links, and HTML comments as speaker notes. Any other HTML is text.
 */
export function createMarkdown(): MarkdownIt {
  const markdown = new MarkdownIt({ html: false, linkify: true });
  // Only what names its scheme is a link: `README.md` or `a@b.c` in a sentence is not.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  // Every link is parsed, so that the ones that are not allowed can be named in a finding.
  markdown.validateLink = () => true;
  markdown.normalizeLink = (url) => url;
  markdown.normalizeLinkText = (url) => url;
  markdown.block.ruler.before('fence', 'note', noteRule, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  return markdown;
}

/**
 * `<!-- ... -->` from the start of a line to the end of one. An unclosed comment runs to the end of
 * its container and is marked, so that it can be reported.
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
    // Text after the comment would be lost; then it is no comment but text.
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
