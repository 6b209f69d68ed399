/** Charts: lines keep their width however the drawing is stretched; labels are text beside it. */
export const CHARTS = `
.plot{margin-top:1.4rem}
.plot-title{margin-bottom:.55rem;font-size:.9375rem;font-weight:620}
.plot-area{position:relative;margin:0 .9rem 2rem 3.6rem}
.plot-area svg{display:block;width:100%;height:15rem;overflow:visible}
.plot.low .plot-area svg{height:5.5rem}
.x,.y{position:absolute;color:var(--quiet);font-size:.75rem;line-height:1;white-space:nowrap}
.x{top:calc(100% + .55rem);transform:translateX(-50%)}
.y{right:calc(100% + .55rem);transform:translateY(50%)}
.grid{stroke:var(--rule);vector-effect:non-scaling-stroke}
.line{fill:none;stroke-width:1.75;stroke-linejoin:round;vector-effect:non-scaling-stroke}
.fill{stroke:none;opacity:.14}
.line.achieved,.line.p50{stroke:var(--achieved)}.fill.achieved{fill:var(--achieved)}
.line.offered{stroke:var(--offered);stroke-width:2.25}
.line.planned{stroke:var(--planned);stroke-width:1.5;stroke-dasharray:2 4;stroke-linecap:round}
.line.p50{stroke-width:2}.line.p95{stroke:var(--failed);stroke-width:1.5;stroke-dasharray:6 3}.fill.p95{fill:var(--quiet);opacity:.12}
.line.ceiling{stroke:var(--quiet);stroke-width:1;opacity:.6}
.failed{fill:var(--failed)}
.band{fill:var(--band);opacity:.17}
.band-number,.band-swatch{display:inline-grid;place-items:center;min-width:1.25rem;height:1.25rem;border-radius:4px;background:var(--unsure-soft);color:var(--unsure);font-size:.75rem;font-weight:640;line-height:1;box-shadow:inset 0 0 0 1px color-mix(in srgb,var(--unsure) 35%,transparent)}
.band-number{position:absolute;top:-.6rem;transform:translateX(-50%)}
.band-swatch{margin-right:.5rem}
.legend,.bands{display:flex;flex-wrap:wrap;gap:.35rem 1.4rem;font-size:.875rem}
.legend li,.bands li{display:flex;align-items:center}
.legend svg{width:1.75rem;height:.5rem;margin-right:.5rem;overflow:visible}
.bands li{overflow-wrap:anywhere;min-width:0}
.bands{margin:.6rem 0 1.2rem}.bands .quiet{margin-left:.35rem}
figcaption{color:var(--quiet);font-size:.8125rem;text-align:center}
.multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.25rem,1fr));gap:1.5rem 1.5rem;margin:1.2rem 0 2rem}
.multiples li{min-width:0;break-inside:avoid}
.multiples p{display:flex;justify-content:space-between;align-items:center;gap:.4rem;font-size:.8125rem;line-height:1.3}
.multiples .name{font-weight:620;overflow-wrap:anywhere}
.multiples .of{color:var(--quiet)}
.multiples .small{display:block;width:100%;height:3.25rem;margin:.3rem 0 .25rem;border-bottom:1px solid var(--rule)}
.multiples .small .line{stroke-width:1.5}
.multiples .short,.multiples .all{display:inline-flex;align-items:center;gap:.2rem;white-space:nowrap}
.multiples .short{font-weight:560}.multiples .all{color:var(--good)}
.outcome-bar{display:flex;gap:2px;height:2.25rem;border-radius:8px;overflow:hidden;background:var(--soft)}
.outcome-bar span{flex:1 1 0;min-width:7px}
.swatch{display:inline-block;width:.75rem;height:.75rem;margin-right:.55rem;border-radius:3px;vertical-align:-.04em}
.swatch~.meaning{margin-left:1.3rem}
span.stored{background:var(--stored)}span.lost{background:var(--lost)}span.altered{background:repeating-linear-gradient(45deg,var(--altered) 0 3px,var(--paper) 3px 4px)}
span.duplicated{background:repeating-linear-gradient(90deg,var(--duplicated) 0 3px,var(--paper) 3px 4px)}span.unacknowledged{background:var(--unacknowledged)}
@media (max-width:40rem){
.plot-area svg{height:11.5rem}.plot-area{margin-left:3.3rem}
.multiples{grid-template-columns:1fr 1fr;gap:1.25rem 1.1rem}
}
`;
