// What the package's types leave out: emoji by the names that GitHub gives them.
declare module 'markdown-it-emoji/lib/data/full.mjs' {
  const emojiByName: Readonly<Record<string, string>>;
  export default emojiByName;
}
