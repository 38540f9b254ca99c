import type { BundleJob } from '../job.ts';
import { diagramStyles, diagramsElement, oneLineEnd, shownDiagrams, sourceHash } from './drawn-diagrams.ts';

/**
 * A page that contains its script, style and diagrams, and can do nothing else: it makes no requests, and injected code
 * does not run.
 */
export function filePage(
  job: BundleJob,
  { script, style }: { readonly script: string; readonly style: string },
): string {
  const [first] = job.decks;
  const [code, css] = [inScript(script), inStyle(style)];
  const diagrams = shownDiagrams(script, job.diagrams ?? {});
  const policy = [
    "default-src 'none'",
    `script-src ${sourceHash(code)}`,
    `style-src ${[sourceHash(css), ...diagramStyles(diagrams)].join(' ')}`,
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
${diagramsElement(diagrams)}
<script type="module">${code}</script>
</body>
</html>
`;
}

/**
 * Escapes a script so that it cannot close its element: `\\x73` is the letter s in strings, templates and regular
 * expressions alike.
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

function inText(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (char) => names[char] ?? char);
}
