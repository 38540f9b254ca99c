import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';

/**
 * An element of the structure tree (ISO 32000-1, 14.7.2), with the texts of its marked content as the fonts map them.
 */
export interface StructureElement {
  readonly type: string;
  readonly lang: string | null;
  readonly alt: string | null;
  readonly title: string | null;
  /** Attributes of all owners, such as `Scope: Column`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Pages (1-based) and texts of marked content; link annotations, represented by their descriptions. */
  readonly kids: readonly (
    | StructureElement
    | { readonly page: number; readonly text: string }
    | { readonly annotation: string | null }
  )[];
}

const key = (name: string) => PDFName.of(name);

/**
 * Reads a document's structure without additions: no space at the end of a line, none between two pieces of text. What
 * pdf.js or a viewer would guess from positions is not in it; poppler's `pdfinfo -struct-text` reads the same.
 */
export async function readStructure(bytes: Uint8Array): Promise<readonly StructureElement[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = pdf;
  const pages = pdf.getPages();
  const decoders = new Map<PDFObject, (hex: string) => string>();
  const numberOf = new Map<PDFObject, number>(pages.map(({ ref }, index) => [ref, index + 1]));
  const texts = pages.map(({ node }) => {
    const marks = new Map<number, string>();
    const contents = listOf(node.get(key('Contents'))).map(streamText);
    readContent(contents.join('\n'), node.Resources(), marks);
    return marks;
  });

  function listOf(entry: PDFObject | undefined): readonly PDFObject[] {
    const value = context.lookup(entry);
    if (value instanceof PDFArray) return value.asArray();
    return entry ? [entry] : [];
  }
  function streamText(ref: PDFObject): string {
    const stream = context.lookup(ref);
    if (!(stream instanceof PDFRawStream)) return '';
    return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  }

  function readContent(content: string, resources: PDFDict | undefined, marks: Map<number, string>): void {
    let operands: string[] = [];
    let decode: (hex: string) => string = () => '';
    const open: (number | null)[] = [];
    for (const [token] of content.matchAll(TOKENS)) {
      if (!OPERATOR.test(token)) {
        operands.push(token);
        continue;
      }
      const said = operands.join(' ');
      if (token === 'BDC' || token === 'BMC') {
        const id = /\/MCID (\d+)/.exec(said)?.[1];
        open.push(id === undefined ? (open.at(-1) ?? null) : Number(id));
      } else if (token === 'EMC') open.pop();
      else if (token === 'Tf') decode = decoderOf(resource(resources, 'Font', operands[0]));
      else if (token === 'Tj' || token === 'TJ') {
        const mark = open.at(-1);
        const text = [...said.matchAll(/<([0-9A-Fa-f\s]*)>/g)].map(([, hex = '']) => decode(hex)).join('');
        if (typeof mark === 'number') marks.set(mark, (marks.get(mark) ?? '') + text);
      } else if (token === 'Do') {
        const form = resource(resources, 'XObject', operands[0]);
        if (form instanceof PDFRawStream && form.dict.get(key('Subtype')) === key('Form')) {
          const own = form.dict.lookupMaybe(key('Resources'), PDFDict) ?? resources;
          readContent(Buffer.from(decodePDFRawStream(form).decode()).toString('latin1'), own, marks);
        }
      }
      operands = [];
    }
  }
  function resource(resources: PDFDict | undefined, kind: string, name = ''): PDFObject | undefined {
    return resources?.lookupMaybe(key(kind), PDFDict)?.lookup(key(name.slice(1)));
  }
  function decoderOf(font: PDFObject | undefined): (hex: string) => string {
    if (!(font instanceof PDFDict)) return () => '';
    const known = decoders.get(font);
    if (known) return known;
    const cmap = streamText(font.get(key('ToUnicode')) ?? PDFName.of('none'));
    const digits = font.get(key('Subtype')) === key('Type0') ? 4 : 2;
    const map = readCMap(cmap);
    const decoder = (hex: string) =>
      (hex.replaceAll(/\s/g, '').match(new RegExp(`.{${digits}}`, 'g')) ?? [])
        .map((code) => map.get(Number.parseInt(code, 16)) ?? '\ufffd')
        .join('');
    decoders.set(font, decoder);
    return decoder;
  }

  function elementOf(dict: PDFDict): StructureElement {
    const on = dict.get(key('Pg'));
    const attributes: Record<string, string> = {};
    for (const entry of listOf(dict.get(key('A')))) {
      const owner = context.lookup(entry);
      if (owner instanceof PDFDict)
        for (const [name, value] of owner.entries())
          if (name !== key('O')) attributes[name.decodeText()] = plain(value);
    }
    const kids = listOf(dict.get(key('K'))).flatMap((kid): StructureElement['kids'] => {
      const value = context.lookup(kid);
      if (value instanceof PDFNumber) return [markOf(on, value.asNumber())];
      if (!(value instanceof PDFDict)) return [];
      if (value.has(key('S'))) return [elementOf(value)];
      const id = value.lookup(key('MCID'));
      if (id instanceof PDFNumber) return [markOf(value.get(key('Pg')) ?? on, id.asNumber())];
      const annotation = value.lookup(key('Obj'));
      return annotation instanceof PDFDict
        ? [{ annotation: textOf(annotation.lookup(key('Contents'))) }]
        : [];
    });
    return {
      type: plain(dict.get(key('S'))),
      lang: textOf(dict.lookup(key('Lang'))),
      alt: textOf(dict.lookup(key('Alt'))),
      title: textOf(dict.lookup(key('T'))),
      attributes,
      kids,
    };
  }
  function markOf(page: PDFObject | undefined, id: number): { page: number; text: string } {
    const number = page instanceof PDFRef ? (numberOf.get(page) ?? 0) : 0;
    return { page: number, text: texts[number - 1]?.get(id) ?? '' };
  }

  const root = catalog.lookup(key('StructTreeRoot'), PDFDict);
  return listOf(root.get(key('K'))).flatMap((kid) => {
    const element = context.lookup(kid);
    return element instanceof PDFDict ? [elementOf(element)] : [];
  });
}

/** All texts below, in order. */
export function textBelow(element: StructureElement): string {
  return element.kids.map((kid) => ('type' in kid ? textBelow(kid) : 'text' in kid ? kid.text : '')).join('');
}

export function* elementsBelow(
  elements: readonly StructureElement[],
): Generator<StructureElement, undefined, undefined> {
  for (const element of elements) {
    yield element;
    yield* elementsBelow(element.kids.filter((kid) => 'type' in kid));
  }
}

const TOKENS =
  /\[[^\]]*\]|<<(?:[^<>]|<[^<>]*>|<<[^<>]*>>)*>>|<[^<>]*>|\((?:\\.|[^\\()])*\)|\/[^\s/[<(]+|[^\s/[<(]+/gs;
const OPERATOR = /^[A-Za-z'"][\w*'"]*$/;

/** A map from codes to texts (ISO 32000-1, 9.10.3). */
function readCMap(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  const text = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, body = ''] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = '', to = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>/g))
      map.set(Number.parseInt(code, 16), text(to));
  }
  for (const [, body = ''] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, first = '', last = '', list, to = ''] of body.matchAll(
      /<(\w+)>\s*<(\w+)>\s*(?:\[([^\]]*)\]|<(\w+)>)/g,
    )) {
      const [from, until] = [Number.parseInt(first, 16), Number.parseInt(last, 16)];
      const listed = list?.match(/\w+/g);
      for (let code = from; code <= until; code += 1) {
        const next = (Number.parseInt(to.slice(-4), 16) + code - from).toString(16).padStart(4, '0');
        map.set(code, text(listed ? (listed[code - from] ?? '') : to.slice(0, -4) + next));
      }
    }
  }
  return map;
}

function textOf(object: PDFObject | undefined): string | null {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : null;
}

function plain(object: PDFObject | undefined): string {
  return object instanceof PDFName ? object.decodeText() : String(object);
}
