/** Facts, tiles, lists, folds, signs and tables. */
export const PARTS = `
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,18.5rem),1fr));gap:1.5rem 2.5rem;margin-top:1.25rem}
.facts>div,.tiles li{min-width:0}
dt{color:var(--quiet);font-size:.875rem}dd{margin:0;overflow-wrap:anywhere}
.facts .quiet,.facts code{font-size:.875rem}.facts code{font-size:.75rem;color:var(--quiet)}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,14.5rem),1fr));margin-top:1.25rem;gap:1px;overflow:hidden;border:1px solid var(--rule);border-radius:14px;background:var(--rule)}
.tiles li{display:grid;grid-row:span 3;grid-template-rows:subgrid;row-gap:0;align-items:start;padding:1.15rem 1.25rem 1.2rem;background:var(--raised);box-shadow:0 0 0 1px var(--rule)}
.tiles .label{font-size:.875rem;color:var(--quiet)}
.tiles .value{margin:.15rem 0;color:var(--ink);font-size:2rem;line-height:1.15;letter-spacing:-.025em;font-weight:640}
.tiles .short .value{color:var(--bad)}
.tiles small{margin-left:.1em;font-size:.5em;font-weight:500;letter-spacing:0;color:var(--quiet)}
.tiles .below{font-size:.875rem;color:var(--quiet)}
.reasons{max-width:52rem;border-top:1px solid var(--rule);margin-top:1rem}
.reasons li{position:relative;padding:.6rem 0 .6rem 1.4rem;border-bottom:1px solid var(--rule)}
.reasons li::before{content:"";position:absolute;left:.1rem;top:1.15rem;width:.5rem;height:.5rem;background:var(--bad);transform:rotate(45deg)}
.recorded li,.pair li{margin:.35rem 0;padding-left:1.1rem;position:relative}
.recorded li::before,.pair li::before{content:"–";position:absolute;left:0;color:var(--quiet)}
.recorded{font-size:.9375rem}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:1.75rem 3rem;margin-top:1.25rem}
details{margin-top:1.25rem}details+details{margin-top:.35rem}
summary{cursor:pointer;color:var(--achieved);font-weight:560;padding:.35rem 0;width:fit-content;max-width:100%}
summary:focus-visible,.sideways:focus-visible,a:focus-visible{outline:3px solid var(--offered);outline-offset:3px;border-radius:4px}
.sign{width:1.15em;height:1.15em;flex:none;fill:none;stroke:currentColor;stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round;vertical-align:-.22em}
.sign.good{color:var(--good)}.sign.bad{color:var(--bad)}.sign.unsure,.sign.warn{color:var(--unsure)}.sign.void{color:var(--void)}
.exercise .sign{width:1.6em;height:1.6em;padding:.15em;border-radius:50%;background:var(--unsure);color:var(--raised)}
.badge{display:inline-flex;align-items:center;gap:.3rem;font-weight:560;white-space:nowrap}
.badge.good{color:var(--good)}.badge.bad{color:var(--bad)}.badge.unsure,.badge.warn{color:var(--unsure)}
.sideways{overflow-x:auto;margin:1.5rem 0 0;background:linear-gradient(to right,var(--paper) 30%,transparent) left/48px 100% no-repeat local,linear-gradient(to left,var(--paper) 30%,transparent) right/48px 100% no-repeat local,linear-gradient(to right,rgba(90,90,90,.2),transparent) left/14px 100% no-repeat scroll,linear-gradient(to left,rgba(90,90,90,.2),transparent) right/14px 100% no-repeat scroll}
table{width:100%;border-collapse:collapse;font-size:.9063rem;line-height:1.4}
caption{padding:0 0 .5rem;text-align:left;font-weight:620;font-size:.9375rem}
.unseen{font-size:0;line-height:0;padding:0;color:transparent}
th,td{padding:.5rem .55rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule);font-weight:400}
th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
thead th{color:var(--quiet);font-size:.8125rem;vertical-align:bottom;line-height:1.25}
.groups th,.groups td{border-bottom:0;padding-bottom:.15rem}
.groups th{text-align:center}.groups th span{display:block;border-bottom:1px solid var(--rule);padding-bottom:.2rem}
.n{text-align:right!important}
td.n{white-space:nowrap}
.scroll thead .n{max-width:6.5rem}
tbody th{min-width:9rem}
@media (min-width:40.01rem){.even table{table-layout:fixed}.even th:first-child{width:34%}.even th:last-child{width:20%}.even caption{padding-top:.75rem}}
tr.total>*{border-top:2px solid var(--ink);border-bottom-color:var(--ink);font-weight:620}
tr.subtotal>*{background:var(--soft)}
.meaning{display:block;color:var(--quiet);font-size:.8125rem;font-weight:400;text-wrap:pretty}
.code{font-size:.75rem;white-space:nowrap}
.small{font-size:.875rem}
.mark{white-space:nowrap}.mark b{display:inline-block;width:1.5em;margin-right:.2rem;border-radius:4px;background:var(--soft);text-align:center;font-size:.8125rem}
.mark.A{color:var(--unsure)}.mark.A b{background:var(--unsure-soft)}
@media (max-width:40rem){
.tiles{grid-template-columns:1fr 1fr}.tiles li{display:grid;grid-row:span 3;grid-template-rows:subgrid;row-gap:0;align-items:start;padding:.85rem .9rem}.tiles .value{font-size:1.5rem}.tiles .label,.tiles .below{font-size:.8125rem;line-height:1.35}
.scroll{font-size:.8438rem}table.scroll{width:max-content;min-width:100%}
.scroll tbody th{min-width:8rem;max-width:10rem}
table.stack thead{display:none}
table.stack,table.stack tbody,table.stack tr,table.stack th,table.stack td,table.stack caption{display:block}
table.stack tr{padding:.8rem 0;border-bottom:1px solid var(--rule)}
table.stack th,table.stack td{padding:.1rem 0;border:0;overflow-wrap:anywhere}
table.stack th{font-weight:600}.badge{white-space:normal}
table.stack td{display:grid;grid-template-columns:7.5rem 1fr;gap:.75rem;align-items:baseline;white-space:normal;text-align:left!important}
table.stack td::before{content:attr(data-label);color:var(--quiet);font-size:.8125rem}
}
`;
