import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { createMarkdown } from '../../src/content/parse/grammar.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { ALLOWED_CODES } from '../../src/findings/messages/foreign-messages.ts';
import type { Example } from './example.ts';

/** As the body of a section, or, for example, in a block quote below its heading, where headings are allowed. */
type Way = 'section' | 'quote';

export interface AcceptedExample {
  readonly example: Example;
  /** A section of a talk, with its heading. */
  readonly body: string;
}

export interface RefusedExample {
  readonly example: Example;
  readonly way: Way;
  readonly file: string;
  /** All lines of the summary. */
  readonly lines: readonly string[];
  readonly errors: readonly Finding[];
}

export interface SortedExamples {
  readonly accepted: readonly AcceptedExample[];
  readonly refused: readonly RefusedExample[];
}

/** Compiles a talk for each example below `root`; retries in a quote what is rejected as a section. */
export function sortExamples(root: string, examples: readonly Example[]): SortedExamples {
  const accepted: AcceptedExample[] = [];
  const refused: RefusedExample[] = [];
  let left: readonly Example[] = examples;
  for (const way of ['section', 'quote'] as const) {
    const [tryable, kept] = way === 'section' ? split(left, hasTitle) : [left, []];
    const tried = tryable.map((example) => ({
      example,
      file: `content/talks/${example.name.replaceAll(' ', '-')}.md`,
      body: bodyOf(example, way),
    }));
    const errors = compileAlone(root, tried);
    left = kept;
    for (const { example, file, body } of tried) {
      const own = errors.filter((finding) => finding.file === file);
      if (own.length === 0) accepted.push({ example, body });
      else {
        refused.push({ example, way, file, lines: talkOf(file, body).split('\n'), errors: own });
        left = [...left, example];
      }
    }
  }
  return { accepted, refused };
}

/**
 * A first-level heading would change where the talk's sections begin, so that the example would not be one of several.
 */
function hasTitle({ markdown }: Example): boolean {
  return createMarkdown()
    .parse(markdown, {})
    .some(({ tag, level }) => tag === 'h1' && level === 0);
}

/** Splits into those for which it does not hold, and those for which it does. */
function split<T>(all: readonly T[], isSo: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter((one) => !isSo(one)), all.filter(isSo)];
}

function compileAlone(
  root: string,
  talks: readonly { readonly file: string; readonly body: string }[],
): readonly Finding[] {
  const texts = {
    'content/event.md': `---\ntitle: Examples\nlang: en\nallow: [${ALLOWED_CODES.join()}]\n---\n`,
  };
  const files = [...Object.entries(texts), ...talks.map(({ file, body }) => [file, talkOf(file, body)])];
  for (const [path = '', text = ''] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { findings } = compile(openProject(root));
  rmSync(join(root, 'content'), { recursive: true });
  return findings.filter(({ severity }) => severity === 'error');
}

function talkOf(file: string, body: string): string {
  return `---\nspeaker: S ${file}\ntitle: T ${file}\ntakeaway: K\n---\n\n${body}`;
}

function bodyOf({ markdown }: Example, way: Way): string {
  if (way === 'quote') return `## Example\n\n${markdown.replaceAll(/^(?!$(?![\s\S]))/gm, '> ')}`;
  // One that begins with a section heading makes its own section.
  const [first] = createMarkdown().parse(markdown, {});
  return first?.tag === 'h2' ? markdown : `## Example\n\n${markdown}`;
}
