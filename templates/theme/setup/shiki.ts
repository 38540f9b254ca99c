export default () => ({
  // By default, a line that takes half a second, on a busy machine, is left uncoloured.
  tokenizeTimeLimit: 0,
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
});
