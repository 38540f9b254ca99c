import matter from 'gray-matter';
import {
  type Document,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import type { Spot } from '../../base/text.ts';
import { type Finding, finding, type Result } from '../../findings/finding.ts';
import type { SourceFile } from '../summary/source-file.ts';
import { missingBlanks, type YamlProblem, yamlFindings } from './yaml-findings.ts';

interface SplitFile {
  readonly frontMatter: FrontMatter;
  readonly body: string;
  /** Number of lines above the body. */
  readonly bodyOffset: number;
}

const OPENING: Spot = { line: 1, column: 1, length: 3 };
/** Bytes of front matter; YAML has texts that take time with the square of their length. */
const MAX_BYTES = 100 * 1024;

/** Splits front matter from body. Null, with a finding, where it cannot be told which is which. */
export function parseFrontMatter(file: SourceFile): Result<SplitFile | null> {
  const fence = checkFences(file);
  if (fence) return { value: null, findings: [fence] };
  // Options are given on purpose: without any, gray-matter keeps every file's content in a cache.
  const yaml = new YamlEngine();
  const { content } = matter(file.text, { language: 'yaml', engines: { yaml } });
  const findings = yaml.findings(file.path);
  // Where it ends is not known then, nor where the body begins.
  if (findings.some(({ code }) => code === 'front-matter-unclosed')) return { value: null, findings };
  const head = file.text.length - content.length;
  return {
    value: { frontMatter: yaml, body: content, bodyOffset: countNewlines(file.text, head) },
    findings: [...findings, ...yaml.surprises(file.path)],
  };
}

export type FieldPath = readonly (string | number)[];

/** The facts at the head of a summary, which still know where they stand. */
export interface FrontMatter {
  /** False where it is no YAML, which is reported; there are no data then. */
  readonly readable: boolean;
  readonly data: unknown;
  /** Whether there is such a field. */
  has(path: FieldPath): boolean;
  /** The place of a field's key, or of its value; the opening line where there is no such field. */
  locate(path: FieldPath, part: 'key' | 'value'): Spot;
}

/** gray-matter takes `---js` for a program to run and `---x` for an end; here only `---` is either. */
function checkFences(file: SourceFile): Finding | null {
  const opening = /^---(.*)\n/.exec(file.text);
  if (!opening) return finding(file.path, { ...OPENING, length: 0 }, 'front-matter-missing', {});
  const language = (opening[1] ?? '').trim();
  if (/^-+$/.test(language)) return finding(file.path, { ...OPENING, length: 0 }, 'front-matter-missing', {});
  if (language !== '') {
    return finding(file.path, { line: 1, column: 4, length: language.length }, 'front-matter-language', {
      language,
    });
  }
  const closing = file.text.indexOf('\n---', 3);
  const bytes = Buffer.byteLength(file.text.slice(0, Math.max(closing, 0)));
  if (bytes > MAX_BYTES)
    return finding(file.path, OPENING, 'file-too-large', { part: 'front matter', bytes, limit: MAX_BYTES });
  const rest = closing < 0 ? '-' : (/^[^\n]*/.exec(file.text.slice(closing + 4, closing + 80))?.[0] ?? '');
  return rest.trim() === '' ? null : finding(file.path, OPENING, 'front-matter-unclosed', {});
}

function countNewlines(text: string, end: number): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index >= 0 && index < end; index = text.indexOf('\n', index + 1)) {
    count += 1;
  }
  return count;
}

/** As YAML's core schema writes that there is no value. */
const NULL = /^(?:~|null|Null|NULL)?$/;
/** What the engine says of lists in lists by the thousand. */
const STACK = /call stack/;

/** Reads YAML for gray-matter and keeps the syntax tree, for positions. */
class YamlEngine implements FrontMatter {
  readable = true;
  data: unknown = {};
  #source = '';
  #document: Document.Parsed | null = null;
  #problems: YamlProblem[] = [];
  readonly #lines = new LineCounter();
  readonly #fields = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

  parse(source: string): object {
    this.#source = source;
    // The library compares each key with every other one of its map.
    const options = { prettyErrors: false, schema: 'failsafe', uniqueKeys: false } as const;
    this.#lines.addNewLine(0);
    for (const { index } of source.matchAll(/\n/g)) this.#lines.addNewLine(index + 1);
    try {
      const document = parseDocument(source, options);
      this.#document = document;
      const found = [...document.errors, ...document.warnings];
      if (found.some(({ message }) => STACK.test(message))) throw new RangeError('call stack');
      this.#problems = [
        ...found.map(({ code, message, pos }) => ({ code, message, at: this.#spot(pos[0], pos[1]) })),
        ...this.#duplicates(document),
      ];
      if (this.#problems.length === 0) {
        this.#readNulls(document);
        this.data = document.toJS({ maxAliasCount: 10 }) ?? {};
      }
    } catch (cause) {
      const { message } = cause as Error;
      this.#problems = STACK.test(message)
        ? [{ at: OPENING, code: 'IMPOSSIBLE', message: 'too many lists or fields stand in one another' }]
        : [{ at: this.#firstAlias(), code: 'BAD_ALIAS', message }];
    }
    // Only the body matters to gray-matter's caller; what it gets here is never looked at.
    return {};
  }

  findings(file: string): readonly Finding[] {
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
  surprises(file: string): readonly Finding[] {
    const found: Finding[] = [];
    if (!this.#document) return found;
    visit(this.#document, {
      Scalar: (_, { comment, range, type }) => {
        if (!range) return;
        const [start, end] = range;
        const hash = comment ? this.#source.indexOf('#', end) : -1;
        if (hash >= 0 && !this.#source.slice(end, hash).includes('\n')) {
          const at = this.#spot(hash, this.#source.length);
          const text = this.#source.slice(hash, hash + at.length).trimEnd();
          found.push(finding(file, at, 'yaml-comment', { text }));
        }
        const item = type === 'PLAIN' ? /\n +(?=- )/.exec(this.#source.slice(start, end)) : null;
        if (item) {
          const line = start + item.index + 1;
          found.push(finding(file, this.#spot(line, line + item[0].length - 1), 'yaml-indent', {}));
        }
      },
    });
    return found;
  }

  /** All else is text; but a value that is not there, `~` and `null` are no text in anybody's YAML. */
  #readNulls(document: Document.Parsed): void {
    visit(document, {
      Scalar: (key, node) => {
        if (key !== 'key' && node.type === 'PLAIN' && !node.tag && NULL.test(node.source ?? ''))
          node.value = null;
      },
    });
  }

  #duplicates(document: Document.Parsed): YamlProblem[] {
    const found: YamlProblem[] = [];
    visit(document, {
      Map: (_, { items }) => {
        const seen = new Set<string>();
        for (const { key } of items) {
          if (!isScalar(key) || !key.range) continue;
          const name = String(key.value);
          const [start, end] = key.range;
          const at = this.#spot(start, end);
          if (seen.has(name)) found.push({ at, code: 'DUPLICATE_KEY', message: 'Map keys must be unique' });
          seen.add(name);
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

  has(path: FieldPath): boolean {
    return this.#document?.hasIn(path) === true;
  }

  locate(path: FieldPath, part: 'key' | 'value'): Spot {
    let node: unknown = this.#document?.contents;
    let found: Node | null = null;
    for (const [depth, step] of path.entries()) {
      const last = depth === path.length - 1;
      if (isMap(node)) {
        const pair = this.#fieldsOf(node).get(String(step));
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

  #fieldsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = this.#fields.get(map);
    if (known) return known;
    // Of two fields of one name, the first.
    const fields = new Map([...map.items].reverse().map((item) => [String(item.key), item]));
    this.#fields.set(map, fields);
    return fields;
  }

  #spot(start: number, end: number): Spot {
    const { line, col } = this.#lines.linePos(start);
    const lineEnd = this.#source.indexOf('\n', start);
    const stop = Math.min(end, lineEnd < 0 ? this.#source.length : lineEnd);
    // gray-matter's YAML begins at the end of the opening line, so its line 1 is the file's line 1.
    return { line, column: col, length: Math.max(stop - start, 0) };
  }
}
