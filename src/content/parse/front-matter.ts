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
import { oneLine, type Spot } from '../../base/text.ts';
import { type Finding, finding, type Result } from '../../findings/finding.ts';
import type { SourceFile } from '../summary/source-file.ts';
import { scalarUnits } from './scalar-units.ts';
import { missingBlanks, type YamlProblem, yamlFindings } from './yaml-findings.ts';

interface SplitFile {
  readonly frontMatter: FrontMatter;
  readonly body: string;
  /** Number of lines above the body. */
  readonly bodyOffset: number;
}

const OPENING: Spot = { line: 1, column: 1, length: 3 };
/** Limit for front matter in bytes; some YAML takes quadratic time. */
const MAX_BYTES = 100 * 1024;

/** Splits front matter and body. Null, with a finding, if they cannot be told apart. */
export function parseFrontMatter(file: SourceFile): Result<SplitFile | null> {
  const fence = checkFences(file);
  if (fence) return { value: null, findings: [fence] };
  // Passing options keeps gray-matter from caching the content of every file.
  const yaml = new YamlEngine();
  const { content } = matter(file.text, { language: 'yaml', engines: { yaml } });
  const findings = yaml.findings(file.path);
  // Then it is unknown where front matter ends and the body begins.
  if (findings.some(({ code }) => code === 'front-matter-unclosed')) return { value: null, findings };
  const head = file.text.length - content.length;
  return {
    value: { frontMatter: yaml, body: content, bodyOffset: countNewlines(file.text, head) },
    findings: [...findings, ...yaml.surprises(file.path)],
  };
}

export type FieldPath = readonly (string | number)[];

/** Front matter of a summary, with the positions of its fields. */
export interface FrontMatter {
  /** False for invalid YAML, which is reported; there is no data then. */
  readonly readable: boolean;
  readonly data: unknown;
  /** Whether a field exists. */
  has(path: FieldPath): boolean;
  /** Position of a field's key or value; of the opening line if the field is missing. */
  locate(path: FieldPath, part: 'key' | 'value'): Spot;
  /** The text of a key or value with the positions of its characters; null if they are not literally in the source. */
  textAt(path: FieldPath, part: 'key' | 'value'): PlacedText | null;
}

/** A value as one line of text, however many lines it was typed on. */
export interface PlacedText {
  readonly text: string;
  /** Position of the units from `start` to `end`, as far as they are on one line. */
  spot(start: number, end: number): Spot;
  /** Whether they are on one line. */
  isOnOneLine(start: number, end: number): boolean;
}

/** gray-matter would execute `---js` and accept `---x` as the end; here only `---` is either. */
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

/** Null values in YAML's core schema. */
const NULL = /^(?:~|null|Null|NULL)?$/;
/** The engine's error for thousands of nested lists. */
const STACK = /call stack/;

/** Parses YAML for gray-matter and keeps the syntax tree for positions. */
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
    // The library's check compares each key with all others of its map.
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
    // gray-matter's caller needs only the body; this value is never used.
    return {};
  }

  findings(file: string): readonly Finding[] {
    const lines = this.#source.split('\n');
    // A single text is valid YAML; if fields were intended, every line has the same mistake.
    const findings =
      this.#problems.length > 0
        ? yamlFindings(file, lines, this.#problems)
        : typeof this.data === 'string'
          ? missingBlanks(file, lines)
          : [];
    this.readable = findings.length === 0;
    return findings;
  }

  /** Valid YAML that does not mean what it seems to. */
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

  /** Everything is text, except that missing values, `~` and `null` are null as in any YAML. */
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
    const range = this.#nodeAt(path, part)?.range;
    return range ? this.#spot(range[0], range[1]) : OPENING;
  }

  textAt(path: FieldPath, part: 'key' | 'value'): PlacedText | null {
    const node = this.#nodeAt(path, part);
    if (!isScalar(node) || !node.range || typeof node.value !== 'string') return null;
    const units = scalarUnits(this.#source, node.range, node.type);
    const text = units.map(({ char }) => char).join('');
    if (text !== oneLine(node.value)) return null;
    const offsets = (start: number, end: number): readonly [number, number] => {
      const first = units[start]?.start ?? node.range?.[1] ?? 0;
      return [first, end > start ? (units[end - 1]?.end ?? first) : first];
    };
    return {
      text,
      spot: (start, end) => this.#spot(...offsets(start, end)),
      isOnOneLine: (start, end) => !this.#source.slice(...offsets(start, end)).includes('\n'),
    };
  }

  #nodeAt(path: FieldPath, part: 'key' | 'value'): Node | null {
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
    return found;
  }

  #fieldsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = this.#fields.get(map);
    if (known) return known;
    // The first of several fields with the same name wins.
    const fields = new Map([...map.items].reverse().map((item) => [String(item.key), item]));
    this.#fields.set(map, fields);
    return fields;
  }

  #spot(start: number, end: number): Spot {
    const { line, col } = this.#lines.linePos(start);
    const lineEnd = this.#source.indexOf('\n', start);
    const stop = Math.min(end, lineEnd < 0 ? this.#source.length : lineEnd);
    // YAML passed by gray-matter starts at the end of the opening line, so its line 1 is the file's line 1.
    return { line, column: col, length: Math.max(stop - start, 0) };
  }
}
