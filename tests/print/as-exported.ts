import { fileURLToPath } from 'node:url';
import { openProject } from '../../src/base/project.ts';
import { printableDecks } from '../../src/export/printable-decks.ts';
import type { AuditOptions } from '../../src/print/types.ts';
import { compileMeetup, EVENT, talk } from '../compile-meetup.ts';
import { KEPT_SHELL } from '../kept-shell.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What an export puts beside decks of a meetup with no colours or fonts of its own. With all of it they use the shell
 * that exports have; without it they would have one of their own, which takes four seconds of a processor.
 */
export function asExported(): Omit<AuditOptions, 'decks'> {
  const { value, findings } = compileMeetup({
    'content/event.md': EVENT,
    'content/talks/01-ada.md': talk('## Section\n\n- a point'),
  });
  if (!value) throw new Error(JSON.stringify(findings));
  const { decks: _, ...beside } = printableDecks(openProject(ROOT), { decks: [], files: value.files });
  return { ...beside, shellFolder: KEPT_SHELL };
}
