import type { Plugin } from 'vite';
import type { BundleJob } from './job.ts';
import { FONT_FACE, hasBuiltInFonts, usedFaces } from './plugins/used-faces.ts';

/** Leaves out of a bundle the fonts that no character of its decks is set in. */
export function keepUsedFonts(job: BundleJob): Plugin {
  const isUsed = usedFaces(job);
  return {
    name: 'talkdeck:keep-used-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.css(?:$|\?)/.test(id) || !code.includes('@font-face') || !hasBuiltInFonts(job.themeRoot))
        return null;
      return { code: code.replace(FONT_FACE, (face) => (isUsed(face) ? face : '')), map: null };
    },
  };
}
