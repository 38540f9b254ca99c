import { rangesOf } from '../content/parse/fence-info.ts';
import type { CodeMarks } from '../content/summary/markup.ts';
import {
  codeLanguage,
  escapeHtml,
  PRELOADED,
  type TextPlace,
  UNSAFE_IN_NOTE,
  UNSAFE_IN_SOURCE,
} from './escape.ts';

interface Code {
  readonly lang: string;
  readonly text: string;
  readonly marks?: CodeMarks;
}

/**
 * A fence; where a fence could not hold the text from Slidev's patterns, which search the source, a
 * `<pre>` with everything escaped. Of a fence's info only the language, marked lines and their numbers are given on, in
 * words of our own: it is code. A file's name stands above.
 * @param nested whether it stands within another block: Slidev looks into fences that begin no line
 */
export function codeMarkdown({ lang, text, marks }: Code, place: TextPlace, nested = false): string {
  // For Slidev's patterns a line ends there, too: what stands behind would be a line of its deck.
  const content = text.replaceAll(/[\u2028\u2029]/g, '\n').replace(/\n$/, '');
  // For Slidev's patterns, a line like a closing fence ends the fence.
  const patterns = [
    UNSAFE_IN_SOURCE,
    ...(nested || /^```/m.test(content) ? [PRELOADED] : []),
    ...(place === 'note' ? [UNSAFE_IN_NOTE] : []),
  ];
  const shown = place === 'slide' ? marks : undefined;
  const code = patterns.some((pattern) => pattern.test(content))
    ? escapedCode(content, shown)
    : fence(`${codeLanguage(lang)}${shown ? fenceMarks(shown) : ''}`, content);
  if (!shown?.name) return code;
  return `<div class="named-code">\n\n<span class="code-name" v-pre>${escapeHtml(shown.name)}</span>\n\n${code}\n\n</div>`;
}

function fence(info: string, content: string): string {
  const runs = content.match(/^[ \t]*`+/gm) ?? [];
  const longest = runs.reduce((most, run) => Math.max(most, run.trim().length), 2);
  const marks = '`'.repeat(longest + 1);
  return `${marks}${info}\n${content}\n${marks}`;
}

/** As Slidev reads it: ` {1|3-4} {lines:true,startLine:5}`. */
function fenceMarks({ steps, isNumbered, first }: CodeMarks): string {
  const options = [...(isNumbered ? ['lines:true'] : []), ...(first > 1 ? [`startLine:${first}`] : [])];
  const parts = [
    ...(steps.length > 0 ? [steps.join('|')] : []),
    ...(options.length > 0 ? [options.join(',')] : []),
  ];
  return parts.map((part) => ` {${part}}`).join('');
}

/** Without clicks: the lines of the last step are marked, as on paper. */
function escapedCode(content: string, marks: CodeMarks | undefined): string {
  const ranges = rangesOf(marks?.steps.at(-1) ?? '');
  const isMarked = (number: number) => ranges.some(([from, to]) => number >= from && number <= to);
  const first = marks?.first ?? 1;
  const code =
    ranges.length === 0 && !marks?.isNumbered
      ? escapeHtml(content)
      : content
          .split('\n')
          .map((line, index) => {
            const name = isMarked(first + index)
              ? 'line slidev-code-highlighted'
              : 'line slidev-code-dishonored';
            return `<span class="${name}">${escapeHtml(line)}</span>`;
          })
          .join('&#10;');
  const pre = `<pre v-pre class="slidev-code"><code>${code}</code></pre>`;
  if (!marks?.isNumbered) return pre;
  return `<div class="slidev-code-wrapper slidev-code-line-numbers" style="--start: ${first}">${pre}</div>`;
}
