import { parse } from '../content/parse.ts';
import { validateTalk } from '../content/validate-summary.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Whether a talk's file may be called so: its slug names a deck and a PDF, on every system. */
export function isTalkSlug(slug: string): boolean {
  const diagnostics: Diagnostic[] = [];
  const file = parse({ path: `content/talks/01-${slug}.md`, text: '---\n---\n' }, diagnostics);
  if (file) validateTalk(file, diagnostics);
  return !diagnostics.some(({ code }) => code === 'invalid-file-name');
}
