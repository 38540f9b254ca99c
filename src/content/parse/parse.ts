import { finding, type Result } from '../../findings/finding.ts';
import type { Block, FootnoteText } from '../summary/markup.ts';
import { findSpot, type SourceFile, splitLines } from '../summary/source-file.ts';
import { parseBody } from './body.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter.ts';
import { createMarkdown } from './grammar.ts';

/** Front matter and blocks of a summary, with line and column of every value. */
export interface ParsedFile {
  readonly source: SourceFile;
  readonly lines: readonly string[];
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly Block[];
  readonly footnotes: readonly FootnoteText[];
  /** Language of the meetup, if event.md gives it. */
  readonly lang?: string | undefined;
}

/** Reads all summaries. */
export const markdown = createMarkdown();

/** Null, with findings, if front matter and body cannot be told apart. */
export function parse(source: SourceFile): Result<ParsedFile | null> {
  const { value: split, findings: ofHead } = parseFrontMatter(source);
  if (!split) return { value: null, findings: ofHead };
  const findings = [...ofHead];
  const lines = splitLines(source.text);
  const { blocks, footnotes, unclosedComment, unclosedFence } = parseBody(
    markdown,
    split.body,
    split.bodyOffset,
    lines,
  );
  if (unclosedComment !== null) {
    const at = findSpot(lines, { first: unclosedComment, last: unclosedComment }, '<!--');
    findings.push(finding(source.path, at, 'unclosed-comment', {}));
  }
  if (unclosedFence !== null) {
    const at = findSpot(lines, { first: unclosedFence, last: unclosedFence }, '');
    findings.push(finding(source.path, at, 'unclosed-fence', {}));
  }
  return { value: { source, lines, frontMatter: split.frontMatter, blocks, footnotes }, findings };
}
