import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openProject } from '../src/base/project.ts';
import { type Compilation, compile } from '../src/build/compile.ts';
import type { Result } from '../src/findings/finding.ts';
import { smallFolder } from './small-folder.ts';

/** Files of a meetup by path relative to its root, such as `content/event.md`. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const EVENT = '---\ntitle: Meetup\nlang: en\nhost: Hanna\n---\n';

/** A talk by Ada with `body`. */
export function talk(body: string): string {
  return `---\nspeaker: Ada\norg: Acme\ntitle: A talk\ntakeaway: Remember this.\n---\n\n${body}\n`;
}

/** Compiles a meetup in a temporary folder that is removed afterwards. */
export function compileMeetup(files: Files): Result<Compilation | null> {
  const root = smallFolder('talkdeck-test-');
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return compile(openProject(root));
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The text of a deck, which must compile without findings. */
export function deckText(files: Files, slug: string): string {
  const { value, findings } = compileMeetup(files);
  if (!value) throw new Error(JSON.stringify(findings, null, 2));
  const deck = value.decks.find((each) => each.deck.slug === slug);
  if (!deck) throw new Error(`there is no deck ${slug}`);
  return deck.text;
}
