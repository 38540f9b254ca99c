import mermaid from 'mermaid/dist/mermaid.esm.mjs';
import configs from '#slidev/configs';

const FONT_SIZE = 20;
/** A diagram of three boxes should not fill a wall. */
const MAX_ENLARGEMENT = 1.5;
const COLORS = ['--paper', '--ink', '--wash', '--ink-soft', '--rule'] as const;

/** Of a slide's content. */
const BOX_WIDTH = 852;
/** Of a flowchart's labels: shorter lines if it would have to shrink otherwise. */
const WRAPPING_WIDTHS = [240, 208, 176, 144, 120];

/**
 * Labels are HTML, and whoever writes a summary writes them: words and their marks, nothing that is fetched. What
 * decides about it, and about style sheets, no diagram sets for itself (`%%{init}%%`).
 */
const GUARDED = {
  dompurifyConfig: {
    // Formulas, which Mermaid makes of `$$`.
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

/** Mermaid has one configuration: diagrams that are drawn at the same time would take each other's. */
let turn: Promise<unknown> = Promise.resolve();

export default () => (code: string, options: Record<string, unknown>) => {
  const drawn = turn.then(() => draw(code, options));
  turn = drawn.catch(() => {}); // The next one does not fail with it.
  return drawn;
};

async function draw(code: string, options: Record<string, unknown>): Promise<string> {
  await refusePictures(code);
  const { color, fontFamily } = slideStyle();
  // Mermaid measures its labels: a font that arrives later would not fit its box.
  await Promise.all(
    [400, 700].map((weight) => document.fonts.load(`${weight} ${FONT_SIZE}px ${fontFamily}`, code)),
  );
  const container = document.getElementById('mermaid-rendering-container') ?? undefined;
  const config = {
    ...options,
    ...GUARDED,
    startOnLoad: false,
    theme: 'base',
    fontFamily,
    fontSize: FONT_SIZE,
    themeVariables: themeVariables(color, fontFamily),
    // Closer together than by default: what has to shrink to fit would be too small to read.
    flowchart: { nodeSpacing: 32, rankSpacing: 40, padding: 12, diagramPadding: 4 },
    sequence: { mirrorActors: false, height: 48, actorMargin: 40, messageMargin: 32, diagramMarginY: 4 },
    // Custom properties reach into the shadow root that Slidev puts the diagram in.
    themeCSS: `
      .node :is(rect, circle, ellipse, polygon, path) { stroke: var(--accent); stroke-width: 2px; }
      .label p { text-wrap: balance; }
    `,
  } as const;
  for (const wrappingWidth of WRAPPING_WIDTHS) {
    mermaid.initialize({ ...config, flowchart: { ...config.flowchart, wrappingWidth } });
    const { svg } = await mermaid.render(`diagram-${++count}`, code, container);
    const drawing = fitToBox(svg);
    if (drawing.width <= BOX_WIDTH || wrappingWidth === WRAPPING_WIDTHS.at(-1)) return drawing.markup;
  }
  return '';
}

/** A box can be a picture (`@{ img: ... }`), which Mermaid would load from wherever it is. */
async function refusePictures(code: string): Promise<void> {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(code);
  const boxes = (db as { getVertices?(): ReadonlyMap<string, { readonly img?: string }> }).getVertices?.();
  for (const { img } of boxes?.values() ?? []) {
    if (img && !img.startsWith('data:')) throw new Error('A diagram cannot load pictures.');
  }
}

/** Mermaid computes with colours, so it needs them as digits. */
function themeVariables(
  color: ReturnType<typeof slideStyle>['color'],
  fontFamily: string,
): Record<string, unknown> {
  const [paper, ink, wash, soft, rule] = COLORS.map(color);
  return {
    darkMode: document.documentElement.dataset.look === 'bold',
    fontFamily,
    fontSize: `${FONT_SIZE}px`,
    background: paper,
    primaryColor: wash,
    primaryTextColor: ink,
    primaryBorderColor: soft,
    secondaryColor: rule,
    secondaryTextColor: ink,
    tertiaryColor: paper,
    tertiaryTextColor: ink,
    lineColor: soft,
    textColor: ink,
    edgeLabelBackground: paper,
    noteBkgColor: wash,
    noteTextColor: ink,
    noteBorderColor: soft,
  };
}

/** The font and colours of the slides, as a browser works them out; the diagram's own slide may not be there yet. */
function slideStyle() {
  const probe = document.body.appendChild(document.createElement('div'));
  probe.className = 'slide';
  // Which fonts come first depends on it.
  probe.lang = configs.lang ?? '';
  probe.dataset.look = document.documentElement.dataset.look ?? 'quiet';
  probe.style.display = 'none';
  const { fontFamily } = getComputedStyle(probe);
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const colors = new Map<string, string>();
  for (const variable of COLORS) {
    probe.style.color = `var(${variable})`;
    colors.set(variable, toHex(getComputedStyle(probe).color, canvas));
  }
  probe.remove();
  return { fontFamily, color: (variable: (typeof COLORS)[number]) => colors.get(variable) ?? '' };
}

/** Browsers write a mixed colour as `oklab(...)`, which Mermaid does not read. */
function toHex(color: string, canvas: CanvasRenderingContext2D | null): string {
  if (!canvas) return color;
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Lets the diagram fill the box that the layout gives it, instead of its natural width. */
function fitToBox(markup: string): { readonly markup: string; readonly width: number } {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const svg = template.content.querySelector('svg');
  const [, , width, height] = svg?.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
  if (!svg || !width || !height) return { markup, width: 0 };
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  svg.setAttribute(
    'style',
    `width: 100%; height: 100%; max-width: ${width * MAX_ENLARGEMENT}px; max-height: ${height * MAX_ENLARGEMENT}px`,
  );
  return { markup: template.innerHTML, width };
}
