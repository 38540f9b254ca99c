import { type Component, createSSRApp } from 'vue';

/** Element of a page's markup that holds its component. */
export const ROOT_ID = 'page';

/** Script element with the state that the markup shows, as JSON: a browser runs nothing of that type. */
export const STATE_ID = 'state';

/** What somebody did with a page before its scripts ran: Vue would put its own values in place of it. */
export interface DoneBefore {
  /** In the field for searches. */
  readonly typed: string;
  /** Values of the boxes. */
  readonly ticked: readonly string[];
}

/** Takes over a page that came with its markup, and the state that this shows (render-page.ts). */
export function startPage(page: Component): void {
  const state = document.getElementById(STATE_ID)?.textContent ?? '';
  createSSRApp(page, { first: JSON.parse(state), before: doneBefore() }).mount(`#${ROOT_ID}`);
}

function doneBefore(): DoneBefore {
  const boxes = document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:checked');
  return {
    typed: document.querySelector<HTMLInputElement>('input[type="search"]')?.value ?? '',
    ticked: [...boxes].map(({ value }) => value),
  };
}
