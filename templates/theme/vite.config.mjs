import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Every browser that Slidev supports reads woff2; the woff copies would double a built deck. */
const woff2Only = {
  name: 'talkdeck:woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!/@fontsource\/.*\.css$/.test(id)) return;
    return { code: code.replace(/, url\([^)]+\.woff\) format\('woff'\)/g, ''), map: null };
  },
};

/**
 * Fonts for one language each, which only need to be installed if a deck uses it. If one is missing, its style sheets
 * are empty, and fonts.css names none of its files.
 */
const optionalFonts = {
  name: 'talkdeck:optional-fonts',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (!OPTIONAL.test(source) || !source.endsWith('.css')) return null;
    return (await installed(this, source, importer, options)) ?? NO_FONT;
  },
  async transform(code, id) {
    if (!/\/styles\/fonts\.css(?:\?|$)/.test(id)) return;
    const packages = [...new Set(code.match(/@fontsource\/noto-sans-(?:tc|jp|kr)(?=\/)/g))];
    const found = await Promise.all(packages.map((name) => installed(this, `${name}/400.css`, id)));
    const missing = packages.filter((_, index) => !found[index]);
    const faces = code.replace(/@font-face\s*\{[^}]*\}/g, (face) =>
      missing.some((name) => face.includes(`${name}/`)) ? '' : face,
    );
    return { code: faces, map: null };
  },
};
const OPTIONAL = /^@fontsource\/noto-sans-(?:tc|jp|kr)\//;
const NO_FONT = fileURLToPath(new URL('styles/no-font.css', import.meta.url));

/** For missing files, Vite has a placeholder that fails when it is loaded. */
async function installed(context, source, importer, options) {
  const found = await context.resolve(source, importer, { ...options, skipSelf: true });
  return found && existsSync(found.id.split('?')[0]) ? found : null;
}

/**
 * A slide's text is not a list of classes: UnoCSS would make rules from `[body]:hidden`, request a `url()` in one, and
 * rewrite `a-(b c)`.
 */
const noClassesInSlides = {
  name: 'talkdeck:no-classes-in-slides',
  configResolved({ plugins }) {
    for (const plugin of plugins) {
      if (!plugin.name.startsWith('unocss:') || !plugin.transform) continue;
      const { transform } = plugin;
      const run = typeof transform === 'function' ? transform : transform.handler;
      const handler = function (code, id, ...rest) {
        return SLIDE_TEXT.test(id) ? null : run.call(this, code, id, ...rest);
      };
      plugin.transform = typeof transform === 'function' ? handler : { ...transform, handler };
    }
  },
};
const SLIDE_TEXT = /__slidev_\d+\.(?:md|frontmatter)|\/@slidev\/(?:title-renderer|configs)/;

export default {
  plugins: [woff2Only, optionalFonts, noClassesInSlides],
  // Lightning CSS, the default, rejects `.slidev-code-line-numbers` as UnoCSS 66.9 and later emit it.
  build: { cssMinify: false },
};
