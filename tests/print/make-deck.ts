import { fileURLToPath } from 'node:url';
import type { PrintableDeck } from '../../src/print/types.ts';

export const themeRoot = fileURLToPath(new URL('./theme', import.meta.url));

/** A deck of the given slides in Slidev's Markdown; slide n comes from line 10n of its content file. */
export function makeDeck(
  slug: string,
  slides: readonly string[],
  head = '',
  layout = 'default',
): PrintableDeck {
  const front = `---\ntheme: ../templates/theme\ntitle: ${slug}\n${head}---\n\n`;
  return {
    slug,
    title: `Deck ${slug}`,
    author: '黄东旭',
    subject: 'A deck for tests',
    keywords: ['test'],
    outline: [{ title: 'Cover', slide: 0, children: [] }],
    lang: 'zh-CN',
    accent: 'black',
    look: 'quiet',
    text: `${front}${slides.join(`\n\n---\nlayout: ${layout}\n---\n\n`)}\n`,
    origins: slides.map((_, index) => ({ file: `content/talks/${slug}.md`, line: (index + 1) * 10 })),
  };
}
