const ROOT = '<root>';

/** A module's id without the temporary folder in which the decks lie. */
export function modulePlace(id: string, userRoot: string): string {
  return id.startsWith(`${userRoot}/`) ? ROOT + id.slice(userRoot.length) : id;
}
