/** Every browser that Slidev runs in reads woff2; the woff copies would double a built deck. */
const woff2Only = {
  name: 'talkdeck:woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!/@fontsource\/.*\.css$/.test(id)) return;
    return { code: code.replace(/, url\([^)]+\.woff\) format\('woff'\)/g, ''), map: null };
  },
};

export default {
  plugins: [woff2Only],
  // Lightning CSS, the default, rejects `.slidev-code-line-numbers` as UnoCSS 66.9 and later emit it.
  build: { cssMinify: false },
};
