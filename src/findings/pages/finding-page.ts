import { readdirSync, readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import * as v from 'valibot';
import { parse } from 'yaml';

/** Topics of findings, in the order of the index. */
export const TOPICS = [
  'files',
  'front matter',
  'people',
  'sections',
  'text',
  'images and links',
  'citations',
  'look',
  'slides',
  'advice',
] as const;

const headSchema = v.strictObject({
  severity: v.picklist(['error', 'warning', 'note', 'advice']),
  /** The first command that reports it. */
  found: v.picklist(['check', 'check --visual', 'export --pptx']),
  about: v.picklist(TOPICS),
});

/** A file of an example, or part of one. */
export interface ExampleFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  /** Null if the example is that the file is missing. */
  readonly text: string | null;
  /** Language of the fence. */
  readonly lang: string;
  /** 1-based lines that findings point at. */
  readonly marks: readonly number[];
  /** Further words of the fence's info string, for creating the file: `whole`, `latin1`, `repeat=9`. */
  readonly flags: readonly string[];
}

export type Example = readonly ExampleFile[];

/**
 * docs/findings/<code>.md: the meaning of a finding, with examples that have it and that do not.
 *
 * Front matter, a title, the meaning, then the sections Given (files shared by both examples, optional), Wrong, Right,
 * and Turn it off (if possible). A paragraph that is a path in backticks names the fence below it; "`path` is not
 * there." removes a file.
 */
export interface FindingPage extends v.InferOutput<typeof headSchema> {
  readonly code: string;
  readonly title: string;
  /** Markdown below the title, up to the examples. */
  readonly meaning: string;
  /** Files of both examples. */
  readonly given: Example;
  readonly wrong: Example;
  readonly right: Example;
  /** Markdown; null if the finding cannot be turned off. */
  readonly off: string | null;
  /** All Markdown below the front matter. */
  readonly body: string;
}

const SECTIONS = { Given: 'given', Wrong: 'wrong', Right: 'right', 'Turn it off': 'off' } as const;
type SectionName = keyof typeof SECTIONS;

/** @throws if the page has a different format */
export function parseFindingPage(code: string, text: string): FindingPage {
  const fail = (what: string): never => {
    throw new Error(`docs/findings/${code}.md: ${what}`);
  };
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? fail('no front matter');
  const result = v.safeParse(headSchema, parse(head));
  if (!result.success) return fail(v.summarize(result.issues));

  const [title, ...blocks] = blocksOf(body);
  if (title?.tag !== 'h1') return fail('no title');
  const starts = blocks.flatMap(({ tag }, index) => (tag === 'h2' ? [index] : []));
  const sections = new Map<string, readonly Block[]>();
  for (const [number, start] of starts.entries()) {
    const name = blocks[start]?.text ?? '';
    if (!Object.hasOwn(SECTIONS, name) || sections.has(name)) fail(`the section "${name}"`);
    sections.set(name, blocks.slice(start + 1, starts[number + 1]));
  }
  const sourceOf = (found: readonly Block[]) => found.map(({ source }) => source).join('\n\n');
  const example = (name: SectionName) => filesOf(sections.get(name) ?? []);
  const off = sections.get('Turn it off');
  return {
    ...result.output,
    code,
    title: title.text,
    meaning: sourceOf(blocks.slice(0, starts[0])),
    given: example('Given'),
    wrong: example('Wrong'),
    right: example('Right'),
    off: off ? sourceOf(off) : null,
    body: body.trim(),
  };
}

/** A top-level block of the page. */
interface Block {
  readonly tag: string;
  readonly source: string;
  /** Text of a heading or paragraph, without markup. */
  readonly text: string;
  /** The code at the start of a paragraph, and the text after it. */
  readonly named: { readonly path: string; readonly rest: string } | null;
  readonly fence: { readonly info: string; readonly content: string } | null;
}

function blocksOf(body: string): readonly Block[] {
  const lines = body.split('\n');
  const tokens = new MarkdownIt().parse(body, {});
  return tokens.flatMap(({ tag, type, level, map, info, content, nesting }, index): readonly Block[] => {
    if (level > 0 || nesting < 0 || !map) return [];
    const inline = tokens[index + 1];
    const [first, ...others] = inline?.children ?? [];
    const rest = others.map((child) => child.content).join('');
    return [
      {
        tag,
        source: lines
          .slice(...map)
          .join('\n')
          .trim(),
        text: inline?.content ?? '',
        named: tag === 'p' && first?.type === 'code_inline' ? { path: first.content, rest } : null,
        fence: type === 'fence' ? { info, content } : null,
      },
    ];
  });
}

function filesOf(blocks: readonly Block[]): Example {
  return blocks.flatMap(({ named }, index): Example => {
    if (named?.rest === ' is not there.') {
      return [{ path: named.path, text: null, lang: '', marks: [], flags: [] }];
    }
    const fence = blocks[index + 1]?.fence;
    if (named?.rest !== '' || !fence) return [];
    const [lang = '', ...words] = fence.info.split(/\s+/);
    const flags = words.filter((word) => !word.startsWith('{'));
    return [{ path: named.path, text: fence.content, lang, marks: marksOf(fence.info), flags }];
  });
}

const FOLDER = new URL('../../../docs/findings/', import.meta.url);

export interface FindingPages {
  readonly codes: readonly string[];
  /** @param code one of `codes` */
  read(code: string): FindingPage;
}

/** The pages that come with talkdeck. */
export function readFindingPages(): FindingPages {
  const codes = readdirSync(FOLDER)
    .filter((name) => /^[a-z].*\.md$/.test(name))
    .map((name) => name.slice(0, -'.md'.length))
    .sort();
  return {
    codes,
    read: (code) => parseFindingPage(code, readFileSync(new URL(`${code}.md`, FOLDER), 'utf8')),
  };
}

const HEAD = `# Findings

What \`talkdeck check\`, \`build\` and \`export\` may say about a summary, with an example of wrong and right for each. On a terminal, \`talkdeck explain CODE\` prints the same.

An *error* keeps decks from being made, a *warning* and a *note* do not; *advice* comes from \`check\` alone and can be turned off. The examples show the lines that matter; a small meetup stands behind them.
`;

/** Text of docs/findings/README.md. */
export function findingIndex(pages: readonly FindingPage[]): string {
  const topics = TOPICS.flatMap((topic) => {
    const own = pages.filter(({ about }) => about === topic);
    const rows = own.map(({ code, severity, title }) => `| [${code}](${code}.md) | ${severity} | ${title} |`);
    return own.length === 0
      ? []
      : [`## ${heading(topic)}\n\n| Code | | |\n|---|---|---|\n${rows.join('\n')}\n`];
  });
  return [HEAD, ...topics].join('\n');
}

function heading(topic: string): string {
  return topic.charAt(0).toUpperCase() + topic.slice(1);
}

/** The 1-based lines marked by a fence: `{2,5}` after its language. @param info info string of the fence */
export function marksOf(info: string): readonly number[] {
  const [, numbers = ''] = /\{([\d,]+)\}/.exec(info) ?? [];
  return numbers.split(',').filter(Boolean).map(Number);
}
