export default () => ({
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
});
