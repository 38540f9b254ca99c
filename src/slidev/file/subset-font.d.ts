/** The part of https://github.com/papandreou/subset-font that we use; it has no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'woff2'; preserveNameIds?: readonly number[] },
  ): Promise<Buffer>;
}
