export default () => ({
  // Otherwise a line that takes half a second, on a busy machine, goes without colours.
  tokenizeTimeLimit: 0,
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
});
