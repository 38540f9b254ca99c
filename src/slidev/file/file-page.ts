import { createHash } from 'node:crypto';
import type { BundleJob } from '../job.ts';

/**
 * A page that holds its script, style and diagrams, and may do nothing else: it asks for nothing, and what came into it
 * by another way does not run.
 */
export function filePage(
  job: BundleJob,
  { script, style }: { readonly script: string; readonly style: string },
): string {
  const [first] = job.decks;
  const [code, css] = [inScript(script), inStyle(style)];
  const diagrams = diagramsIn(script, job.diagrams ?? {});
  // Diagrams bring styles of their own, each known here.
  const styles = Object.values(diagrams).flatMap(stylesOf);
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(code)}`,
    `style-src ${[css, ...styles].map(hashOf).join(' ')}`,
    "style-src-attr 'unsafe-inline'",
    'img-src data:',
    'media-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${inText(first?.lang ?? 'en')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="talkdeck">
<title>${inText(job.title ?? first?.title ?? '')}</title>
<link rel="icon" href="data:,">
<style>${css}</style>
</head>
<body>
<div id="app"></div>
${DIAGRAMS}${inJson(diagrams)}</script>
<script type="module">${code}</script>
</body>
</html>
`;
}

const DIAGRAMS = '<script type="application/json" id="talkdeck-diagrams">';

/** The diagrams that a page holds. @param page made by `filePage` */
export function diagramsOf(page: Uint8Array): Readonly<Record<string, string>> {
  const text = Buffer.from(page).toString('utf8');
  const start = text.indexOf(DIAGRAMS) + DIAGRAMS.length;
  return JSON.parse(text.slice(start, text.indexOf('</script>', start)));
}

/** Those that the script shows, with the same names each time: Mermaid draws them at random. */
function diagramsIn(
  script: string,
  drawn: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const shown = Object.entries(drawn).filter(([key]) => script.includes(key.slice(0, key.indexOf('{'))));
  return Object.fromEntries(
    shown
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, svg], index) => {
        const id = /^<svg[^>]*? id="([^"]+)"/.exec(svg)?.[1];
        return [key, id === undefined ? svg : svg.replaceAll(id, `diagram-${index + 1}`)];
      }),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { '&gt;': '>', '&lt;': '<', '&quot;': '"', '&amp;': '&' };

/** The texts of a drawing's style sheets, as a browser reads them. */
function stylesOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, text = '']) =>
    oneLineEnd(text).replaceAll(/&(?:gt|lt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity),
  );
}

/** A browser compares the text as it has read it, with line ends made one. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/**
 * A script that cannot end its element. In strings, templates and regular expressions alike, `\\x73` is the letter.
 */
function inScript(code: string): string {
  return oneLineEnd(code)
    .replaceAll(
      /<(\/?)(s)(?=cript)/gi,
      (_, slash: string, s: string) => `<${slash}\\x${s === 's' ? '73' : '53'}`,
    )
    .replaceAll('<!--', '<\\x21--');
}

function inStyle(css: string): string {
  return oneLineEnd(css).replaceAll(/<(?=\/style)/gi, '\\3c ');
}

function inJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function inText(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (char) => names[char] ?? char);
}

function oneLineEnd(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\\x00');
}
