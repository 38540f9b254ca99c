import { posix } from 'node:path';
import { digestOf } from '../base/changed.ts';
import type { FileToWrite } from '../base/files.ts';
import type { Store } from '../base/store.ts';
import { rangeOf } from '../slidev/plugins/used-faces.ts';

const FACE = /@font-face\s*\{[^}]*\}/g;
const TEXT = />([^<]+)/g;
/** Written as entities. */
const SIGNS = '<>&';

/**
 /**
 * Embeds the fonts in which a diagram's labels were measured, subset to their characters: an image loads nothing from
 * elsewhere, and in another font a label would not fit its box.
 *
 * @param svg XML, with a style sheet @param files of the decks, by path, including style sheets
 */
export async function withDiagramFonts(
  svg: string,
  files: readonly FileToWrite[],
  store: Pick<Store, 'get' | 'put'>,
): Promise<string> {
  const labels = svg.replaceAll(/<style[\s\S]*?<\/style>/g, '');
  const text = [...new Set([...labels.matchAll(TEXT)].map(([, said = '']) => said).join('') + SIGNS)]
    .sort()
    .join('');
  const isSlanted = /<(?:i|em)\b|italic/.test(labels);
  const used = facesOf(files).filter(
    ({ css, family, covers }) =>
      svg.includes(family) && [...text].some(covers) && (isSlanted || !/font-style:\s*italic/.test(css)),
  );
  const key = `diagram-${digestOf(JSON.stringify([svg, used.map(({ css, bytes }) => [css, digestOf(bytes)])]))}`;
  const before = store.get(key);
  if (before) return Buffer.from(before).toString('utf8');
  const { default: subsetFont } = await import('subset-font');
  const rules: string[] = [];
  for (const { css, bytes, covers } of used) {
    const letters = [...text].filter(covers).join('');
    const cut = await subsetFont(Buffer.from(bytes), letters, { targetFormat: 'woff2' }).catch(() => bytes);
    const data = `data:font/woff2;base64,${Buffer.from(cut).toString('base64')}`;
    rules.push(css.replace('{', `{ src: url("${data}");`));
  }
  const whole = svg.replace('<style>', () => `<style>${rules.join('\n')}`);
  store.put(key, Buffer.from(whole));
  return whole;
}

interface Face {
  /** The rule without its source. */
  readonly css: string;
  readonly family: string;
  readonly bytes: Uint8Array;
  covers(character: string): boolean;
}

function facesOf(files: readonly FileToWrite[]): readonly Face[] {
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  const sheets = files.filter(({ path }) => path.endsWith('.css'));
  const faces = sheets.flatMap(({ path, content }) =>
    [...Buffer.from(content).toString('utf8').matchAll(FACE)].flatMap(([css]) => {
      const family = /font-family:\s*["']?([^"';}]+)/.exec(css)?.[1];
      const url = /url\(\s*["']?([^"')]+)/.exec(css)?.[1];
      const bytes = url && byPath.get(posix.join(posix.dirname(path), url));
      if (!family || !bytes || typeof bytes === 'string') return [];
      const isInRange = rangeOf(css);
      const face = { css: css.replaceAll(/src:[^;}]*;?/g, ''), family, bytes };
      return [{ ...face, covers: (letter: string) => isInRange(letter.codePointAt(0) ?? 0) }];
    }),
  );
  // Decks that share nothing have separate style sheets.
  return [...new Map(faces.map((face) => [face.css, face])).values()];
}
