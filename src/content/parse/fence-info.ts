import type { CodeMarks } from '../summary/markup.ts';

/** The info string of a fence. */
interface FenceInfo {
  /** Lower case; empty if not given. */
  readonly lang: string;
  /** Null if the code has no marks. */
  readonly marks: CodeMarks | null;
}

/** `[name.ts]`, as Slidev and VitePress have it, or `title="name.ts"`, as Docusaurus and Starlight do. */
const NAME = /\[([^[\]]{1,200})\]|\btitle=(?:"([^"]{1,200})"|'([^']{1,200})')/;
/** `{2,5-7}` or, with steps, `{1|3-4|all}`. */
const STEPS = /\{((?:all|none|hide|[\d\s,*|-])+)\}/;
const MOST_STEPS = 50;
/** `{lines:true, startLine:5}`, `:line-numbers=5`, `showLineNumbers`, `.numberLines startFrom="5"`. */
const NUMBERED =
  /\{[^{}]*\blines\s*:\s*true\b[^{}]*\}|:line-numbers\b|\bshowLineNumbers\b|\.(?:numberLines|line-numbers)\b/;
const FIRST = /(?:\bstartLine\s*:\s*|:line-numbers=|\bshowLineNumbers\{|\bstartFrom=")(\d{1,6})\b/;

/** The first word of the info string is the language; the rest may mark lines and name the file. */
export function readFenceInfo(info: string): FenceInfo {
  const [word = ''] = /^[\w+#.-]*/.exec(info.trim()) ?? [];
  const rest = info.trim().slice(word.length);
  const [, bracketed, double, single] = NAME.exec(rest) ?? [];
  const name = (bracketed ?? double ?? single)?.trim() || null;
  const steps = stepsOf(STEPS.exec(rest)?.[1] ?? '');
  const isNumbered = NUMBERED.test(rest);
  const first = Number(FIRST.exec(rest)?.[1] ?? 1);
  const isPlain = name === null && steps.length === 0 && !isNumbered;
  return { lang: word.toLowerCase(), marks: isPlain ? null : { name, steps, isNumbered, first } };
}

/** Each is `all`, `none`, or numbers and ranges separated by commas; empty if any is something else. */
function stepsOf(text: string): readonly string[] {
  const steps = text
    .split('|')
    .slice(0, MOST_STEPS)
    .map((step) =>
      step
        .replaceAll(/\s/g, '')
        .replace(/^\*$/, 'all')
        .replace(/^hide$/, 'none'),
    );
  return steps.every((step) => /^(?:all|none|\d{1,6}(?:-\d{1,6})?(?:,\d{1,6}(?:-\d{1,6})?)*)$/.test(step))
    ? steps
    : [];
}

/** The numbers of lines that a step names, as ranges; none for `all` and `none`. */
export function rangesOf(step: string): readonly (readonly [first: number, last: number])[] {
  if (!/^\d/.test(step)) return [];
  return step.split(',').map((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return [first, last];
  });
}
