import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BundlePurpose } from '../../src/slidev/job.ts';
import type { SlidevOptions } from '../../src/slidev/options.ts';
import { suitsShell } from '../../src/slidev/shell/open-shell.ts';
import { shellKey } from '../../src/slidev/shell/shell-key.ts';
import { themeRoot } from '../print/make-deck.ts';

let root: string;
let theme: string;
let slides: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'shell-key-')));
  [theme, slides] = [join(root, 'theme'), join(root, 'slides')];
  cpSync(themeRoot, theme, { recursive: true, filter: (path) => !path.endsWith('vite.config.mjs') });
  write(theme, 'vite.config.mjs', "export default { plugins: [{ name: 'talkdeck:no-classes-in-slides' }] }");
  write(slides, 'deck.md', '# One');
  write(slides, 'style.css', '@font-face { src: url("./assets/own.woff2") }');
  write(slides, 'assets/own.woff2', 'font');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(folder: string, path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The options read from a deck that a shell depends on. */
function options(
  userRoot = slides,
  purpose: BundlePurpose = 'print',
  features: object = { monaco: false, mermaid: true, katex: false },
): SlidevOptions {
  const config = { fonts: { sans: ['Inter'] }, addons: [] };
  return {
    data: { config, features },
    utils: { define: {} },
    roots: [theme, userRoot],
    themeRoots: [theme],
    addonRoots: [],
    userRoot,
    purpose,
  } as unknown as SlidevOptions;
}

test('a shell serves whatever slides, pictures and measurements lie beside it, wherever the folder is', () => {
  const key = shellKey(options());
  write(slides, 'deck.md', '# Other');
  write(slides, 'more.md', '# More');
  write(slides, 'assets/picture.svg', '<svg/>');
  write(slides, '.measured.json', '{ "ada:2": 20 }');
  write(slides, 'notes.txt', 'no code');
  cpSync(slides, join(root, 'moved'), { recursive: true });
  expect(shellKey(options(join(root, 'moved')))).toBe(key);
});

test.each<[what: string, change: () => void]>([
  ['a layout of the theme', () => write(theme, 'layouts/text.vue', '<template><p>changed</p></template>')],
  ['a new layout of the theme', () => write(theme, 'layouts/new.vue', '<template><p/></template>')],
  ['a set-up file beside the slides', () => write(slides, 'setup/main.js', 'export default () => {}')],
  ['a component for all slides', () => write(slides, 'global-top.vue', '<template><p/></template>')],
])('%s makes it another one', (_, change) => {
  const key = shellKey(options());
  change();
  expect(shellKey(options())).not.toBe(key);
});

test.each<[purpose: BundlePurpose, isShared: boolean]>([
  ['print', true],
  ['stage', true],
  ['web', false],
  ['file', false],
])('for %s, decks of other colours and fonts, and with formulas, share it: %s', (purpose, isShared) => {
  const key = shellKey(options(slides, purpose));
  const isSame = (features?: object) => shellKey(options(slides, purpose, features)) === key;
  write(slides, 'style.css', 'h1 { color: red }');
  const ofColour = isSame();
  write(slides, 'style.css', '@font-face { src: url("./assets/own.woff2") }');
  expect(isSame()).toBe(true);
  write(slides, 'assets/own.woff2', 'other font');
  const ofFont = isSame();
  write(slides, 'assets/own.woff2', 'font');
  const ofFormulas = isSame({ monaco: false, mermaid: true, katex: true });
  expect({ ofColour, ofFont, ofFormulas }).toEqual({
    ofColour: isShared,
    ofFont: isShared,
    ofFormulas: isShared,
  });
});

test('decks with and without diagrams share it', () => {
  const without = options(slides, 'print', { monaco: false, mermaid: false, katex: false });
  expect(shellKey(without)).toBe(shellKey(options()));
});

test('fonts that the meetup has installed make another one only if they are not found beside the theme', () => {
  const font = '@fontsource/noto-sans-jp';
  const manifest = { name: 'theme', dependencies: { [font]: '*' } };
  write(theme, 'package.json', JSON.stringify(manifest));
  const given = { ...options(), fontFolders: { [font]: join(root, 'elsewhere') } };
  expect(shellKey(given)).not.toBe(shellKey(options()));
  write(theme, `node_modules/${font}/package.json`, '{}');
  expect(shellKey(given)).toBe(shellKey(options()));
});

test.skipIf(process.platform === 'win32')(
  'pipes, loops and links that lead out of the slides are neither read nor waited for',
  () => {
    write(root, 'elsewhere/secret.txt', 'one');
    execFileSync('mkfifo', [join(slides, 'pipe.css'), join(theme, 'pipe.css'), join(slides, 'assets/pipe')]);
    for (const name of ['again', 'more']) {
      symlinkSync('.', join(theme, name));
      symlinkSync('..', join(slides, name));
    }
    mkdirSync(join(slides, 'components'));
    symlinkSync('/', join(slides, 'components/all'));
    symlinkSync('nowhere', join(slides, 'broken'));
    symlinkSync('../elsewhere/secret.txt', join(slides, 'secret.css'));
    symlinkSync('/dev/zero', join(slides, 'zero'));
    const urls = ['./assets/pipe', '../elsewhere/secret.txt', './secret.css'].map((url) => `url("${url}")`);
    write(slides, 'style.css', `a { background: ${urls.join()} }`);
    const key = shellKey(options());
    write(root, 'elsewhere/secret.txt', 'two');
    expect(shellKey(options())).toBe(key);
  },
);

test('without a shell goes what edits code, a page of its own, and a theme that makes classes of what slides say', async () => {
  expect(await suitsShell(options())).toBe(true);
  expect(await suitsShell(options(slides, 'print', { monaco: true }))).toBe(false);
  write(slides, 'index.html', '<p>');
  expect(await suitsShell(options())).toBe(false);
  rmSync(join(slides, 'index.html'));
  rmSync(join(theme, 'vite.config.mjs'));
  expect(await suitsShell(options())).toBe(false);
});
