import { EVIL, EXPRESSION, group, RUN, type Vector } from './vector.ts';

/** Diagrams drawn by Mermaid: its labels are HTML, and the diagram can set its options. */
export const DIAGRAM_VECTORS: readonly Vector[] = group(
  'diagram',
  `graph LR\n  a["<img src=x onerror=${RUN}>"] --> b["<svg onload=${RUN}>"]`,
  `graph LR\n  a["<script>${RUN}</script>x"] --> b["<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>y"]`,
  `graph LR\n  a["<img src='${EVIL}/label.png'>x"] --> b`,
  `graph LR\n  a["<b style='background:url(${EVIL}/style.png)'>x</b>"] --> b`,
  `graph LR\n  a["<style>@import '${EVIL}/import.css'</style>x"] --> b["<link rel=stylesheet href='${EVIL}/l.css'>y"]`,
  `graph LR\n  a["\`![x](${EVIL}/markdown.png)\`"] --> b`,
  `graph LR\n  a["<img srcset='${EVIL}/set.png'>x"] --> b["<img src = '${EVIL}/blank.png'>y"]`,
  `graph LR\n  a["<img src='&#104;ttps://evil.invalid/entity.png'>x"] --> b["<i style='background:u\\72l(${EVIL}/css.png)'>y</i>"]`,
  `graph LR\n  a["<video poster='${EVIL}/poster.png'></video>x"] --> b["<svg><image href='${EVIL}/svg.png'/></svg>y"]`,
  `graph LR\n  a --> b\n  click a "javascript:${RUN}"\n  click b href "${EVIL}/clicked"`,
  `graph LR\n  a --> b\n  click a call alert("x")`,
  `graph LR\n  a@{ img: "${EVIL}/shape.png", label: "x", w: 60, h: 60 } --> b`,
  `%%{init: {"securityLevel": "loose", "themeCSS": "svg { background: url(${EVIL}/init.png) }"}}%%\ngraph LR\n  a["<img src=x onerror=${RUN}>"] --> b`,
  `%%{init: {"fontFamily": "x; background: url(${EVIL}/font.png)", "themeVariables": {"primaryColor": "url(${EVIL}/var.png)"}}}%%\ngraph LR\n  a --> b`,
  `sequenceDiagram\n  participant a\n  link a: x @ javascript:${RUN}\n  a->>b: <img src='${EVIL}/message.png'>x`,
);

/** Text after `mermaid` in a diagram's first line: Slidev would make it an object literal, which Vue evaluates. */
export const INFO_VECTORS: readonly Vector[] = group(
  'info',
  ' {theme: "dark"}',
  '{scale: 9}',
  ` {theme: ${EXPRESSION}}`,
  ` {[${EXPRESSION}]: 1}`,
  ` {x: "" }" onclick="${RUN}" :title="{}`,
  ` {}" /><img src=x onerror=${RUN}><Mermaid v-bind="{}`,
  ` {{ ${EXPRESSION} }}`,
  ` {codeLz: '', securityLevel: 'loose', themeCSS: 'svg { background: url(${EVIL}/info.png) }'}`,
  ' {monaco-run} {autorun:true}',
);
