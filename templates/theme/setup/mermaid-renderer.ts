import mermaid from 'mermaid/dist/mermaid.esm.mjs';
import configs from '#slidev/configs';
import {
  BOX_HEIGHT,
  BOX_WIDTH,
  type DiagramColors,
  FONT_SIZE,
  kindConfig,
  setApart,
  THEME_CSS,
  themeVariables,
} from '../canvas/diagram-look';

/** A diagram of three boxes should not fill a wall. */
const MAX_ENLARGEMENT = 1.5;
const ACCENTS = 8;

/** Maximum widths of a flowchart's labels, to try: shorter lines if it would have to shrink otherwise. */
const WRAPPING_WIDTHS = [240, 208, 176, 144, 120];

/**
 * Labels are HTML, written by authors of summaries: only text with basic marks, and nothing that is fetched. Diagrams
 * cannot override the settings that control this, nor style sheets (`%%{init}%%`).
 */
const GUARDED = {
  dompurifyConfig: {
    // Formulas, which Mermaid makes from `$$`.
    USE_PROFILES: { mathMl: true },
    ADD_TAGS: ['b', 'br', 'code', 'del', 'em', 'i', 'p', 's', 'small', 'span', 'strong', 'sub', 'sup', 'u'],
    ADD_ATTR: ['class'],
    FORBID_ATTR: ['href', 'xlink:href', 'src', 'srcset', 'style'],
  },
  secure: [
    'altFontFamily',
    'dompurifyConfig',
    'fontFamily',
    'maxEdges',
    'maxTextSize',
    'secure',
    'securityLevel',
    'startOnLoad',
    'suppressErrorRendering',
    'theme',
    'themeCSS',
    'themeVariables',
  ],
};

let count = 0;

/** Mermaid has a single configuration: diagrams drawn at the same time would use each other's. */
let turn: Promise<unknown> = Promise.resolve();

export default () => (code: string, options: Record<string, unknown>) => {
  const drawn = turn.then(() => draw(code, options));
  turn = drawn.catch(() => {}); // A failure must not affect the next one.
  return drawn;
};

async function draw(code: string, options: Record<string, unknown>): Promise<string> {
  await refusePictures(code);
  const { colors, fontFamily } = slideStyle();
  // Mermaid measures its labels, so fonts must be loaded before.
  await Promise.all(
    [400, 700].map((weight) => document.fonts.load(`${weight} ${FONT_SIZE}px ${fontFamily}`, code)),
  );
  const container = document.getElementById('mermaid-rendering-container') ?? undefined;
  const isDark = document.documentElement.dataset.look === 'bold';
  const kinds = kindConfig(colors);
  const config = {
    ...options,
    ...GUARDED,
    startOnLoad: false,
    theme: 'base',
    fontFamily,
    fontSize: FONT_SIZE,
    themeVariables: themeVariables(colors, fontFamily, isDark),
    themeCSS: THEME_CSS,
    ...kinds,
  } as const;
  let best: Drawing | null = null;
  for (const { text, wrappingWidth } of waysToDraw(code)) {
    mermaid.initialize({ ...config, flowchart: { ...kinds.flowchart, wrappingWidth } });
    const { svg } = await mermaid.render(`diagram-${++count}`, text, container);
    const drawing = fitToBox(svg, colors.accents);
    if (best === null || drawing.scale > best.scale) best = drawing;
    if (best.scale >= 1) break;
  }
  return best?.markup ?? '';
}

interface Way {
  readonly text: string;
  readonly wrappingWidth: number;
}

/** Kinds whose boxes are stacked by default, although a slide is wide. */
const DIRECTED = /^\s*(?:classDiagram(?:-v2)?|stateDiagram(?:-v2)?|erDiagram|requirementDiagram)[^\S\n]*\n/m;
const FLOWCHART = /^\s*(?:graph|flowchart)\b/m;

/**
 * Ways to draw a diagram, of which the first that fits is used: a flowchart with shorter lines, others left to right.
 */
function waysToDraw(code: string): readonly Way[] {
  const [wrappingWidth = 0] = WRAPPING_WIDTHS;
  if (FLOWCHART.test(code)) return WRAPPING_WIDTHS.map((width) => ({ text: code, wrappingWidth: width }));
  const asWritten = { text: code, wrappingWidth };
  if (!DIRECTED.test(code) || /^\s*direction\s/m.test(code)) return [asWritten];
  return [asWritten, { text: code.replace(DIRECTED, (head) => `${head}direction LR\n`), wrappingWidth }];
}

/** A box can be a picture (`@{ img: ... }`), which Mermaid would load from anywhere. */
async function refusePictures(code: string): Promise<void> {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(code);
  const boxes = (db as { getVertices?(): ReadonlyMap<string, { readonly img?: string }> }).getVertices?.();
  for (const { img } of boxes?.values() ?? []) {
    if (img && !img.startsWith('data:')) throw new Error('A diagram cannot load pictures.');
  }
}

/** The font and colours of the slides, as computed by a browser; the diagram's own slide may not exist yet. */
function slideStyle() {
  const probe = document.body.appendChild(document.createElement('div'));
  probe.className = 'slide';
  // The order of fonts depends on it.
  probe.lang = configs.lang ?? '';
  probe.dataset.look = document.documentElement.dataset.look ?? 'quiet';
  probe.style.display = 'none';
  const { fontFamily } = getComputedStyle(probe);
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const color = (variable: string) => {
    probe.style.color = `var(${variable})`;
    return toHex(getComputedStyle(probe).color, canvas);
  };
  const colors: DiagramColors = {
    paper: color('--paper'),
    ink: color('--ink'),
    wash: color('--wash'),
    soft: color('--ink-soft'),
    rule: color('--rule'),
    accents: Array.from({ length: ACCENTS }, (_, index) => color(`--accent-${index}`)),
  };
  probe.remove();
  return { fontFamily, colors };
}

/** Browsers serialize a mixed colour as `oklab(...)`, which Mermaid cannot read. */
function toHex(color: string, canvas: CanvasRenderingContext2D | null): string {
  if (!canvas) return color;
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

interface Drawing {
  readonly markup: string;
  /** Factor by which it has to shrink to fit a slide's content; 1 if it fits as it is. */
  readonly scale: number;
}

/** Makes the diagram fill the box that the layout gives it, instead of its natural width. */
function fitToBox(markup: string, accents: readonly string[]): Drawing {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const svg = template.content.querySelector('svg');
  if (!svg) return { markup, scale: 1 };
  setApart(svg, accents);
  const [, , width, height] = svg.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
  if (!width || !height) return { markup, scale: 1 };
  // It would make the row as high as the drawing.
  svg.removeAttribute('overflow');
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  svg.setAttribute(
    'style',
    `width: 100%; height: 100%; min-height: 0; max-width: ${width * MAX_ENLARGEMENT}px; max-height: ${height * MAX_ENLARGEMENT}px`,
  );
  return { markup: template.innerHTML, scale: Math.min(1, BOX_WIDTH / width, BOX_HEIGHT / height) };
}
