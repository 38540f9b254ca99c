// As in the real theme, slides are not scanned for CSS classes, so that tests need not rebundle the client each time.
export { default } from '../../../templates/theme/vite.config.mjs';
