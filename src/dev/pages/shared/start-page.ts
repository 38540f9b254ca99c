import { type Component, createSSRApp } from 'vue';
import { ROOT_ID, STATE_ID } from './page-markup.ts';

/** Takes over a page that came with its markup, and the state that this shows (render-page.ts). */
export function startPage(page: Component): void {
  const state = document.getElementById(STATE_ID)?.textContent ?? '';
  createSSRApp(page, { first: JSON.parse(state) }).mount(`#${ROOT_ID}`);
}
