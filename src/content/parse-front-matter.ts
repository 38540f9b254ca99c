import matter from 'gray-matter';
import { type Document, isMap, isPair, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { addAll } from '../add-all.ts';
import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import type { Spot } from '../spot.ts';
import type { SourceFile } from './source-file.ts';
import { missingBlanks, type YamlProblem, yamlFindings } from './yaml-findings.ts';

export type FieldPath = readonly (string | number)[];

/** The facts at the head of a summary, which still know where they stand. */
export interface FrontMatter {
  /** False where it is no YAML, which is reported; there are no data then. */
  readonly readable: boolean;
  readonly data: unknown;
  /** The place of a field's key, or of its value; the opening line where there is no such field. */
  locate(path: FieldPath, part: 'key' | 'value'): Spot;
}

export interface SplitFile {
  readonly frontMatter: FrontMatter;
  readonly body: string;
  /** Number of lines above the body. */
  readonly bodyOffset: number;
}

const OPENING: Spot = { line: 1, column: 1, length: 3 };

/** Splits front matter from body. Null, with a finding, where it cannot be told which is which. */
export function parseFrontMatter(file: SourceFile, diagnostics: Diagnostic[]): SplitFile | null {
  const fence = checkFences(file);
  if (fence) {
    diagnostics.push(fence);
    return null;
  }
  // Options are given on purpose: without any, gray-matter keeps every file's content in a cache.
  const yaml = new YamlEngine();
  const { content } = matter(file.text, { language: 'yaml', engines: { yaml } });
  const findings = yaml.findings(file.path);
  if (findings.length > 0) {
    addAll(diagnostics, findings);
    // Where it ends is not known then, nor where the body begins.
    if (findings.some(({ code }) => code === 'front-matter-unclosed')) return null;
  }
  addAll(diagnostics, yaml.surprises(file.path));
  const head = file.text.length - content.length;
  return {
    frontMatter: yaml,
    body: content,
    bodyOffset: countNewlines(file.text, head),
  };
}

/** gray-matter takes `---js` for a program to run and `---x` for an end; here only `---` is either. */
function checkFences(file: SourceFile): Diagnostic | null {
  const opening = /^---(.*)\n/.exec(file.text);
  if (!opening) return error(file.path, { ...OPENING, length: 0 }, 'front-matter-missing', {});
  const language = (opening[1] ?? '').trim();
  if (/^-+$/.test(language)) return error(file.path, { ...OPENING, length: 0 }, 'front-matter-missing', {});
  if (language !== '') {
    return error(file.path, { line: 1, column: 4, length: language.length }, 'front-matter-language', {
      language,
    });
  }
  const closing = file.text.indexOf('\n---', 3);
  const rest = closing < 0 ? '-' : (/^[^\n]*/.exec(file.text.slice(closing + 4, closing + 80))?.[0] ?? '');
  return rest.trim() === '' ? null : error(file.path, OPENING, 'front-matter-unclosed', {});
}

/** Reads YAML for gray-matter and keeps the syntax tree, for positions. */
class YamlEngine implements FrontMatter {
  readable = true;
  data: unknown = {};
  #source = '';
  #document: Document.Parsed | null = null;
  #problems: YamlProblem[] = [];

  parse(source: string): object {
    this.#source = source;
    this.#document = parseDocument(source, { prettyErrors: false, schema: 'failsafe' });
    this.#problems = [...this.#document.errors, ...this.#document.warnings].map(({ code, message, pos }) => ({
      code,
      message,
      at: this.#spot(pos[0], pos[1]),
    }));
    if (this.#document.errors.length === 0) {
      try {
        this.data = this.#document.toJS({ maxAliasCount: 10 }) ?? {};
      } catch (cause) {
        this.#problems.push({
          at: this.#firstAlias(),
          code: 'BAD_ALIAS',
          message: (cause as Error).message,
        });
      }
    }
    // Only the body matters to gray-matter's caller; what it gets here is never looked at.
    return {};
  }

  findings(file: string): readonly Diagnostic[] {
    const lines = this.#source.split('\n');
    // Text alone is valid YAML; where it was meant as fields, each has the same mistake.
    const findings =
      this.#problems.length > 0
        ? yamlFindings(file, lines, this.#problems)
        : typeof this.data === 'string'
          ? missingBlanks(file, lines)
          : [];
    this.readable = findings.length === 0;
    return findings;
  }

  /** What YAML takes otherwise than it looks, though it is valid. */
  surprises(file: string): readonly Diagnostic[] {
    const found: Diagnostic[] = [];
    if (!this.#document) return found;
    visit(this.#document, {
      Scalar: (_, { comment, range, type }) => {
        if (!range) return;
        const [start, end] = range;
        const hash = comment ? this.#source.indexOf('#', end) : -1;
        if (hash >= 0 && !this.#source.slice(end, hash).includes('\n')) {
          const at = this.#spot(hash, this.#source.length);
          const text = this.#source.slice(hash, hash + at.length).trimEnd();
          found.push(warning(file, at, 'yaml-comment', { text }));
        }
        const item = type === 'PLAIN' ? /\n +(?=- )/.exec(this.#source.slice(start, end)) : null;
        if (item) {
          const line = start + item.index + 1;
          found.push(error(file, this.#spot(line, line + item[0].length - 1), 'yaml-indent', {}));
        }
      },
    });
    return found;
  }

  #firstAlias(): Spot {
    let at = OPENING;
    if (!this.#document) return at;
    visit(this.#document, {
      Alias: (_, { range }) => {
        if (range) at = this.#spot(range[0], range[1]);
        return visit.BREAK;
      },
    });
    return at;
  }

  locate(path: FieldPath, part: 'key' | 'value'): Spot {
    let node: unknown = this.#document?.contents;
    let found: Node | null = null;
    for (const [depth, step] of path.entries()) {
      const last = depth === path.length - 1;
      if (isMap(node)) {
        const pair = node.items.find((item) => String(item.key) === String(step));
        found =
          ((last && part === 'key' ? pair?.key : (pair?.value ?? pair?.key)) as Node | undefined) ?? null;
        node = pair?.value;
      } else {
        found = (this.#document?.getIn(path.slice(0, depth + 1), true) as Node | undefined) ?? found;
        node = found;
      }
      if (isPair(found)) break;
    }
    const range = found?.range;
    return range ? this.#spot(range[0], range[1]) : OPENING;
  }

  #spot(start: number, end: number): Spot {
    const lines = new LineCounter();
    lines.addNewLine(0);
    for (let index = this.#source.indexOf('\n'); index >= 0; index = this.#source.indexOf('\n', index + 1)) {
      lines.addNewLine(index + 1);
    }
    const { line, col } = lines.linePos(start);
    const lineEnd = this.#source.indexOf('\n', start);
    const stop = Math.min(end, lineEnd < 0 ? this.#source.length : lineEnd);
    // gray-matter's YAML begins at the end of the opening line, so its line 1 is the file's line 1.
    return { line, column: col, length: Math.max(stop - start, 0) };
  }
}

function countNewlines(text: string, end: number): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index >= 0 && index < end; index = text.indexOf('\n', index + 1)) {
    count += 1;
  }
  return count;
}
