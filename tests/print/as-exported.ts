import { fileURLToPath } from 'node:url';
import { openProject } from '../../src/base/project.ts';
import { printableDecks } from '../../src/export/printable-decks.ts';
import type { AuditOptions } from '../../src/print/types.ts';
import { compileMeetup, EVENT, talk } from '../compile-meetup.ts';
import { KEPT_SHELL } from '../kept-shell.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What an export adds to the decks of a meetup without its own colours or fonts. With all of it, they use the same
 * shell as exports; without it they would need their own, which takes four seconds of CPU time.
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
