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
 * A fence, or an escaped `<pre>` if a fence could not protect the text from Slidev's patterns, which search the source.
 * From the info string only language, highlighted lines and line numbers are passed on, rewritten, because Slidev
 * treats it as code. A file's name is shown above.
 * @param nested whether it is inside another block: Slidev also searches fences that do not start a line
 */
export function codeMarkdown({ lang, text, marks }: Code, place: TextPlace, nested = false): string {
  // Slidev's patterns treat these as line ends, too: text after one would be a line of the deck.
  const content = text.replaceAll(/[\u2028\u2029]/g, '\n').replace(/\n$/, '');
  // To Slidev's patterns, a line like a closing fence ends the fence.
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

/** In Slidev's syntax: ` {1|3-4} {lines:true,startLine:5}`. */
function fenceMarks({ steps, isNumbered, first }: CodeMarks): string {
  const options = [...(isNumbered ? ['lines:true'] : []), ...(first > 1 ? [`startLine:${first}`] : [])];
  const parts = [
    ...(steps.length > 0 ? [steps.join('|')] : []),
    ...(options.length > 0 ? [options.join(',')] : []),
  ];
  return parts.map((part) => ` {${part}}`).join('');
}

/** Without clicks: highlights the lines of the last step, as in print. */
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
