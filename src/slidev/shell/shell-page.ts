const ENTRY = /<script type="module" src="[^"]*\/main\.ts"><\/script>/;

/**
 * Slidev's page, made to load the shell.
 * @param main address of its entry
 * @param scripts addresses of what the entry will need, asked for at once: each asks for the next only when it is there
 * @param styles addresses, in the order in which they apply
 */
export function shellPage(
  indexHtml: string,
  main: string,
  scripts: readonly string[],
  styles: readonly string[],
): string {
  const parts = indexHtml.split(ENTRY);
  if (parts.length !== 2) throw new Error('this version of Slidev starts its client in another way');
  const links = [
    ...[...new Set(scripts)].map((url) => `<link rel="modulepreload" href="${url}">\n`),
    ...[...new Set(styles)].map((url) => `<link rel="stylesheet" href="${url}">\n`),
  ].join('');
  const script = `<script type="module" src="${main}"></script>`;
  return parts.join(script).replace('</head>', () => `${links}</head>`);
}
