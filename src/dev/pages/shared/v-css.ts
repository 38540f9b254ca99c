import type { Directive } from 'vue';

type Styles = Readonly<Record<string, string | number | null>>;

/**
 * `v-css="{'--accent': color}"`: styles an element by script, because the pages' policy lets no markup have styles, which
 * could come from a summary. `--accent` only if it is a colour. Until scripts run, an accent of the
 * look has a rule in cover.css, by its name.
 */
export const vCss: Directive<HTMLElement, Styles> = {
  mounted: (node, { value }) => set(node, value, {}),
  updated: (node, { value, oldValue }) => set(node, value, oldValue ?? {}),
  getSSRProps: ({ value }) => {
    const [, name] = /^var\(--([\w-]+)\)$/.exec(`${value['--accent'] ?? ''}`) ?? [];
    return name === undefined ? {} : { 'data-accent': name };
  },
};

function set(node: HTMLElement, now: Styles, before: Styles): void {
  for (const [name, value] of Object.entries(now)) {
    if (value === before[name]) continue;
    if (value === null) node.style.removeProperty(name);
    else if (name !== '--accent' || CSS.supports('color', `${value}`))
      node.style.setProperty(name, `${value}`);
  }
}
