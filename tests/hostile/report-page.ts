/** What a page full of slides contains. Slides are in bundle order. */
export interface PageReport {
  /** Everything that ran. */
  readonly pwned: readonly string[];
  readonly errors: readonly string[];
  readonly page: string;
  readonly slides: readonly {
    /** Elements and attributes that neither Markdown nor the theme produces. */
    readonly foreign: readonly string[];
    readonly links: readonly string[];
  }[];
  readonly notes: readonly { readonly foreign: readonly string[]; readonly paragraphs: readonly string[] }[];
}

interface Element {
  closest(selector: string): Element | null;
  readonly tagName: string;
  readonly textContent: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  innerHTML: string;
  append(child: Element): void;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

interface Globals {
  readonly pwned?: unknown;
  readonly __talkdeck: { readonly errors: readonly { readonly detail: string }[] };
  readonly document: Element & {
    readonly title: string;
    readonly body: Element;
    readonly documentElement: Element;
    createElement(tag: string): Element;
  };
  getComputedStyle(element: Element): { readonly display: string; getPropertyValue(name: string): string };
}

/** Runs in the browser, so it must be self-contained. */
export async function reportPage(): Promise<PageReport> {
  const window = globalThis as unknown as Globals;
  const { document } = window;
  const known =
    /^(?:div|p|span|h[1-6]|ul|ol|li|table|thead|tbody|tr|th|td|blockquote|pre|code|strong|em|b|del|mark|sub|sup|dl|dt|dd|a|small|cite|img|hr|br|wbr|i|footer|section)$/;

  const foreignIn = (root: Element) =>
    [...root.querySelectorAll('*')].flatMap((element) => {
      const tag = element.tagName.toLowerCase();
      const names = [...element.attributes].map(({ name }) => name);
      const found = names.filter((name) =>
        /^(?:on|v-|:|@|#)|^(?:srcdoc|formaction|contenteditable)$/.test(name),
      );
      // A QR code is drawn by talkdeck; only its address is the author's.
      const isCode = /^(?:svg|path)$/.test(tag) && element.closest('.coded > .code') !== null;
      return [...(known.test(tag) || isCode ? [] : [`<${tag}>`]), ...found.map((name) => `<${tag} ${name}>`)];
    });

  const slides = [...document.querySelectorAll('.print-slide-container')].map((container) => {
    const content = container.querySelector('.slidev-layout');
    return {
      foreign: content ? foreignIn(content) : ['no layout'],
      links: [...(content?.querySelectorAll('a[href]') ?? [])].map((link) => link.getAttribute('href') ?? ''),
    };
  });

  // As Slidev's presenter view shows them.
  const { _context } = (document.querySelector('#app') as unknown as { __vue_app__: { _context: object } })
    .__vue_app__;
  const { provides } = _context as { provides: Record<string | symbol, unknown> };
  const context = Reflect.ownKeys(provides)
    .map((key) => provides[key])
    .find((value) => typeof value === 'object' && value !== null && 'nav' in value) as {
    nav: { slides: { meta: { slide: { noteHTML: string } } }[] };
  };
  const notes = context.nav.slides.map(({ meta }) => {
    const note = document.createElement('div');
    note.innerHTML = meta.slide.noteHTML;
    document.body.append(note);
    return {
      foreign: foreignIn(note),
      paragraphs: [...note.querySelectorAll('p')].map(({ textContent }) => textContent),
    };
  });
  // Gives anything that a note starts time to run.
  await new Promise((resolve) => setTimeout(resolve, 300));

  const style = window.getComputedStyle(document.documentElement);
  return {
    pwned: [
      ...(window.pwned === undefined ? [] : ['script']),
      ...(style.getPropertyValue('--pwned') === '' ? [] : ['style']),
      ...(window.getComputedStyle(document.body).display === 'none' ? ['hidden'] : []),
    ],
    errors: window.__talkdeck.errors.map(({ detail }) => detail),
    page: document.documentElement.innerHTML,
    slides,
    notes,
  };
}
