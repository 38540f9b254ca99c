/** A text that would do something if it reached Slidev, Markdown, Vue, Vite, UnoCSS or the browser unescaped. */
export interface Vector {
  readonly name: string;
  readonly text: string;
}

/** Code that sets the flag checked by the tests, however it gets to run. */
export const RUN = 'globalThis.pwned=1';
/** Vue templates have no access to globals; a function's constructor gets around that. */
export const EXPRESSION = `''.constructor.constructor('${RUN}')()`;
/** Host names below .invalid never resolve; a request to it shows up as blocked. */
export const EVIL = 'https://evil.invalid';

/** The kind of `html 3` is `html`. */
export const kindOf = ({ name }: Vector): string => name.replace(/ \d+$/, '');

/** Texts of one kind; every run tries some of each kind. */
export const group = (name: string, ...texts: readonly string[]): readonly Vector[] =>
  texts.map((text, index) => ({ name: `${name} ${index + 1}`, text }));
