import { type Component, createSSRApp } from 'vue';

/** Element of a page's markup that contains its component. */
export const ROOT_ID = 'page';

/** Script element with the state shown by the markup, as JSON, a type that browsers do not run. */
export const STATE_ID = 'state';

/** User input from before the scripts ran, which Vue would overwrite. */
export interface DoneBefore {
  /** Text in the search field. */
  readonly typed: string;
  /** Values of ticked boxes. */
  readonly ticked: readonly string[];
}

/** Hydrates a page from its markup and state (render-page.ts). */
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
