import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveOptions } from '@slidev/cli';
import { SaxesParser } from 'saxes';
import { afterAll, expect, test } from 'vitest';
import { compileMeetup, EVENT, talk } from '../compile-meetup.ts';

/** Shared by all decks: Slidev remembers the folder of the first deck it opens. */
const root = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-tab-')));
writeFileSync(join(root, 'package.json'), '{"private":true,"type":"module"}');
afterAll(() => rmSync(root, { recursive: true }));

function deckOf(title: string): string {
  const { value } = compileMeetup({
    'content/event.md': EVENT.replace('lang:', 'allow: [markup-in-field]\nlang:'),
    'content/talks/01-ada.md': talk('## One\n\n- a').replace('A talk', () => JSON.stringify(title)),
  });
  return value?.decks.find(({ deck: { slug } }) => slug === 'ada')?.text ?? '';
}

/** The tab title in the page that stock Slidev serves and builds for a deck; its default template is `%s - Slidev`. */
async function tabTitle(deck: string): Promise<string> {
  const entry = join(root, 'ada.md');
  writeFileSync(entry, deck.replace(/^theme: .*$/m, 'theme: none\nfonts: {provider: none}'));
  const { utils } = await resolveOptions({ entry }, 'build');
  const [element = ''] = /<title>.*?<\/title>/s.exec(utils.indexHtml) ?? [];
  let words = '';
  const parser = new SaxesParser();
  parser.on('text', (text) => {
    words += text;
  });
  parser.write(element).close();
  return words;
}

test.each([
  ['A talk', 'A talk - Slidev'],
  ["$& $'", "$& $'"],
  ['$$ $` $1 $<a>', '$$ $` $1 $<a>'],
  ['Costs *$5* & `$&`', 'Costs *$5* & `$&`'],
  ['100%s', '100%s - Slidev'],
  // The word joiner is invisible, and keeps `%s` from being replaced with the title.
  ["%s $& $' $$ %s", "%\u2060s $& $' $$ %\u2060s"],
])('the title %s reads %s', { timeout: 120_000 }, async (title, expected) => {
  expect(await tabTitle(deckOf(title))).toBe(expected);
});

test('the title itself stays as it is typed', () => {
  expect(deckOf("%s $& $'").split('\n')).toContain(String.raw`title: "%s \\$& \\$\\'"`);
});
