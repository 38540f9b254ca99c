import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { type OutputChunk, rolldown } from 'rolldown';
import { fieldSnippets, readSchemas } from '../src/commands/scaffold/field-snippets.ts';
import { licences } from './licences.ts';
import { writeChanged } from './write-changed.ts';

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = join(PACKAGE, 'editors/vscode');
/** In local time, as the format requires: its first day. */
const ZIP_EPOCH = new Date(1980, 0, 1);
const SCHEMAS = ['event', 'talk', 'question'].map((name) => `${name}.schema.json`);
const XML = '<?xml version="1.0" encoding="utf-8"?>\n';
const SNIPPETS = { en: 'en', zh: 'zh-CN' } as const;

/**
 * Makes editors/talkdeck.vsix from editors/vscode/: the extension in one file, another one for web-based editors, its
 * texts, colours, snippets and schemas. The same sources give the same bytes.
 * @returns paths of its source modules, including those of packages
 */
export async function packExtension(): Promise<readonly string[]> {
  const [node, web] = await Promise.all([bundle('extension', 'node'), bundle('web', 'browser')]);
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const manifest = { ...JSON.parse(readFileSync(join(SOURCE, 'package.json'), 'utf8')), version };
  const files: Record<string, string | Uint8Array> = {
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'extension.js': node.code,
    'web.js': web.code,
    'LICENSE.txt': readFileSync(join(PACKAGE, 'LICENSE'), 'utf8'),
    'LICENSES.txt': licences([...node.moduleIds, ...web.moduleIds]),
    ...own('README.md', 'package.nls.json', 'package.nls.zh-cn.json'),
    ...Object.assign({}, ...['l10n', 'media', 'syntaxes'].map((folder) => own(...namesIn(folder)))),
    ...Object.fromEntries(
      SCHEMAS.map((name) => [`schemas/${name}`, readFileSync(join(PACKAGE, 'schemas', name))]),
    ),
    ...Object.assign({}, ...Object.entries(SNIPPETS).map(([lang, folder]) => snippets(lang, folder))),
  };
  const vsix = zipSync(
    Object.fromEntries(
      [
        ['[Content_Types].xml', contentTypes(Object.keys(files))],
        ['extension.vsixmanifest', vsixManifest(manifest)],
        ...Object.entries(files).map(([path, content]) => [`extension/${path}`, content] as const),
      ].map(([path = '', content = '']) => [path, typeof content === 'string' ? strToU8(content) : content]),
    ),
    { level: 9, mtime: ZIP_EPOCH },
  );
  writeChanged(join(PACKAGE, 'editors/talkdeck.vsix'), vsix);
  return [...node.moduleIds, ...web.moduleIds];
}

/** One CommonJS file, the format that editors load. */
async function bundle(name: string, platform: 'node' | 'browser'): Promise<OutputChunk> {
  const made = await rolldown({
    input: join(SOURCE, `src/${name}.ts`),
    platform,
    external: ['vscode'],
    transform: { target: 'es2022' },
  });
  const { output } = await made.generate({ format: 'cjs', minify: true, codeSplitting: false });
  await made.close();
  return output[0];
}

function own(...paths: readonly string[]): Record<string, Uint8Array> {
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(SOURCE, path))]));
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(join(SOURCE, folder))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** For whole slides, talks and questions, and for the fields of front matter. */
function snippets(lang: string, folder: string): Record<string, string | Uint8Array> {
  return {
    [`snippets/slides.${lang}.json`]: readFileSync(
      join(PACKAGE, 'starter', folder, '_vscode/talkdeck.code-snippets'),
    ),
    [`snippets/fields.${lang}.json`]: JSON.stringify(fieldSnippets(readSchemas(), folder)),
  };
}

/** Required by the Open Packaging Conventions. */
function contentTypes(paths: readonly string[]): string {
  const types: Readonly<Record<string, string>> = {
    json: 'application/json',
    js: 'application/javascript',
    txt: 'text/plain',
    md: 'text/markdown',
    svg: 'image/svg+xml',
    png: 'image/png',
    vsixmanifest: 'text/xml',
  };
  const endings = [...new Set([...paths.map((path) => path.replace(/^.*\./, '')), 'vsixmanifest'])].sort();
  const rows = endings.map((ending) => {
    const type = types[ending];
    if (type === undefined) throw new Error(`scripts/extension.ts knows no type for .${ending}`);
    return `<Default Extension=".${ending}" ContentType="${type}"/>`;
  });
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${rows.join('')}</Types>\n`;
}

/** Read by an editor before it unpacks the rest. */
function vsixManifest({
  name,
  displayName,
  publisher,
  version,
  categories,
  keywords,
  engines,
  extensionKind,
  icon,
}: {
  readonly [name in 'name' | 'displayName' | 'publisher' | 'version' | 'icon']: string;
} & {
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly extensionKind: readonly string[];
  readonly engines: { readonly vscode: string };
}): string {
  const { description } = JSON.parse(readFileSync(join(SOURCE, 'package.nls.json'), 'utf8'));
  const property = (id: string, value: string) =>
    `<Property Id="Microsoft.VisualStudio.Code.${id}" Value="${value}"/>`;
  const asset = (type: string, path: string) =>
    `<Asset Type="Microsoft.VisualStudio.${type}" Path="extension/${path}" Addressable="true"/>`;
  return [
    `${XML}<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">`,
    '<Metadata>',
    `<Identity Language="en-US" Id="${name}" Version="${version}" Publisher="${publisher}"/>`,
    `<DisplayName>${displayName}</DisplayName>`,
    `<Description xml:space="preserve">${description}</Description>`,
    `<Tags>${keywords.join(',')}</Tags>`,
    `<Categories>${categories.join(',')}</Categories>`,
    '<GalleryFlags>Public</GalleryFlags>',
    '<Properties>',
    property('Engine', engines.vscode),
    property('ExtensionKind', extensionKind.join(',')),
    property('ExecutesCode', 'true'),
    '</Properties>',
    '<License>extension/LICENSE.txt</License>',
    `<Icon>extension/${icon}</Icon>`,
    '</Metadata>',
    '<Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>',
    '<Dependencies/>',
    '<Assets>',
    asset('Code.Manifest', 'package.json'),
    asset('Services.Content.Details', 'README.md'),
    asset('Services.Content.License', 'LICENSE.txt'),
    asset('Services.Icons.Default', icon),
    '</Assets>',
    '</PackageManifest>',
    '',
  ].join('\n');
}
