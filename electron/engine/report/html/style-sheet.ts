import { DEEPEST } from './elements.ts'

const STEPS = Array.from(
  { length: DEEPEST },
  (_, step) => `.in${step + 1}{padding-left:${step * 1.2 + 1.2}rem}`,
)

/** The looks of the report as HTML: fonts of the system, light and dark, and black on white in print. */
export const STYLE_SHEET = `
:root{color-scheme:light dark;--ink:#14171a;--second:#454b52;--third:#62686f;--line:#cfd4d3;--accent:#17386f;
--fail:#9c2a14;--esc:#7d5200;--mark:#fff0c2;--ground:#fff;--code:#f4f6f5;--tint:#f3f6fb}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ea;--second:#bcc3c8;--third:#9aa3a9;--line:#3a4246;--accent:#9dbcf2;
--fail:#ff9d86;--esc:#e6b45a;--mark:#4a3d12;--ground:#14181a;--code:#1d2325;--tint:#1b2430}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.55 Inter,"Segoe UI",system-ui,"Noto Sans JP",
"Hiragino Sans","Yu Gothic UI",Meiryo,sans-serif;font-variant-ligatures:none}
:lang(ja) body,html:lang(ja) body{line-height:1.75}
main,footer{max-width:66rem;margin:0 auto;padding:0 1.5rem}
main{padding-top:2.5rem}
footer{border-top:1px solid var(--line);margin-top:3rem;padding-top:.8rem;padding-bottom:2rem;color:var(--third);font-size:.8rem}
h1{font-size:1.9rem;line-height:1.2;margin:.3rem 0 .6rem}
h2{font-size:1.35rem;line-height:1.3;margin:3rem 0 .9rem;padding-top:.9rem;border-top:3px solid var(--accent)}
h3{font-size:1.05rem;margin:1.8rem 0 .5rem}
h4{font-size:.98rem;margin:1.5rem 0 .4rem}
h5{font-size:.88rem;margin:1rem 0 .3rem;color:var(--second)}
h1,h2,h3,h4,h5,p,li,td,th,pre{white-space:pre-wrap;overflow-wrap:anywhere}
ol,ul,table{white-space:normal}
p{margin:.5rem 0;max-width:48rem}
p.bar{border-left:3px solid var(--accent);padding-left:1rem;margin:0;padding-bottom:.5rem}
p.inset{padding-left:1rem}
p.right{text-align:right;max-width:none}
ul,ol{margin:.5rem 0;padding-left:1.6rem;max-width:48rem}
li{margin:.2rem 0}
nav ol{list-style:none;padding:0;max-width:none}
nav>ol>li{border-top:1px solid var(--line);margin:0}
nav ol ol{padding-left:2rem;font-size:.9rem}
nav a{display:block;padding:.35rem 0;color:inherit;text-decoration:none}
nav a:hover{text-decoration:underline}
a{color:var(--accent)}
a:focus-visible,.table:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.table{overflow-x:auto;margin:.6rem 0 1rem}
table{border-collapse:collapse;width:100%;font-size:.84rem;line-height:1.45;font-variant-numeric:tabular-nums}
thead th{border-bottom:2px solid var(--ink);vertical-align:bottom;color:var(--second)}
td,th{text-align:left;vertical-align:top;padding:.32rem .9rem .32rem 0;border-top:1px solid var(--line)}
thead th{border-top:0}
th{font-weight:600}
tbody th{font-weight:400}
tbody th[scope=row]{min-width:9rem}
td.right,th.right{text-align:right}
.table:not(:has(thead)):has(td.right){max-width:26rem}
td.verbatim{word-break:break-all}
tr.tinted{background:var(--tint)}
code,pre{font-family:"Noto Sans Mono",Consolas,Menlo,"DejaVu Sans Mono",monospace;font-size:.92em}
pre{background:var(--code);padding:.7rem .9rem;margin:.6rem 0;font-size:.8rem;line-height:1.5}
pre code{font-size:1em}
.listing{list-style:none;counter-reset:line;max-width:none;padding:.5rem 0;border:1px solid var(--line);font-size:.82rem}
.listing li{counter-increment:line;position:relative;margin:0;padding-right:2.4rem;word-break:break-all}
.listing li::before{content:counter(line);display:inline-block;width:2.4rem;margin-right:.8rem;text-align:right;
color:var(--third);font-size:.85em}
.cited{background:var(--mark)}
.disc{display:inline-block;min-width:1.35em;border-radius:1em;background:var(--accent);color:var(--ground);
text-align:center;font-size:.8em;line-height:1.35em}
.listing .disc{position:absolute;right:.6rem;top:.35em}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:0 1.6rem;font-size:.85rem}
.second{color:var(--second)}.third{color:var(--third)}.accent{color:var(--accent)}.fail{color:var(--fail)}
.esc{color:var(--esc)}
.small{font-size:.86em}.large{font-size:1.14em}
${STEPS.map((rule) => `.listing ${rule}`).join('\n')}
@page{size:A4;margin:18mm 16mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}
@media print{:root{color-scheme:light;--ink:#14171a;--second:#454b52;--third:#62686f;--line:#cfd4d3;--accent:#17386f;
--fail:#9c2a14;--esc:#7d5200;--mark:#fff0c2;--ground:#fff;--code:#f4f6f5;--tint:#f3f6fb}
body{font-size:9.5pt}main,footer{max-width:none;padding:0}main{padding-top:0}.table{overflow:visible}
h1,h2,h3,h4,h5{break-after:avoid}tr,li{break-inside:avoid}thead{display:table-header-group}
.cited,.disc,.tinted,pre{print-color-adjust:exact}}
`
