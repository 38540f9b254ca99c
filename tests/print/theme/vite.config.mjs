// Slides' text is no list of classes here either, so that tests need not bundle the client each time.
export { default } from '../../../templates/theme/vite.config.mjs';
