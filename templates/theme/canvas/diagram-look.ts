/** Colours of a slide in hex: Mermaid computes with them. */
export interface DiagramColors {
  readonly paper: string;
  readonly ink: string;
  readonly wash: string;
  readonly soft: string;
  readonly rule: string;
  /** The deck's accents, each readable on paper, and paper on each. */
  readonly accents: readonly string[];
}

/** The smallest size that the last row can read, in px of the slide. */
export const FONT_SIZE = 20;
/** Width of a slide's content. */
export const BOX_WIDTH = 852;
/** Height left by a heading and a line of text below the drawing. */
export const BOX_HEIGHT = 320;
/** Distance of an axis's title from its figures. */
const AXIS_TITLE = 36;
/** Mermaid's limit for the number of colours in a kind of diagram. */
const MOST_COLORS = 12;

/**
 * Mermaid's names for the colours of its kinds. Areas with a meaning have the deck's accents, with text in the colour
 * of paper; boxes that contain text have the slide's wash, with text in ink.
 */
export function themeVariables(
  { paper, ink, wash, soft, rule, accents }: DiagramColors,
  fontFamily: string,
  isDark: boolean,
): Record<string, unknown> {
  const accent = (index: number) => accents[index % accents.length] ?? ink;
  const each = (name: (index: number) => string, color: (index: number) => string, from = 0) =>
    Object.fromEntries(
      Array.from({ length: MOST_COLORS }, (_, index) => [name(index + from), color(index)] as const),
    );
  return {
    darkMode: isDark,
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
    titleColor: ink,
    edgeLabelBackground: paper,
    noteBkgColor: wash,
    noteTextColor: ink,
    noteBorderColor: soft,
    ...each((index) => `cScale${index}`, accent),
    ...each(
      (index) => `cScaleLabel${index}`,
      () => paper,
    ),
    ...each(
      (index) => `cScaleInv${index}`,
      () => soft,
    ),
    ...each((index) => `cScalePeer${index}`, accent),
    scaleLabelColor: paper,
    ...each((index) => `pie${index}`, accent, 1),
    pieTitleTextSize: '32px',
    pieTitleTextColor: ink,
    pieSectionTextSize: '28px',
    pieSectionTextColor: paper,
    pieLegendTextSize: '28px',
    pieLegendTextColor: ink,
    pieStrokeColor: paper,
    pieStrokeWidth: '2px',
    pieOuterStrokeColor: paper,
    pieOuterStrokeWidth: '0px',
    pieOpacity: '1',
    ...each((index) => `git${index}`, accent),
    ...each(
      (index) => `gitInv${index}`,
      () => paper,
    ),
    ...each(
      (index) => `gitBranchLabel${index}`,
      () => paper,
    ),
    commitLabelColor: ink,
    commitLabelBackground: paper,
    commitLabelFontSize: `${FONT_SIZE}px`,
    tagLabelColor: ink,
    tagLabelBackground: wash,
    tagLabelBorder: soft,
    tagLabelFontSize: `${FONT_SIZE}px`,
    sectionBkgColor: wash,
    altSectionBkgColor: paper,
    sectionBkgColor2: wash,
    taskBkgColor: accent(0),
    taskBorderColor: accent(0),
    taskTextColor: paper,
    taskTextLightColor: paper,
    taskTextDarkColor: ink,
    taskTextOutsideColor: ink,
    taskTextClickableColor: ink,
    activeTaskBkgColor: accent(2),
    activeTaskBorderColor: accent(2),
    doneTaskBkgColor: rule,
    doneTaskBorderColor: soft,
    critBkgColor: accent(1),
    critBorderColor: accent(1),
    gridColor: rule,
    todayLineColor: 'transparent',
    quadrant1Fill: wash,
    quadrant2Fill: paper,
    quadrant3Fill: wash,
    quadrant4Fill: paper,
    ...Object.fromEntries([1, 2, 3, 4].map((number) => [`quadrant${number}TextFill`, soft])),
    quadrantPointFill: accent(0),
    quadrantPointTextFill: ink,
    quadrantXAxisTextFill: ink,
    quadrantYAxisTextFill: ink,
    quadrantInternalBorderStrokeFill: rule,
    quadrantExternalBorderStrokeFill: soft,
    quadrantTitleFill: ink,
    xyChart: {
      backgroundColor: 'transparent',
      titleColor: ink,
      xAxisLabelColor: ink,
      xAxisTitleColor: ink,
      xAxisTickColor: soft,
      xAxisLineColor: soft,
      yAxisLabelColor: ink,
      yAxisTitleColor: ink,
      yAxisTickColor: soft,
      yAxisLineColor: soft,
      dataLabelColor: ink,
      legendTextColor: ink,
      plotColorPalette: accents.join(','),
    },
    packet: {
      startByteColor: ink,
      endByteColor: ink,
      labelColor: ink,
      titleColor: ink,
      blockStrokeColor: soft,
      blockFillColor: wash,
      byteFontSize: `${FONT_SIZE}px`,
      labelFontSize: `${FONT_SIZE}px`,
      titleFontSize: '24px',
    },
    radar: {
      axisColor: soft,
      axisStrokeWidth: 2,
      axisLabelFontSize: FONT_SIZE,
      curveOpacity: 0.25,
      curveStrokeWidth: 3,
      graticuleColor: rule,
      graticuleOpacity: 0.4,
      graticuleStrokeWidth: 1,
      legendBoxSize: 16,
      legendFontSize: FONT_SIZE,
    },
    requirementBackground: wash,
    requirementBorderColor: soft,
    requirementTextColor: ink,
    relationColor: soft,
    relationLabelBackground: paper,
    relationLabelColor: ink,
    personBkg: wash,
    personBorder: soft,
    archEdgeColor: soft,
    archEdgeArrowColor: soft,
    archGroupBorderColor: soft,
  };
}

/** Sizes by kind: more compact than by default, since shrinking to fit would make text too small. */
export function kindConfig({ rule }: DiagramColors) {
  const layered = { nodeSpacing: 32, rankSpacing: 40, diagramPadding: 4 };
  return {
    flowchart: { ...layered, padding: 12 },
    class: { ...layered, padding: 8, hideEmptyMembersBox: true },
    state: layered,
    er: { ...layered, rankSpacing: 72, entityPadding: 10, fontSize: FONT_SIZE, minEntityHeight: 48 },
    sequence: { mirrorActors: false, height: 48, actorMargin: 40, messageMargin: 32, diagramMarginY: 4 },
    gantt: {
      useWidth: BOX_WIDTH,
      barHeight: 36,
      barGap: 8,
      topPadding: 52,
      leftPadding: 120,
      rightPadding: 60,
      gridLineStartPadding: 40,
      titleTopMargin: 24,
      fontSize: FONT_SIZE,
      sectionFontSize: FONT_SIZE,
      numberSectionStyles: 2,
    },
    xyChart: {
      width: BOX_WIDTH - AXIS_TITLE,
      height: BOX_HEIGHT,
      titleFontSize: 24,
      legendFontSize: FONT_SIZE,
      xAxis: { labelFontSize: FONT_SIZE, titleFontSize: FONT_SIZE, titlePadding: 8 },
      yAxis: { labelFontSize: FONT_SIZE, titleFontSize: FONT_SIZE, labelPadding: 12, titlePadding: 12 },
    },
    quadrantChart: {
      chartWidth: BOX_WIDTH,
      chartHeight: BOX_HEIGHT,
      titleFontSize: 24,
      xAxisLabelFontSize: FONT_SIZE,
      yAxisLabelFontSize: FONT_SIZE,
      quadrantLabelFontSize: FONT_SIZE,
      pointLabelFontSize: FONT_SIZE,
      pointRadius: 7,
    },
    sankey: { width: BOX_WIDTH, height: BOX_HEIGHT, linkColor: rule, nodeAlignment: 'justify' },
    packet: { bitWidth: 26, rowHeight: 48, paddingY: 24, paddingX: 4 },
    radar: { width: 460, height: 260, marginTop: 30, marginBottom: 30, marginLeft: 30, marginRight: 140 },
    mindmap: { padding: 4, maxNodeWidth: 240 },
    timeline: { padding: 12, leftMargin: 10 },
    treemap: { padding: 8, diagramPadding: 0, labelFontSize: 24, valueFontSize: FONT_SIZE },
  };
}

/** Custom properties reach into the shadow root in which Slidev puts the diagram. */
export const THEME_CSS = `
  .node :is(rect, circle, ellipse, polygon, path) { stroke: var(--accent); stroke-width: 2px; }
  .label p { text-wrap: balance; }
  .relationshipLabel, .edgeLabel, .edgeLabel :is(p, span), .edgeTerminals { font-size: ${FONT_SIZE}px !important; }
  .grid .tick text, .taskText, .taskTextOutsideLeft, .taskTextOutsideRight, .sectionTitle { font-size: ${FONT_SIZE}px !important; }
  .titleText { font-size: 24px !important; font-weight: 700; }
  .node-labels text { font-size: ${FONT_SIZE}px !important; fill: var(--ink) !important; opacity: 1; }
  .node-labels .sankey-label-bg { stroke: var(--paper) !important; stroke-opacity: 0.8; }
  .links .link { mix-blend-mode: normal !important; stroke-opacity: 1; }
  .timeline-node text, .timeline-node tspan { font-size: 30px !important; }
  .lineWrapper line { stroke: var(--ink-soft) !important; }
  .taskWrapper, .eventWrapper { filter: none !important; }
  .mindmap-node :is(span, p, text), .mindmap-node.section-root :is(span, p, text) { font-size: 36px !important; }
  .treemapSectionLabel, .treemapSectionValue { font-size: 24px !important; font-style: normal; }
  .treemapSection, .treemapLeaf { fill-opacity: 1 !important; }
  .treemapLeaf { stroke: var(--paper) !important; stroke-width: 3px; }
  .line-plot-0 path, [class^="line-plot"] path { stroke-width: 4px; }
  .sections > .cluster > rect { fill: var(--wash) !important; stroke: var(--rule) !important; }
  .radarLegendText { font-size: ${FONT_SIZE}px; }
`;

/** Line height of a pie's legend, in its own units; Mermaid's default is for type of half the size. */
const LEGEND_LINE = 40;
/** Maximum width of a character of a date, in em, and minimum gap between two dates. */
const [CHARACTER, GAP] = [0.62, 16];

/** Moves apart what Mermaid draws too close, and replaces colours that it does not let us set. */
export function setApart(svg: SVGSVGElement, accents: readonly string[]): void {
  const shift = (element: Element) => {
    const [, x = '0', y = '0'] =
      /translate\(\s*([-\d.]+)[\s,]+([-\d.]+)/.exec(element.getAttribute('transform') ?? '') ?? [];
    return { x: Number(x), y: Number(y) };
  };
  const legend = [...svg.querySelectorAll('g.legend')].filter((each) => each.querySelector('rect + text'));
  for (const [index, line] of legend.entries()) {
    const y = (index - (legend.length - 1) / 2) * LEGEND_LINE - 9;
    line.setAttribute('transform', `translate(${shift(line).x},${y})`);
  }
  // The dates of a Gantt chart: one in a few is enough.
  for (const axis of svg.querySelectorAll('.grid')) {
    let end = Number.NEGATIVE_INFINITY;
    for (const tick of axis.querySelectorAll('.tick')) {
      const text = tick.querySelector('text');
      const half = ((text?.textContent?.length ?? 0) * CHARACTER * FONT_SIZE) / 2;
      if (shift(tick).x - half < end) text?.remove();
      else end = shift(tick).x + half + GAP;
    }
  }
  // By default an axis's title overlaps its figures.
  for (const title of svg.querySelectorAll('.left-axis > .title > text')) {
    const { x, y } = shift(title);
    title.setAttribute('transform', `translate(${x - AXIS_TITLE}, ${y}) rotate(270)`);
    const [left = 0, top, width = 0, height] = svg.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
    svg.setAttribute('viewBox', [left - AXIS_TITLE, top, width + AXIS_TITLE, height].join(' '));
  }
  // The nodes of a Sankey chart, with names that are drawn below the flows.
  for (const labels of svg.querySelectorAll('.node-labels')) labels.parentElement?.append(labels);
  for (const [index, rect] of [...svg.querySelectorAll('.nodes > .node > rect')].entries()) {
    const color = accents[index % accents.length];
    if (color) rect.setAttribute('fill', color);
  }
}
