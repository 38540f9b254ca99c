import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const STYLES = new URL('../../../templates/theme/styles/', import.meta.url);
const ORIGIN = 'http://theme.test';
const require = createRequire(STYLES);

/** The theme's @font-face rules and font stacks, with URLs that `serveFonts` answers. */
export function themeFonts(): string {
  const imports = readFileSync(new URL('index.ts', STYLES), 'utf8').matchAll(
    /^import '(@fontsource.+\.css|\.\/fonts\.css)';$/gm,
  );
  return [...imports]
    .map(([, path = '']) => {
      const file = path.startsWith('.') ? fileURLToPath(new URL(path, STYLES)) : require.resolve(path);
      const folder = path.replace(/[^/]*$/, '');
      return readFileSync(file, 'utf8')
        .replaceAll(/url\(\.\/(.+?\.woff2)\)/g, `url(${ORIGIN}/${folder}$1)`)
        .replaceAll(/url\("(@.+?)"\)/g, `url(${ORIGIN}/$1)`)
        .replaceAll(/, url\([^)]+\.woff\) format\('woff'\)/g, '');
    })
    .join('\n');
}

/** Serves font files from node_modules and an empty page; returns the requested paths. */
export async function serveFonts(page: Page): Promise<readonly string[]> {
  const asked: string[] = [];
  await page.route(`${ORIGIN}/**`, async (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname).slice(1);
    if (path === '') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    asked.push(path);
    return route.fulfill({
      body: readFileSync(require.resolve(path)),
      contentType: 'font/woff2',
      headers: { 'access-control-allow-origin': '*' },
    });
  });
  await page.goto(`${ORIGIN}/`);
  return asked;
}
