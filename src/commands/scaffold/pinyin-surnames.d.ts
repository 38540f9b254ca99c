// pinyin-pro's own table, missing from its types: surnames to their readings.
declare module 'pinyin-pro/dist/esm/data/surname.mjs' {
  const surnames: Readonly<Record<string, string>>;
  export default surnames;
}
