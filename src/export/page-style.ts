import { DARK, LIGHT, type Palette, PRINT, SERIF } from './palette';

function colours({ paper, ink, muted, accent }: Palette): string {
  return `--paper:${paper};--ink:${ink};--muted:${muted};--accent:${accent}`;
}

/** The style of the exported page; `length` is the statement's in characters: a shorter statement has a larger font. */
export function pageStyle(length: number): string {
  const [least, width, most] =
    length <= 110 ? [2, 5, 3.1] : length <= 260 ? [1.6, 3.6, 2.4] : [1.3, 2.6, 1.75];
  return `
:root{${colours(LIGHT)};color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{${colours(DARK)}}}
*{box-sizing:border-box;margin:0;padding:0}
body{background:var(--paper);color:var(--ink);font:1.0625rem/1.65 ${SERIF};overflow-wrap:anywhere;text-rendering:optimizeLegibility}
main,footer{max-width:54rem;margin-inline:auto;padding-inline:clamp(1.5rem,6vw,3.5rem)}
main{padding-block:clamp(3rem,13vh,8rem) 3rem}
.kind,dt,.when,footer,.skipped{color:var(--muted);font-size:.9375rem}
.kind{letter-spacing:.04em}
h1{font-size:1.375rem;font-weight:600;line-height:1.3}
.statement{background:none;border:0;margin-block:clamp(2rem,6vh,3.5rem);padding-block-start:clamp(1.75rem,5vh,3rem);position:relative}
.statement::before{content:"";position:absolute;inset-block-start:0;inset-inline-start:0;inline-size:4.5rem;border-block-start:3px solid var(--accent)}
.statement p{font-size:clamp(${least}rem,${width}vw,${most}rem);line-height:1.28;letter-spacing:-.008em;text-wrap:pretty}
.statement p+p{margin-block-start:.6em}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));gap:1.5rem 3rem}
dd{font-size:1.1875rem;line-height:1.5}
section{margin-block-start:clamp(3rem,8vh,5rem)}
h2{font-size:1.1875rem;font-weight:600;margin-block-end:1.5rem}
ol{list-style:none;border-inline-start:1px solid var(--muted);padding-inline-start:1.5rem}
li{position:relative;break-inside:avoid}
li+li{margin-block-start:1.5rem}
li::before{content:"";position:absolute;inset-inline-start:calc(-1.5rem - .28rem);inset-block-start:.6em;inline-size:.5rem;block-size:.5rem;border-radius:50%;background:var(--accent)}
.when strong{color:var(--ink);font-weight:600}
.note{font-style:italic;white-space:pre-line}
footer{padding-block:1.5rem 3rem}
:root[dir=rtl] :is(p,dt,dd,h2){text-align:right}
@page{margin:20mm 18mm}
@media print{
:root{${colours(PRINT)};color-scheme:light}
html{font-size:11pt}
main,footer{max-width:none;padding-inline:0}
main{padding-block:8mm 0}
.statement{margin-block:10mm;padding-block-start:8mm}
section{margin-block-start:12mm}
h2{margin-block-end:1rem}
li+li{margin-block-start:.9rem}
footer{padding-block:8mm 0}
.statement p{font-size:${(least * 1.1).toFixed(2)}rem}
.statement,dl>div,h2{break-inside:avoid}
h2{break-after:avoid}
}
`.trim();
}
