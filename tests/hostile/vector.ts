/** A text that would do something if it reached Slidev, Markdown, Vue, Vite, UnoCSS or the browser as it stands. */
export interface Vector {
  readonly name: string;
  readonly text: string;
}

/** Whatever of it runs, in whatever way, sets the flag that the tests look at. */
export const RUN = 'globalThis.pwned=1';
/** Vue's templates see no globals; a function's constructor gets around that. */
export const EXPRESSION = `''.constructor.constructor('${RUN}')()`;
/** No such host can exist; a request to it shows as blocked. */
export const EVIL = 'https://evil.invalid';

/** `html 3` is of the kind `html`. */
export const kindOf = ({ name }: Vector): string => name.replace(/ \d+$/, '');

/** Texts of one kind: of each kind some are tried in every run. */
export const group = (name: string, ...texts: readonly string[]): readonly Vector[] =>
  texts.map((text, index) => ({ name: `${name} ${index + 1}`, text }));
