import { type Component, createSSRApp } from 'vue';
import { renderToString, ssrInterpolate, ssrRenderAttrs } from 'vue/server-renderer';
import type { PageName, RenderPage } from '../state/dev-pages.ts';
import HomePage from './home/HomePage.vue';
import ModeratePage from './moderate/ModeratePage.vue';
import type { PageHead } from './shared/page-head.ts';
import { ROOT_ID, STATE_ID } from './shared/start-page.ts';

const PAGES: Readonly<Record<PageName, Component>> = { home: HomePage, moderate: ModeratePage };

/** Renders a page on the server, so that it can be read before its scripts run. */
export const renderPage: RenderPage = async (name, state, markup) => {
  const head: PageHead = { title: 'talkdeck', lang: 'en', look: null };
  const body = await renderToString(createSSRApp(PAGES[name], { first: state }), head);
  const root = `<div id="${ROOT_ID}">${body}</div>`;
  // Keeps the text from closing the script element or opening a comment.
  const json = JSON.stringify(state).replaceAll('<', '\\u003c');
  const attributes = { lang: head.lang, ...(head.look !== null && { 'data-look': head.look }) };
  return markup
    .replace(/<html[^>]*>/, (tag) => {
      const [own = ''] = / data-look="\w+"/.exec(tag) ?? [];
      return `<html${ssrRenderAttrs(attributes)}${head.look === null ? own : ''}>`;
    })
    .replace(/(?<=<title>)[^<]*/, () => ssrInterpolate(head.title))
    .replace(
      '<!--page-->',
      () => `${root}\n<script type="application/json" id="${STATE_ID}">${json}</script>`,
    );
};
