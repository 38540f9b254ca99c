interface ImportMeta {
  /** Set when the pages are bundled (scripts/dev-pages.ts). */
  readonly env: { readonly SSR: boolean };
}
