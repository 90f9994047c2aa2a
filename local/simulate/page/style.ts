/** The look of the page: dark on light, for the screen and for paper. */
export const style = `
body { margin: 2rem auto; max-width: 1120px; padding: 0 1.5rem; color: #1c2530; background: white; font: 15px/1.5 system-ui, "Helvetica Neue", Arial, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.15rem; }
h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
p.lead { margin: .25rem 0 1.25rem; color: #5c6672; }
table { border-collapse: collapse; }
th, td { padding: .3rem .9rem .3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #e4e8ec; }
th { font-weight: 600; }
.figures { width: 100%; }
.figures th[scope=row] { font-weight: 400; color: #5c6672; white-space: nowrap; }
.figures td, .decisions td:nth-child(-n + 2) { white-space: nowrap; font-variant-numeric: tabular-nums; }
.decisions { font-size: .875rem; }
svg { display: block; width: 100%; height: auto; margin-top: 1.5rem; font: 11px system-ui, "Helvetica Neue", Arial, sans-serif; }
.grid { stroke: #e4e8ec; }
.tick { fill: #5c6672; }
.axis { fill: #3a4550; font-size: 12px; }
.name { font-size: 15px; font-weight: 600; }
.level { stroke: #8a94a0; stroke-dasharray: 4 3; }
.mark { opacity: .35; }
.line { fill: none; stroke-width: 1.6; stroke-linejoin: round; }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid #e4e8ec; color: #5c6672; font-size: .85rem; }
@media print { body { margin: 0; } h2, h3 { break-after: avoid; } tr { break-inside: avoid; } }
`;
