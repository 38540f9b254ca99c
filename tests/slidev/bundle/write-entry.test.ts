import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parser } from '@slidev/cli';
import { expect, test } from 'vitest';
import { writeEntry } from '../../../src/slidev/bundle/write-entry.ts';

test.each(['word ---', '---', 'a\n---\nb', 'x: y --- # z', '\u4e2d\u6587 "q" ---'])(
  'the title %j of the first deck ends no front matter',
  async (title) => {
    const root = mkdtempSync(join(tmpdir(), 'talkdeck-entry-'));
    try {
      const files = ['one.md', 'two.md'];
      for (const file of files)
        writeFileSync(join(root, file), `---\ntitle: ${quoted(title)}\nlayout: cover\n---\n\n# One\n`);
      const entry = await writeEntry({
        root,
        no: 0,
        themeRoot: root,
        decks: files.map((file) => ({ file, title, lang: 'en', accent: '#000000', look: 'quiet' })),
      });
      const { slides } = await parser.parse(readFileSync(entry, 'utf8'), entry);
      expect(slides.map(({ frontmatter }) => frontmatter.src)).toEqual(['./one.md', './two.md']);
      expect(slides.map(({ content }) => content)).toEqual(['', '']);
      expect(slides[0]?.frontmatter.title).toBe(title);
    } finally {
      rmSync(root, { recursive: true });
    }
  },
);

/** As the templates write it. */
function quoted(title: string): string {
  return JSON.stringify(title).replaceAll('---', '\\x2d\\x2d\\x2d');
}
