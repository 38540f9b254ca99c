import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openProject } from '../../src/base/project.ts';
import { type Compilation, compile } from '../../src/build/compile.ts';
import { ALLOWED_CODES } from '../../src/findings/messages/foreign-messages.ts';
import type { Example } from './example.ts';
import { renderedText } from './rendered-text.ts';
import type { AcceptedExample } from './sort-examples.ts';
import { SECRET } from './vectors.ts';

/** Where an example appears. */
export interface PlacedExample {
  readonly example: Example;
  readonly deck: string;
  /** Lines of the summary that its slides come from: 1-based, `end` exclusive. */
  readonly first: number;
  readonly end: number;
  /** Without whitespace, including the title. */
  readonly shown: string;
}

export interface ExampleMeetup {
  readonly compilation: Compilation;
  readonly placed: readonly PlacedExample[];
}

const HEAD = ['---', 'speaker: S', 'title: T', 'takeaway: K', '---', ''];
/** Examples per talk, if they do not affect each other: then most slides show examples. */
const PER_TALK = 12;

/** Writes a meetup below `root`, next to secret files, with talks made of the examples. */
export function writeExampleMeetup(root: string, examples: readonly AcceptedExample[]): ExampleMeetup {
  const files: Record<string, string> = {
    'content/event.md': `---\ntitle: Examples\nlang: en\nallow: [${ALLOWED_CODES.join()}]\n---\n`,
    'secret.md': SECRET,
    'content/secret.md': SECRET,
    'slides/secret.md': SECRET,
  };
  const placed: PlacedExample[] = [];
  for (const [index, talk] of talksOf(examples).entries()) {
    const deck = `examples-${index}`;
    const lines = HEAD.map((line) => line.replace(/: .$/, `$& ${index}`));
    for (const { example, body } of talk) {
      const first = lines.length + 1;
      lines.push(...`${body}\n`.split('\n'));
      placed.push({ example, deck, first, end: lines.length + 1, shown: renderedText(body) });
    }
    files[`content/talks/${index}-${deck}.md`] = lines.join('\n');
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { value, findings } = compile(openProject(root));
  if (!value) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    throw new Error(`The examples do not compile together: ${JSON.stringify(errors, null, 2)}`);
  }
  return { compilation: value, placed };
}

/** An example that defines a link, or never closes its fence, would change those after it, so it gets its own talk. */
function talksOf(examples: readonly AcceptedExample[]): readonly (readonly AcceptedExample[])[] {
  const talks: AcceptedExample[][] = [];
  for (const next of examples) {
    const last = talks.at(-1) ?? [];
    const isApart = textOf([...last, next]) === textOf(last) + textOf([next]);
    if (talks.length > 0 && last.length < PER_TALK && isApart) last.push(next);
    else talks.push([next]);
  }
  return talks;
}

function textOf(examples: readonly AcceptedExample[]): string {
  return renderedText(examples.map(({ body }) => `${body}\n`).join('\n'));
}
