import mermaid from 'mermaid/dist/mermaid.esm.mjs';

const families = ["'Inter Alnum'", "'Noto Sans SC Common'", "'Noto Sans SC'", 'Inter'];
const fontFamily = [...families, 'sans-serif'].join(', ');
const fontSize = 20;
/** A diagram of three boxes should not fill a wall. */
const maxEnlargement = 1.5;

const config = {
  startOnLoad: false,
  theme: 'base',
  fontFamily,
  fontSize,
  themeVariables: {
    fontFamily,
    fontSize: `${fontSize}px`,
    primaryColor: '#f4f6f8',
    primaryTextColor: '#17202b',
    primaryBorderColor: '#445060',
    lineColor: '#445060',
    secondaryColor: '#ffffff',
    tertiaryColor: '#ffffff',
    noteBkgColor: '#f4f6f8',
    noteBorderColor: '#445060',
  },
  // Custom properties reach into the shadow root that Slidev puts the diagram in.
  themeCSS: '.node :is(rect, circle, ellipse, polygon, path) { stroke: var(--accent); stroke-width: 2px; }',
};

let count = 0;

export default () => async (code: string, options: Record<string, unknown>) => {
  // Mermaid measures its labels: a font that arrives later would not fit its box.
  await Promise.all(
    families.flatMap((family) =>
      [400, 700].map((weight) => document.fonts.load(`${weight} ${fontSize}px ${family}`, code)),
    ),
  );
  mermaid.initialize({ ...config, ...options, theme: config.theme });
  const container = document.getElementById('mermaid-rendering-container') ?? undefined;
  const { svg } = await mermaid.render(`diagram-${++count}`, code, container);
  return fitToBox(svg);
};

/** Lets the diagram fill the box that the layout gives it, instead of its natural width. */
function fitToBox(markup: string): string {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const svg = template.content.querySelector('svg');
  const [, , width, height] = svg?.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
  if (!svg || !width || !height) return markup;
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  svg.setAttribute(
    'style',
    `width: 100%; height: 100%; max-width: ${width * maxEnlargement}px; max-height: ${height * maxEnlargement}px`,
  );
  return template.innerHTML;
}
