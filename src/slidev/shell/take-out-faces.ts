import type { Plugin } from 'vite';
import { FONT_FACE, familyOf } from '../plugins/used-faces.ts';
import type { FontFace } from './shell.ts';

const FILE = /url\((["']?)([^"')]+)\1\)/;

/** Takes the faces of the built-in fonts out of all style sheets; `taken` has them by style sheet. */
export function takeOutFaces(taken: Map<string, FontFace[]>): Plugin {
  return {
    name: 'talkdeck:take-out-faces',
    enforce: 'pre',
    async transform(code, id) {
      if (!/\.css(?:$|\?)/.test(id) || !code.includes('@font-face')) return null;
      const faces: FontFace[] = [];
      for (const [css] of code.matchAll(FONT_FACE)) {
        if (familyOf(css) === null) continue;
        const url = FILE.exec(css)?.[2] ?? '';
        const file = await this.resolve(url, id);
        if (!file) throw new Error(`the font ${url} was not found`);
        faces.push({ css: css.replace(FILE, 'url(#)'), file: file.id });
      }
      taken.set(id, faces);
      return { code: code.replace(FONT_FACE, (css) => (familyOf(css) === null ? css : '')), map: null };
    },
  };
}
