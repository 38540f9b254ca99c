/** What an element is made with; never a style or a script, which could come from a summary. */
export interface Attributes {
  readonly [name: string]: string;
}

/** A new element. Texts become text, whatever they hold. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (/^(?:on|style$|srcdoc$)/i.test(name)) throw new RangeError(`${name} is not for texts`);
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}
