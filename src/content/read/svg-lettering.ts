import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Lettering } from '../summary/asset.ts';

/** Generic families, available in every browser. */
const GENERAL =
  /^(?:(?:ui-)?(?:serif|sans-serif|monospace|rounded)|system-ui|cursive|fantasy|math|emoji|inherit|initial|unset|revert)$/i;
const LETTERS = new Set(['text', 'tspan', 'textPath', 'a']);
const FACE = /@font-face\s*\{([^{}]*)\}/gi;

/**
 * Text in an SVG file set in fonts that it does not embed: it looks different on each machine, and shows boxes if no
 * font has its characters. A font counts as embedded if there is an `@font-face` for it, in any number of subsets.
 * @param bytes of an SVG file that passed inspectSvg
 */
export function readLettering(bytes: Uint8Array): Lettering | null {
  const source = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  if (!/<(?:\w+:)?text[\s>]/.test(source)) return null;
  const sheets = styleSheets(source);
  const brought = new Set([...sheets.matchAll(FACE)].flatMap(([, face = '']) => familiesIn(face)));
  const ofSheets = familiesIn(sheets.replaceAll(FACE, ''));
  const isForeign = (families: readonly string[]) => !families.some((name) => brought.has(name));
  const texts: string[] = [];
  let font: string | null = null;
  const open: { readonly isText: boolean; readonly families: readonly string[] }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    const above = open.at(-1);
    const own = familiesOf(tag);
    open.push({
      isText: tag.local === 'text' || (above?.isText === true && LETTERS.has(tag.local)),
      families: own.length > 0 ? own : (above?.families ?? []),
    });
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const add = (written: string) => {
    const { isText, families } = open.at(-1) ?? { isText: false, families: [] };
    const text = written.replaceAll(/\s+/g, ' ').trim();
    // A style sheet's rule could apply to any text.
    const named = families.length > 0 ? families : ofSheets;
    if (!isText || text === '' || !isForeign([...named, ...ofSheets])) return;
    texts.push(text);
    font ??= named.find((name) => !GENERAL.test(name)) ?? null;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(source).close();
  return texts.length === 0 ? null : { text: texts.join(' '), font };
}

/** The text of all `<style>` elements, without comments. */
function styleSheets(source: string): string {
  return [...source.matchAll(/<(?:\w+:)?style\b[^>]*>([\s\S]*?)<\/(?:\w+:)?style>/gi)]
    .map(([, css = '']) => css)
    .join('\n')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '');
}

function familiesOf({ attributes }: SaxesTagNS): readonly string[] {
  const value = (name: string) => attributes[name]?.value ?? '';
  const styled = familiesIn(value('style'));
  return styled.length > 0 ? styled : listOf(value('font-family'));
}

/** The families that declarations name, in `font-family` or at the end of `font`. */
function familiesIn(css: string): readonly string[] {
  return [...css.matchAll(/(?:^|[{;\s])font(-family)?\s*:\s*([^;{}]*)/gi)].flatMap(
    ([, isFamily, value = '']) =>
      listOf(isFamily ? value : value.replace(/^.*?[\d.]+(?:px|pt|em|rem|%|ex|ch|vw|vh)?(?:\/\S+)?\s+/i, '')),
  );
}

function listOf(families: string): readonly string[] {
  return families
    .split(',')
    .map((name) => name.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((name) => name !== '');
}
