import type { Plugin } from 'vite';
import type { SlidevOptions } from '../options.ts';

const LIST = '/@slidev/slides';
const GATHERED = '/@slidev/talkdeck-slides';
const IMPORT = /await import\('\/@slidev\/slides\/(\d+)\/md'\)/g;

/**
 * Slidev makes a chunk of each slide, which a browser has to ask for one by one. Here they all are one chunk.
 * A slide with a script stays apart: what the script throws while it loads must not cost the others.
 */
export function gatherSlides({ data }: SlidevOptions): Plugin {
  const isGathered = (no: number) => !/<script\b/i.test(data.slides[no - 1]?.content ?? '');
  return {
    name: 'talkdeck:gather-slides',
    enforce: 'pre',
    // Slidev's own chunks do not go together with ours.
    outputOptions: ({ manualChunks: _, ...output }) => output,
    load(id) {
      if (id !== GATHERED) return null;
      const numbers = data.slides.map((_, index) => index + 1).filter(isGathered);
      return numbers.map((no) => `export { default as slide${no} } from '${LIST}/${no}/md'`).join('\n');
    },
    transform(code, id) {
      if (id !== LIST) return null;
      let found = 0;
      const gathered = code.replaceAll(IMPORT, (own: string, no: string) => {
        found += 1;
        return isGathered(Number(no)) ? `(await import('${GATHERED}')).slide${no}` : own;
      });
      if (found !== data.slides.length) throw new Error('this version of Slidev loads slides in another way');
      return { code: gathered, map: null };
    },
  };
}
