// pinyin-pro's own table, which its types leave out: surnames, as written and as read.
declare module 'pinyin-pro/dist/esm/data/surname.mjs' {
  const surnames: Readonly<Record<string, string>>;
  export default surnames;
}
