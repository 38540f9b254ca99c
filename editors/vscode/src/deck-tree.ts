import * as vscode from 'vscode';
import type { ListedDeck as Deck } from '../../../src/lsp/decks.ts';
import type { OpenedMeetup } from './meetups.ts';

/** Result of `talkdeck/decks`. */
export type ShownDecks = readonly Deck[];

type Slide = Deck['slides'][number];
type Node =
  | { readonly kind: 'meetup'; readonly meetup: OpenedMeetup }
  | { readonly kind: 'deck'; readonly deck: Deck; readonly id: string }
  | { readonly kind: 'slide'; readonly slide: Slide; readonly id: string };

export interface DeckTree extends vscode.TreeDataProvider<Node> {
  refresh(): void;
}

/** Decks, with their slides, numbers and findings; below their folders if several meetups are open. */
export function deckTree(
  meetups: () => readonly OpenedMeetup[],
  decksOf: (root: vscode.Uri) => Promise<ShownDecks> | undefined,
): DeckTree {
  const changes = new vscode.EventEmitter<undefined>();
  const decksIn = async ({ root }: OpenedMeetup): Promise<Node[]> =>
    ((await decksOf(root)) ?? []).map((deck) => ({ kind: 'deck', deck, id: `${root}#${deck.deck}` }));
  return {
    onDidChangeTreeData: changes.event,
    refresh: () => changes.fire(undefined),
    async getChildren(node) {
      if (node?.kind === 'meetup') return decksIn(node.meetup);
      if (node?.kind === 'deck')
        return node.deck.slides.map((slide) => ({
          kind: 'slide',
          slide,
          id: `${node.id}/${slide.slide}`,
        }));
      if (node) return [];
      const [first, ...others] = meetups();
      if (!first) return [];
      if (others.length === 0) return decksIn(first);
      return [first, ...others].map((meetup) => ({ kind: 'meetup', meetup }));
    },
    getTreeItem(node) {
      if (node.kind === 'meetup') {
        const name = vscode.workspace.asRelativePath(node.meetup.root, true);
        const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
        item.id = node.meetup.root.toString();
        item.iconPath = vscode.ThemeIcon.Folder;
        return item;
      }
      return node.kind === 'deck' ? deckItem(node.deck, node.id) : slideItem(node.slide, node.id);
    },
  };
}

function deckItem({ title, slides }: Deck, id: string): vscode.TreeItem {
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = id;
  const errors = sum(slides, 'errors');
  item.description = [slideCount(slides.length), ...found(errors, sum(slides, 'others'))].join(' · ');
  item.iconPath = icon(errors, 'library');
  return item;
}

function slideItem({ slide, title, kind, uri, line, errors, others }: Slide, id: string): vscode.TreeItem {
  const item = new vscode.TreeItem(`${slide} ${title}`);
  item.id = id;
  item.description = [kind, ...found(errors, others)].join(' · ');
  item.iconPath = icon(errors, others > 0 ? 'lightbulb' : 'window');
  item.contextValue = 'slide';
  item.command = {
    command: 'talkdeck.reveal',
    title: vscode.l10n.t('Go to the text'),
    arguments: [uri, line],
  };
  return item;
}

function icon(errors: number, otherwise: string): vscode.ThemeIcon {
  return errors > 0
    ? new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'))
    : new vscode.ThemeIcon(otherwise);
}

function slideCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 slide') : vscode.l10n.t('{0} slides', count);
}

function found(errors: number, others: number): readonly string[] {
  return [
    ...(errors === 1 ? [vscode.l10n.t('1 error')] : []),
    ...(errors > 1 ? [vscode.l10n.t('{0} errors', errors)] : []),
    ...(others === 1 ? [vscode.l10n.t('1 hint')] : []),
    ...(others > 1 ? [vscode.l10n.t('{0} hints', others)] : []),
  ];
}

function sum(slides: Deck['slides'], name: 'errors' | 'others'): number {
  return slides.reduce((total, slide) => total + slide[name], 0);
}
