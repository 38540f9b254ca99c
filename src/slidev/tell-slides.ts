import type { Plugin } from 'vite';

const LIST = '/@slidev/slides';
const SET = 'import.meta.hot.data.slides.value = data';
const TELL = `${SET}\n  dispatchEvent(new Event('talkdeck:slides'))`;

/** Tells a page that it has got other slides, before it shows them (dev/pages/deck/follow.ts). */
export function tellSlides(): Plugin {
  return {
    name: 'talkdeck:tell-slides',
    enforce: 'pre',
    transform(code, id) {
      if (id !== LIST) return null;
      if (!code.includes(SET)) throw new Error('this version of Slidev keeps its slides in another way');
      return { code: code.replace(SET, TELL), map: null };
    },
  };
}
