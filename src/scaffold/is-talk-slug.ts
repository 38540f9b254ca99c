import { parse } from '../content/parse.ts';
import { validateTalk } from '../content/validate-summary.ts';

/** Whether a talk's file may be called so: its slug names a deck and a PDF, on every system. */
export function isTalkSlug(slug: string): boolean {
  const { value: file } = parse({ path: `content/talks/01-${slug}.md`, text: '---\n---\n' });
  return !file || !validateTalk(file).findings.some(({ code }) => code === 'invalid-file-name');
}
