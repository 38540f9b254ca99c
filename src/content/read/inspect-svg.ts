import { isUtf8 } from 'node:buffer';
import { TokenType, tokenize } from '@csstools/css-tokenizer';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { linkTarget } from '../summary/asset.ts';

/** Reason why an SVG file is not just a picture. */
export type SvgFault =
  /** `does`: what else it does, as a sentence about "it"; `line`: 1-based. */
  | { readonly state: 'active'; readonly does: string; readonly line: number }
  | { readonly state: 'unreadable'; readonly reason: string };

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const XML = 'http://www.w3.org/XML/1998/namespace';
/** Their elements run or load things anywhere. Elements of other namespaces, such as an editor's own, show nothing. */
const PAGES = new Set(['http://www.w3.org/1999/xhtml', 'http://www.w3.org/1998/Math/MathML']);
const ACTIVE_ELEMENTS = new Set(['script', 'foreignobject', 'handler', 'listener']);
/** Declarations of SVG 1.0, 1.1 and their profiles, as written by drawing programs; they add nothing. */
const PLAIN_DOCTYPE = /^\s*svg(?:\s+PUBLIC\s+"-\/\/W3C\/\/DTD SVG [\w. ]+\/\/EN"(?:\s+"[^"[\]]*")?)?\s*$/;
const DATA_PICTURE = /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i;
const DATA_FONT = /^data:(?:font\/|application\/(?:x-)?font)[\w.+-]*[;,]/i;
const LOADING_FUNCTIONS = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set']);

/**
 * Finds what an SVG file could do besides being shown: run scripts, contain web pages, load other files. As a picture,
 * a browser would do none of it, but all of it when the file is opened directly.
 * @returns the first fault; null for a plain picture
 */
export function inspectSvg(bytes: Uint8Array): SvgFault | null {
  if (!isUtf8(bytes)) return { state: 'unreadable', reason: 'it is not saved as UTF-8' };
  const parser = new SaxesParser({ xmlns: true });
  const refuse = (does: string | null) => {
    if (does !== null) throw new Fault({ state: 'active', does, line: parser.line });
  };
  /** Text of the style sheet being read; null outside one. */
  let css: string | null = null;
  const addText = (text: string) => {
    if (css !== null) css += text;
  };
  parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
    if (/^(?:utf-8|us-ascii)$/i.test(encoding)) return;
    throw new Fault({ state: 'unreadable', reason: `it says that its encoding is ${encoding}, not UTF-8` });
  });
  parser.on('doctype', (type) => {
    refuse(PLAIN_DOCTYPE.test(type) ? null : 'it has a document type of its own, which may define entities');
  });
  parser.on('processinginstruction', ({ target }) => {
    refuse(/^xml-/i.test(target) ? `it has an instruction "${target}", which loads another file` : null);
  });
  parser.on('opentag', (tag) => {
    refuse(activityOf(tag));
    if (tag.local.toLowerCase() === 'style') css = '';
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ local }) => {
    if (local.toLowerCase() !== 'style' || css === null) return;
    refuse(loadedBy(css));
    css = null;
  });
  parser.on('error', ({ message }) => {
    const [, reason = message] = /^(?:\d+:\d+: )?(.*?)\.?$/s.exec(message) ?? [];
    throw new Fault({ state: 'unreadable', reason: `its line ${parser.line} is not valid XML (${reason})` });
  });
  try {
    parser
      .write(
        Buffer.from(bytes)
          .toString('utf8')
          .replace(/^\uFEFF/, ''),
      )
      .close();
    return null;
  } catch (cause) {
    if (cause instanceof Fault) return cause.fault;
    throw cause;
  }
}

class Fault extends Error {
  readonly fault: SvgFault;

  constructor(fault: SvgFault) {
    super(fault.state);
    this.fault = fault;
  }
}

/** What an element does besides being shown, or null. */
function activityOf({ uri, local, name, attributes }: SaxesTagNS): string | null {
  if (PAGES.has(uri)) return `it holds parts of a web page (<${name}>)`;
  if (uri !== SVG && uri !== '') return null;
  const element = local.toLowerCase();
  if (ACTIVE_ELEMENTS.has(element)) return `it holds a <${name}>`;
  for (const attribute of Object.values(attributes)) {
    const { value } = attribute;
    const key = attribute.local.toLowerCase();
    const isPlain = attribute.uri === '';
    if (isPlain && key.startsWith('on')) return `it has an attribute "${attribute.name}", which is a script`;
    if (isPlain && key === 'attributename' && /^\s*(?:(?:\w+:)?href|on.*)\s*$/i.test(value)) {
      return `its <${name}> changes "${value.trim()}"`;
    }
    if ((isPlain && key === 'ping') || (attribute.uri === XML && key === 'base')) {
      return `it has an attribute "${attribute.name}", which leads elsewhere`;
    }
    const leads = isPlain || attribute.uri === XLINK;
    if (leads && (key === 'href' || key === 'src') && !isOwn(value.trim(), element))
      return loads(value.trim());
    const loaded = isPlain && /[(\\]/.test(value) ? loadedBy(value) : null;
    if (loaded !== null) return loaded;
  }
  return null;
}

/**
 * Whether a reference stays in the file. Links in a drawing may lead wherever links of summaries may, since they need a
 * click.
 */
function isOwn(href: string, element: string): boolean {
  if (href === '' || href.startsWith('#')) return true;
  if (element === 'a') return linkTarget(href).type === 'web';
  return (element === 'image' || element === 'feimage') && DATA_PICTURE.test(href);
}

/** What a style sheet, or an attribute that may contain CSS, would load. */
function loadedBy(css: string): string | null {
  /** Bracket depth within a loading function, whose strings are addresses. */
  let depth = 0;
  let isNamespace = false;
  for (const token of tokenize({ css })) {
    const [type, text] = token;
    switch (type) {
      case TokenType.AtKeyword:
        if (token[4].value.toLowerCase() === 'import') return 'it loads a style sheet (@import)';
        // Its address is only a name.
        isNamespace = token[4].value.toLowerCase() === 'namespace';
        break;
      case TokenType.Semicolon:
        isNamespace = false;
        break;
      case TokenType.BadURL:
        return loads(text);
      case TokenType.URL:
        if (!isNamespace && !isOwnInCss(token[4].value)) return loads(token[4].value);
        break;
      case TokenType.Function:
        if (depth > 0 || LOADING_FUNCTIONS.has(token[4].value.toLowerCase())) depth += 1;
        break;
      case TokenType.OpenParen:
        if (depth > 0) depth += 1;
        break;
      case TokenType.CloseParen:
        if (depth > 0) depth -= 1;
        break;
      case TokenType.String:
        if (depth > 0 && !isNamespace && !isOwnInCss(token[4].value)) return loads(token[4].value);
    }
  }
  return null;
}

function isOwnInCss(url: string): boolean {
  const address = url.trim();
  return address === '' || address.startsWith('#') || DATA_PICTURE.test(address) || DATA_FONT.test(address);
}

function loads(address: string): string {
  const shown = address.length > 60 ? `${address.slice(0, 59)}…` : address;
  return `it refers to "${shown}"`;
}
