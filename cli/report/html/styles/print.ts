/** A4: light, compact, nothing folded, nothing cut through its middle. */
export const PRINT = `
@page{size:A4;margin:15mm 14mm 17mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#5c6575}}
@media print{
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
html{font-size:10.5px}
body{font-size:10.5px;background:#fff;--paper:#fff}
main{max-width:none;padding:0}
.top,.strip,nav,.language{display:none}
.banner{padding-top:0}
section{padding-top:2.4rem}
h2,h3,caption,summary,.lead,.legend,.bands,.plot-title{break-after:avoid}
p,figure .plot,.multiples,.outcome-bar,figcaption{break-inside:avoid}figcaption{break-before:avoid}
tbody tr:first-child,tbody tr:last-child{break-before:avoid}
tr,.tiles li,.facts>div,.plot,.verdict,.reasons li{break-inside:avoid}
thead{display:table-header-group}
.sideways{overflow:visible;background:none}
.scroll{font-size:8.8px}.scroll th:not(:first-child),.scroll td:not(:first-child){padding:.35rem .3rem}
tbody th{min-width:0}
table{font-size:9.6px}
.facts{grid-template-columns:1fr 1fr 1fr;gap:1rem 1.6rem}
.tiles{grid-template-columns:repeat(4,1fr)}.tiles .value{font-size:1.7rem}
.multiples{grid-template-columns:repeat(6,1fr);gap:1rem}
.plot-area svg{height:13rem}
summary{list-style:none;color:var(--ink)}summary::-webkit-details-marker{display:none}
details::details-content{content-visibility:visible;block-size:auto}
.watermark span{font-size:26px;opacity:.09}
footer{margin-top:2rem;padding-bottom:0}
}
`;
