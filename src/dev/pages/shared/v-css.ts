import type { Directive } from 'vue';

type Styles = Readonly<Record<string, string | number | null>>;

/**
 * `v-css="{'--accent': color}"`: styles an element by script, because the pages' policy forbids inline styles in
 * markup, which could come from a summary. `--accent` is set only if it is a colour. Until scripts run, a named accent
 * of the look is set by a rule in page.css.
 */
export const vCss: Directive<HTMLElement, Styles> = {
  mounted(node, { value }) {
    node.removeAttribute(BY_NAME);
    set(node, value, {});
  },
  updated: (node, { value, oldValue }) => set(node, value, oldValue ?? {}),
  getSSRProps: ({ value }) => {
    const [, name] = /^var\(--([\w-]+)\)$/.exec(`${value['--accent'] ?? ''}`) ?? [];
    return name === undefined ? {} : { [BY_NAME]: name };
  },
};

const BY_NAME = 'data-accent';

function set(node: HTMLElement, now: Styles, before: Styles): void {
  for (const name of Object.keys({ ...before, ...now })) {
    const value = now[name] ?? null;
    if (value === (before[name] ?? null)) continue;
    const isFit = value !== null && (name !== '--accent' || CSS.supports('color', `${value}`));
    if (isFit) node.style.setProperty(name, `${value}`);
    else node.style.removeProperty(name);
  }
}
