/** Every browser that Slidev runs in reads woff2; the woff copies would double a built deck. */
const woff2Only = {
  name: 'talkdeck:woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!/@fontsource\/.*\.css$/.test(id)) return;
    return { code: code.replace(/, url\([^)]+\.woff\) format\('woff'\)/g, ''), map: null };
  },
};

/**
 * A slide's text is no list of classes: UnoCSS would make rules of `[body]:hidden`, ask the network for a
 * `url()` in one, and rewrite `a-(b c)`.
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
  plugins: [woff2Only, noClassesInSlides],
  // Lightning CSS, the default, rejects `.slidev-code-line-numbers` as UnoCSS 66.9 and later emit it.
  build: { cssMinify: false },
};
