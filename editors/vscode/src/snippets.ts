import * as vscode from 'vscode';
import { isFrontMatter } from './front-matter.ts';
import { isSummary } from './meetups.ts';

/** In the format of snippet files. */
interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}
type Snippets = Readonly<Record<string, Snippet>>;

/** Files of the extension: for whole slides, talks and questions, and for fields of front matter. */
const [SLIDES, FIELDS] = ['slides', 'fields'] as const;
/** Copied into meetups by `init` of older versions, which would duplicate them. */
const COPIED = '.vscode/talkdeck.code-snippets';

/**
 * Provides snippets in the meetup's language, only in summaries; even in a folder that is untrusted or not on disk.
 * @param hasFields whether the language server completes the fields
 */
export function provideSnippets(extension: vscode.Uri, hasFields: () => boolean): vscode.Disposable {
  const read = new Map<string, Promise<Snippets>>();
  const snippetsOf = (kind: string, lang: string) => {
    const file = vscode.Uri.joinPath(extension, 'snippets', `${kind}.${lang}.json`);
    const known = read.get(file.path) ?? readJson(file);
    read.set(file.path, known);
    return known;
  };
  return vscode.languages.registerCompletionItemProvider(
    { language: 'markdown', pattern: '**/content/{event.md,talks/*.md,qa/*.md}' },
    {
      async provideCompletionItems(document, position) {
        const line = document.lineAt(position).text.slice(0, position.character);
        if (!isSummary(document.uri) || !/^\s*[\w-]*$/.test(line)) return [];
        const isInFields = isFrontMatter(document.getText(), position.line);
        if (isInFields ? hasFields() : await isCopied(document.uri)) return [];
        const snippets = await snippetsOf(isInFields ? FIELDS : SLIDES, await languageOf(document.uri));
        return Object.values(snippets).flatMap((snippet) => itemsOf(snippet));
      },
    },
  );
}

function itemsOf({ prefix, description, body }: Snippet): readonly vscode.CompletionItem[] {
  return [prefix].flat().map((label) => {
    const item = new vscode.CompletionItem(
      { label, description: 'talkdeck' },
      vscode.CompletionItemKind.Snippet,
    );
    item.detail = description;
    item.insertText = new vscode.SnippetString(body.join('\n'));
    return item;
  });
}

/** From the meetup's event.md, else the editor's. */
async function languageOf(summary: vscode.Uri): Promise<'en' | 'zh'> {
  const up = /\/content\/event\.md$/.test(summary.path) ? '.' : '../..';
  const event = vscode.Uri.joinPath(summary, up === '.' ? '' : up, up === '.' ? '' : 'event.md');
  const text = await readText(event);
  const lang = /^lang:\s*["']?([\w-]+)/m.exec(text ?? '')?.[1] ?? vscode.env.language;
  return /^zh\b/i.test(lang) ? 'zh' : 'en';
}

async function isCopied({ path }: vscode.Uri): Promise<boolean> {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => path.startsWith(`${uri.path}/`));
  return folder !== undefined && (await readText(vscode.Uri.joinPath(folder.uri, COPIED))) !== null;
}

async function readJson(file: vscode.Uri): Promise<Snippets> {
  return JSON.parse((await readText(file)) ?? '{}') as Snippets;
}

async function readText(file: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return null;
  }
}
