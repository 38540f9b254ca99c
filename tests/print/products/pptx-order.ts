import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/**
 * The children that an element may have, in the order required by the format (ECMA-376, 19.3.1, 21.1.2); those in one
 * group may come in any order.
 */
const ORDER: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'p:sld': [['p:cSld'], ['p:clrMapOvr'], ['p:transition'], ['p:timing'], ['p:extLst']],
  'p:sp': [['p:nvSpPr'], ['p:spPr'], ['p:style'], ['p:txBody'], ['p:extLst']],
  'p:pic': [['p:nvPicPr'], ['p:blipFill'], ['p:spPr'], ['p:style'], ['p:extLst']],
  'p:txBody': [['a:bodyPr'], ['a:lstStyle'], ['a:p']],
  'a:txBody': [['a:bodyPr'], ['a:lstStyle'], ['a:p']],
  'p:spPr': [
    ['a:xfrm'],
    ['a:prstGeom', 'a:custGeom'],
    ['a:noFill', 'a:solidFill', 'a:gradFill', 'a:blipFill'],
    ['a:ln'],
    ['a:effectLst'],
  ],
  'a:p': [['a:pPr'], ['a:r', 'a:br', 'a:fld'], ['a:endParaRPr']],
  'a:r': [['a:rPr'], ['a:t']],
  'a:pPr': [
    ['a:lnSpc'],
    ['a:spcBef'],
    ['a:spcAft'],
    ['a:buClrTx', 'a:buClr'],
    ['a:buSzTx', 'a:buSzPct', 'a:buSzPts'],
    ['a:buFontTx', 'a:buFont'],
    ['a:buNone', 'a:buAutoNum', 'a:buChar', 'a:buBlip'],
    ['a:tabLst'],
    ['a:defRPr'],
  ],
  'a:rPr': [
    ['a:ln'],
    ['a:noFill', 'a:solidFill', 'a:gradFill'],
    ['a:effectLst'],
    ['a:highlight'],
    ['a:uLnTx', 'a:uLn'],
    ['a:uFillTx', 'a:uFill'],
    ['a:latin'],
    ['a:ea'],
    ['a:cs'],
    ['a:sym'],
    ['a:hlinkClick'],
    ['a:hlinkMouseOver'],
  ],
  'a:tc': [['a:txBody'], ['a:tcPr']],
};

/**
 * Elements of a PowerPoint file in places that the format does not allow, so that PowerPoint would offer to repair it.
 */
export function misplacedElements(pptx: Uint8Array): readonly string[] {
  return Object.entries(unzipSync(pptx)).flatMap(([path, bytes]) =>
    /^ppt\/slides\/slide\d+\.xml$/.test(path)
      ? misplacedIn(strFromU8(bytes)).map((what) => `${path}: ${what}`)
      : [],
  );
}

function misplacedIn(xml: string): readonly string[] {
  const misplaced = new Set<string>();
  const open: { readonly name: string; last: number }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, isSelfClosing }) => {
    const parent = open.at(-1);
    const groups = parent && ORDER[parent.name];
    if (parent && groups) {
      const at = groups.findIndex((group) => group.includes(name));
      if (at < parent.last || at < 0) misplaced.add(`${name} in ${parent.name}`);
      parent.last = Math.max(parent.last, at);
    }
    if (!isSelfClosing) open.push({ name, last: 0 });
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    if (!isSelfClosing) open.pop();
  });
  parser.write(xml).close();
  return [...misplaced];
}
