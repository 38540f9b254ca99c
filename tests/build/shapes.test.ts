import { expect, it } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url).pathname;

/** The decks of a fixture, by name, in order; of each its text. */
function decksOf(fixture: string): Readonly<Record<string, string>> {
  const { value, findings } = compile(openProject(FIXTURES + fixture));
  if (!value) throw new Error(JSON.stringify(findings, null, 2));
  return Object.fromEntries(value.decks.map(({ deck: { slug }, text }) => [slug, text]));
}

it('null, ~ and what stands empty are nothing on any slide', () => {
  const decks = decksOf('null-field');
  expect(Object.keys(decks)).toEqual(['ada', 'qa']);
  for (const text of Object.values(decks)) expect(text).not.toMatch(/null|~/i);
  expect(decks.ada).toContain('<span class="post"></span>');
  expect(decks.qa).toContain('\nHost Ben Okafor\n');
});
