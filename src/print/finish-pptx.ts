import { strFromU8, strToU8, unzipSync, type ZipOptions, zipSync } from 'fflate';
import { familyOfPptx } from './pptx-fonts.ts';
import type { PrintableDeck } from './types.ts';
import { ZIP_EPOCH } from './zip-epoch.ts';

const EPOCH_TEXT = '1980-01-01T00:00:00Z';
/** Compressed already. */
const PICTURE = /\.(?:png|jpe?g|gif|webp)$/i;
const SLIDE = /^ppt\/slides\/slide(\d+)\.xml$/;
const LINK = /<Relationship\b[^>]*\bTarget="([^"]*)"[^>]*\bTargetMode="External"[^>]*\/>/g;
const SLIDE_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide';

/**
 * Makes a PowerPoint file of Slidev's ready to be handed on: fonts that other machines have, links that lead to
 * slides and to the other decks' files, the deck's language, and no time of writing.
 */
export function finishPptx(bytes: Uint8Array, { lang }: Pick<PrintableDeck, 'lang'>): Uint8Array {
  const files = unzipSync(bytes);
  for (const [path, content] of Object.entries(files)) {
    if (!/\.(?:xml|rels)$/.test(path)) continue;
    let text = strFromU8(content);
    if (path === 'docProps/core.xml') text = text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, EPOCH_TEXT);
    text = nameFonts(text, lang);
    if (SLIDE.test(path)) {
      const relations = path.replace('slides/', 'slides/_rels/').replace(/$/, '.rels');
      const links = files[relations];
      if (links) {
        const { rels, jumps } = pointLinks(strFromU8(links));
        files[relations] = strToU8(rels);
        text = text.replaceAll(/<a:hlinkClick r:id="(\w+)"[^>]*>/g, (tag, id: string) =>
          jumps.has(id) ? tag.replace(/ action="[^"]*"|(?=\/?>$)/, ' action="ppaction://hlinksldjump"') : tag,
        );
      }
    }
    files[path] = path.includes('/_rels/') ? (files[path] ?? content) : strToU8(text);
  }
  const entries = Object.entries(files).map(([path, content]): [string, [Uint8Array, ZipOptions]] => [
    path,
    [content, { level: PICTURE.test(path) ? 0 : 6 }],
  ]);
  return zipSync(Object.fromEntries(entries), { mtime: ZIP_EPOCH });
}

function nameFonts(xml: string, lang: string): string {
  return xml
    .replaceAll(
      /<a:(latin|ea|cs)\b([^>]*)\btypeface="([^"]*)"/g,
      (_, script: string, rest: string, name: string) => {
        const family = familyOfPptx(script === 'ea' ? 'ea' : 'latin', name, lang);
        return `<a:${script}${rest}typeface="${family}"`;
      },
    )
    .replaceAll(/(<a:(?:rPr|endParaRPr)\b[^>]*\blang=")en-US"/g, `$1${lang}"`);
}

/** Slidev's names of slides become relations to slides; those of other decks, their files. */
function pointLinks(xml: string): { rels: string; jumps: ReadonlySet<string> } {
  const jumps = new Set<string>();
  const rels = xml.replaceAll(LINK, (tag, target: string) => {
    const slide = /#slide-(\d+)$/.exec(target)?.[1];
    if (slide !== undefined) {
      const id = /\bId="(\w+)"/.exec(tag)?.[1] ?? '';
      jumps.add(id);
      return `<Relationship Id="${id}" Type="${SLIDE_TYPE}" Target="slide${slide}.xml"/>`;
    }
    const other = /^talkdeck:([^/]+)\/(\d+)$/.exec(target);
    return other ? tag.replace(target, `${other[1]}.pptx#${other[2]}`) : tag;
  });
  return { rels, jumps };
}
