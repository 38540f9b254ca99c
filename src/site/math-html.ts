import { unescapeHtml } from '../render/formula.ts';
import { Html, html } from './html.ts';

/**
 * A formula as MathML, which browsers draw and read aloud themselves, without fonts, styles or code. Only the drawing
 * elements and attributes of KaTeX's MathML are let through, and all text is escaped.
 * @param math null if KaTeX gave none: then the typed text is shown
 */
export function mathHtml(math: string | null, tex: string, isBlock: boolean): Html {
  const words = tex.trim().replaceAll(/\s+/g, ' ');
  if (math === null) return html`<code>${words}</code>`;
  // The annotation repeats the source, which the attribute has.
  const [, inner = ''] = /<semantics>([\s\S]*?)<annotation\b/.exec(math) ?? [];
  const drawn = inner.replaceAll(/<[^<>]*>|[^<>]+/g, (part) =>
    part.startsWith('<') ? drawnTag(part) : html`${unescapeHtml(part)}`.toHTML(),
  );
  const display = isBlock ? 'block' : 'inline';
  const formula = html`<math display="${display}" aria-label="${words}">${Html.rendered(drawn)}</math>`;
  return isBlock ? html`<div class="scroll formula" tabindex="0">${formula}</div>` : formula;
}

const TAG = /^<(\/?)(m[a-z]+)((?:\s+[a-zA-Z]+="[^"<>]*")*)\s*(\/?)>$/;
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'mrow mi mo mn ms mtext mspace msup msub msubsup mover munder munderover mfrac msqrt mroot mtable mtr mtd mlabeledtr ' +
    'mpadded mphantom mstyle menclose merror mmultiscripts mprescripts mglyph'
  ).split(' '),
);
const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'accent accentunder columnalign columnlines columnspacing displaystyle fence height depth voffset lspace rspace ' +
    'linethickness mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation rowlines ' +
    'rowspacing scriptlevel separator stretchy width symmetric'
  ).split(' '),
);
const VALUE = /^[\w\s.,#%+-]*$/;

function drawnTag(tag: string): string {
  const [whole, slash, name = '', attributes = '', end] = TAG.exec(tag) ?? [];
  // Other elements are dropped; their text stays.
  if (whole === undefined || !ELEMENTS.has(name)) return '';
  const kept = [...attributes.matchAll(/\s([a-zA-Z]+)="([^"]*)"/g)].flatMap(([, key = '', value = '']) =>
    ATTRIBUTES.has(key) && VALUE.test(value) ? [` ${key}="${value}"`] : [],
  );
  // HTML has no self-closing MathML elements.
  return end === '/' ? `<${name}${kept.join('')}></${name}>` : `<${slash}${name}${kept.join('')}>`;
}
