// markdown-it plugins without types.

declare module 'markdown-it-deflist' {
  import type { PluginSimple } from 'markdown-it';

  const deflist: PluginSimple;
  export default deflist;
}

declare module 'markdown-it-footnote' {
  import type { PluginSimple } from 'markdown-it';

  const footnote: PluginSimple;
  export default footnote;
}

/** Emoji by their GitHub names. */
declare module 'markdown-it-emoji/lib/data/full.mjs' {
  const emojiByName: Readonly<Record<string, string>>;
  export default emojiByName;
}
