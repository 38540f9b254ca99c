import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openProject } from '../../src/base/project.ts';
import { type Compilation, compile } from '../../src/build/compile.ts';
import { FOREIGN_CODES } from '../../src/findings/messages/foreign-messages.ts';
import type { Example } from './example.ts';
import { renderedText } from './rendered-text.ts';
import type { AcceptedExample } from './sort-examples.ts';
import { SECRET } from './vectors.ts';

/** Where an example shows. */
export interface PlacedExample {
  readonly example: Example;
  readonly deck: string;
  /** Its slides come from lines of the summary from here, 1-based, up to where the next one begins. */
  readonly first: number;
  readonly end: number;
  /** Without blanks, title and all. */
  readonly shown: string;
}

export interface ExampleMeetup {
  readonly compilation: Compilation;
  readonly placed: readonly PlacedExample[];
}

const HEAD = ['---', 'speaker: S', 'title: T', 'takeaway: K', '---', ''];
/** So many in a talk, where they leave each other alone: most slides are theirs then. */
const PER_TALK = 12;

/** A meetup below `root`, beside secrets, whose talks are made of the examples. */
export function writeExampleMeetup(root: string, examples: readonly AcceptedExample[]): ExampleMeetup {
  const files: Record<string, string> = {
    'content/event.md': `---\ntitle: Examples\nlang: en\nallow: [${FOREIGN_CODES.join()}]\n---\n`,
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

/** An example that defines a link, or never ends its fence, would change those below it, and stands alone. */
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
