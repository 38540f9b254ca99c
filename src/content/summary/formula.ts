import { createRequire } from 'node:module';
import type { KatexOptions, ParseError } from 'katex';

/** A formula as set by KaTeX; lengths are in em of the surrounding text. */
export interface Formula {
  readonly html: string;
  /** Widths of the parts between which a line may break, in order. */
  readonly parts: readonly number[];
  /** Height above the baseline, and depth below it. */
  readonly above: number;
  readonly below: number;
}

/** Why it cannot be set; offsets into the typed text. */
export interface FormulaFault {
  readonly problem: string;
  readonly start: number;
  readonly length: number;
}

/** Size of a formula relative to the surrounding text in the theme: that of KaTeX's own style sheet. */
export const FORMULA_SCALE = 1.21;

/** Anything longer is not a formula, and would be slow. */
const LONGEST = 2000;

/**
 * Sets a TeX formula. Nothing in it is trusted: it cannot bring addresses, pictures, classes or styles; sizes and macro
 * expansion are bounded, and no macro outlives its formula.
 * @param isBlock whether it is a display formula
 */
export function setFormula(tex: string, isBlock: boolean): Formula | FormulaFault {
  const key = `${isBlock ? '$$' : '$'}${tex}`;
  const kept = known.get(key);
  if (kept) return kept;
  if (known.size > MOST_KNOWN) known.clear();
  const made = tex.length > LONGEST ? tooLong(tex) : make(tex, isBlock);
  known.set(key, made);
  return made;
}

/** A formula as KaTeX's MathML, annotated with what was typed; null if it cannot be set. */
export function formulaMath(tex: string, isBlock: boolean): string | null {
  if ('problem' in setFormula(tex, isBlock)) return null;
  const katex: Katex = require('katex');
  return katex.renderToString(tex, { ...boundsFor(isBlock), output: 'mathml' });
}

/** Cached, because each formula is checked, measured and shown. */
const known = new Map<string, Formula | FormulaFault>();
const MOST_KNOWN = 2000;

const require = createRequire(import.meta.url);

interface Katex {
  renderToString(tex: string, options: KatexOptions): string;
  __renderToDomTree(tex: string, options: KatexOptions): Node;
  readonly ParseError: typeof ParseError;
}

/** A node of KaTeX's tree; the version is exact, because only `renderToString` is documented. */
interface Node {
  readonly classes?: readonly string[];
  readonly style?: Readonly<Record<string, string | undefined>>;
  readonly children?: readonly Node[];
  /** For a symbol: letters of one width, in em of its size. */
  readonly text?: string;
  readonly width?: number;
  readonly italic?: number;
  toMarkup(): string;
}

function make(tex: string, isBlock: boolean): Formula | FormulaFault {
  // Loaded only if there is a formula: most meetups have none.
  const katex: Katex = require('katex');
  let refused: string | null = null;
  const options: KatexOptions = {
    ...boundsFor(isBlock),
    output: 'html',
    trust: ({ command }) => {
      refused ??= command;
      return false;
    },
  };
  const unknown: string[] = [];
  const { warn } = console;
  // KaTeX only warns about characters that its fonts lack.
  console.warn = (message: unknown) => unknown.push(String(message));
  try {
    const tree = katex.__renderToDomTree(tex, options);
    const missing = /No character metrics for '(.+?)'/u.exec(unknown.join('\n'))?.[1];
    if (refused !== null) return fault(tex, refused, `${refused} is not allowed: a formula is only shown`);
    if (missing !== undefined) return fault(tex, missing, `no font for formulas has ${missing}`);
    return { html: tree.toMarkup(), ...measure(tree) };
  } catch (error) {
    if (!(error instanceof katex.ParseError)) return fault(tex, '', String(error).slice(0, 200));
    if (/htmlExtension/.test(error.rawMessage ?? error.message)) {
      const command = /\\html[A-Z][a-z]*/.exec(tex)?.[0] ?? '';
      return fault(tex, command, `${command} is not allowed: a formula is only shown`);
    }
    const problem = (error.rawMessage ?? error.message)
      .replace(/^KaTeX parse error: /, '')
      .replace(/ at (?:position|end of input)\b.*$/s, '');
    return { problem, start: Math.min(error.position ?? 0, tex.length), length: error.length || 1 };
  } finally {
    console.warn = warn;
  }
}

/** Options that keep a formula small and unable to refer to anything. */
function boundsFor(isBlock: boolean): KatexOptions {
  return {
    displayMode: isBlock,
    throwOnError: true,
    maxSize: 20,
    maxExpand: 500,
    macros: {},
    trust: false,
    strict: (code) => (code === 'htmlExtension' ? 'error' : 'ignore'),
  };
}

function fault(tex: string, text: string, problem: string): FormulaFault {
  return { problem, start: Math.max(0, tex.indexOf(text)), length: text.length || 1 };
}

function tooLong(tex: string): FormulaFault {
  return { problem: `it has ${tex.length} characters, and ${LONGEST} are the most`, start: 0, length: 1 };
}

function measure(tree: Node): Omit<Formula, 'html'> {
  const bases = allOf(tree, 'katex-base');
  const struts = allOf(tree, 'katex-strut').map(({ style }) => {
    const below = -em(style?.verticalAlign);
    return { above: em(style?.height) - below, below };
  });
  const most = (lengths: readonly number[]) => FORMULA_SCALE * Math.max(0, ...lengths);
  return {
    parts: bases.map((base) => FORMULA_SCALE * widthOf(base)),
    above: most(struts.map(({ above }) => above)),
    below: most(struts.map(({ below }) => below)),
  };
}

function allOf(node: Node, name: string): readonly Node[] {
  if (node.classes?.includes(name)) return [node];
  return (node.children ?? []).flatMap((child) => allOf(child, name));
}

/** Of `size1` to `size11`, as factors. */
const SIZES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];
/** KaTeX's placeholder width for a missing delimiter. */
const NO_DELIMITER = 0.12;

/** In em of its parent. */
function widthOf(node: Node): number {
  const { classes = [], style = {}, children = [] } = node;
  if (
    classes.some((name) => /^(?:pstrut|katex-strut|hide-tail|svg-align)$/.test(name)) &&
    children.length === 0
  )
    return 0;
  const around = em(style.marginLeft) + em(style.marginRight) + em(style.paddingLeft);
  if (node.text !== undefined && children.length === 0) {
    return around + (node.width ?? 0) * [...node.text].length + (node.italic ?? 0);
  }
  const widths = children.map(widthOf);
  const isColumn = classes.some((name) => /^(?:vlist|vlist-t)$/.test(name));
  const inner = isColumn ? Math.max(0, ...widths) : widths.reduce((sum, width) => sum + width, 0);
  const own = Math.max(inner, em(style.width), classes.includes('nulldelimiter') ? NO_DELIMITER : 0);
  return around + own * scaleOf(classes);
}

function scaleOf(classes: readonly string[]): number {
  const size = (pattern: RegExp) => {
    const found = classes.map((name) => pattern.exec(name)?.[1]).find((each) => each !== undefined);
    return SIZES[Number(found) - 1] ?? 1;
  };
  return classes.some((name) => /^reset-size\d+$/.test(name))
    ? size(/^size(\d+)$/) / size(/^reset-size(\d+)$/)
    : 1;
}

function em(length: string | undefined): number {
  return length?.endsWith('em') ? Number.parseFloat(length) || 0 : 0;
}
