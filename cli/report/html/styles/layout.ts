/** The page: measure, type, rhythm, banner and sections. */
export const LAYOUT = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:3rem}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 Inter,ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;-webkit-font-smoothing:antialiased;overflow-wrap:break-word}
main,.top{max-width:68rem;margin:0 auto;padding:0 clamp(1.125rem,4vw,2.5rem)}
p,ul,ol,dl,figure{margin:0;padding:0}
ul,ol{list-style:none}
a{color:var(--achieved);text-underline-offset:.2em}
code{font:max(.82em,.75rem)/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
b,strong{font-weight:620}
.quiet{color:var(--quiet);font-weight:400}
.break{overflow-wrap:anywhere}
.short{color:var(--bad)}
.language{position:absolute;opacity:0;pointer-events:none}
.top{display:flex;justify-content:space-between;align-items:center;gap:1rem;padding-top:1.25rem;padding-bottom:.5rem;color:var(--quiet);font-size:.875rem}
.top>span{font-weight:620;letter-spacing:-.005em}
.switch{display:flex;border:1px solid var(--rule);border-radius:99px;background:var(--raised);padding:2px}
.switch label{padding:.2rem .8rem;border-radius:99px;cursor:pointer;white-space:nowrap}
#language-id:checked~.top [for=language-id],#language-en:checked~.top [for=language-en]{background:var(--ink);color:var(--paper)}
#language-id:focus-visible~.top [for=language-id],#language-en:focus-visible~.top [for=language-en]{outline:3px solid var(--offered);outline-offset:2px}
#language-id:checked~main[lang=en],#language-en:checked~main[lang=id]{display:none}
.strip{position:sticky;top:0;z-index:3;margin:0 calc(50% - 50vw);padding:.45rem 1rem;background:var(--unsure-soft);color:var(--unsure);font-size:.8125rem;font-weight:620;text-align:center;border-bottom:1px solid color-mix(in srgb,var(--unsure) 30%,transparent)}
.watermark{position:fixed;inset:0;z-index:2;display:grid;place-items:center;pointer-events:none;overflow:hidden}
.watermark span{transform:rotate(-32deg);max-width:90vmax;color:var(--unsure);opacity:.075;font-size:clamp(1.125rem,4.4vmin,2.5rem);font-weight:700;line-height:1.1;text-align:center;white-space:nowrap}
.watermark b{display:block;font-size:3.6em;font-weight:780;letter-spacing:.03em}
.banner{padding:clamp(1.5rem,5vw,3.25rem) 0 0}
.eyebrow{color:var(--quiet);font-size:.875rem}
h1{margin:.15rem 0 .35rem;font-size:clamp(1.75rem,5.2vw,2.75rem);line-height:1.12;letter-spacing:-.022em;font-weight:680;text-wrap:balance}
h1 span{display:block;color:var(--quiet);font-weight:450}
.when{color:var(--quiet)}
.verdict{margin-top:clamp(1.5rem,4vw,2.25rem);padding:clamp(1.25rem,4vw,2.25rem);border-radius:14px;background:var(--tint);border:1px solid color-mix(in srgb,var(--tone) 22%,transparent)}
.PASS{--tone:var(--good);--tint:var(--good-soft)}.FAIL{--tone:var(--bad);--tint:var(--bad-soft)}
.INCONCLUSIVE{--tone:var(--unsure);--tint:var(--unsure-soft)}.INVALID{--tone:var(--void);--tint:var(--void-soft)}
.word{display:flex;align-items:center;gap:.7rem;color:var(--tone);font-size:clamp(1.875rem,7.4vw,3.5rem);line-height:1.08;letter-spacing:-.02em}
.word strong{font-weight:720}
.word .sign{width:.95em;height:.95em;flex:none;stroke-width:2.6}
.sentence{margin-top:.7rem;font-size:clamp(1.0625rem,2.4vw,1.3125rem);line-height:1.45;max-width:46rem;text-wrap:pretty}
.exercise{display:flex;gap:.75rem;margin-top:1.4rem;padding-top:1.2rem;border-top:1px solid color-mix(in srgb,var(--tone) 22%,transparent);max-width:46rem}
.exercise p+p{color:var(--quiet);font-size:.9375rem}
.runs{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1.25rem;margin:1.75rem 0 1.5rem}.runs .verdict{margin:0}.runs .word{font-size:clamp(1.625rem,4.5vw,2.5rem);margin:.1rem 0 .6rem}.before{margin-top:1.75rem}
nav{margin-top:2rem;padding:1rem 0;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule)}
nav ol{display:flex;flex-wrap:wrap;gap:.3rem 1.35rem;font-size:.9375rem}
nav a{text-decoration:none}nav a:hover{text-decoration:underline}
section{padding-top:clamp(2.75rem,7vw,4.5rem)}
h2{margin:0 0 .5rem;font-size:clamp(1.375rem,3.4vw,1.75rem);line-height:1.2;letter-spacing:-.015em;font-weight:660;text-wrap:balance}
h3{margin:0 0 .5rem;font-size:1rem;font-weight:640}
.lead{max-width:46rem;margin-bottom:1.4rem;color:var(--quiet);text-wrap:pretty}
.note{margin-top:.9rem;max-width:46rem;color:var(--quiet);font-size:.9375rem}.note.short{color:var(--bad)}
footer{margin-top:4.5rem;padding:1.4rem 0 3rem;border-top:1px solid var(--rule);color:var(--quiet);font-size:.875rem}
`;
