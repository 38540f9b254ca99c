import { setFormula } from '../content/summary/formula.ts';
import { escapeHtml } from './escape.ts';

/**
 * A formula as HTML on one line that Markdown and Vue leave alone. Only drawing tags and attributes of KaTeX's HTML are
 * let through, and all text is escaped, so that nothing an author typed can do more than be seen.
 * @param isBlock whether it is a display formula
 */
export function formulaMarkdown(tex: string, isBlock: boolean): string {
  const formula = setFormula(tex, isBlock);
  const words = escapeHtml(tex.trim().replaceAll(/\s+/g, ' '));
  // A fault is a finding, so nothing is built.
  if ('problem' in formula) return `<code v-pre>${words}</code>`;
  const drawn = formula.html.replaceAll(/<[^<>]*>|[^<>]+/g, (part) =>
    part.startsWith('<') ? drawnTag(part) : escapeHtml(unescapeHtml(part)),
  );
  const tag = isBlock ? 'div' : 'span';
  return `<${tag} class="formula" role="img" aria-label="${words}" v-pre>${drawn}</${tag}>`;
}

const TAG = /^<(\/?)(span|svg|path|line)((?:\s+[a-zA-Z][\w-]*=(?:"[^"<>]*"|'[^'<>]*'))*)\s*(\/?)>$/;
const ATTRIBUTE = /\s([a-zA-Z][\w-]*)=(?:"([^"]*)"|'([^']*)')/g;
/** Other attributes have no effect here: namespaces, `aria-hidden`. */
const DRAWING = new Set([
  'class',
  'style',
  'width',
  'height',
  'viewBox',
  'preserveAspectRatio',
  'd',
  'x1',
  'x2',
  'y1',
  'y2',
  'stroke-width',
]);
/** Lengths, colours, numbers, names. */
const VALUE = /^[\w\s.,:;%#+-]*$/;

function drawnTag(tag: string): string {
  const [whole, slash, name, attributes = '', end] = TAG.exec(tag) ?? [];
  if (whole === undefined) throw new Error(`KaTeX wrote ${tag}`);
  const kept = [...attributes.matchAll(ATTRIBUTE)].flatMap(([, key = '', double, single]) => {
    const value = (double ?? single ?? '').replaceAll(/\s+/g, ' ');
    if (!DRAWING.has(key) || !VALUE.test(value)) return [];
    return [` ${key}="${value}"`];
  });
  // Vue requires an end tag or a slash, and Markdown accepts both.
  return `<${slash}${name}${kept.join('')}${end}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

/** Undoes KaTeX's escaping. */
export function unescapeHtml(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
}
