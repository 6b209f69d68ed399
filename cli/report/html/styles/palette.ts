/**
 * Colours by role. Blue for what worked, orange for what was asked, vermilion for what failed (Okabe and Ito's palette,
 * told apart by colour-blind readers); no colour stands without a sign, a dash or a word beside it.
 */
const LIGHT = `
--paper:#fdfcfa;--raised:#ffffff;--ink:#1b2230;--quiet:#5c6575;--rule:#e3e2dc;--soft:#f4f2ec;
--achieved:#0b62a8;--offered:#d98200;--planned:#3f4857;--failed:#c2410c;
--good:#0f6b57;--good-soft:#e8f3ef;--bad:#b3360b;--bad-soft:#fbece4;--unsure:#8a5a00;--unsure-soft:#fbf2dd;
--void:#5b3a8c;--void-soft:#f0eaf8;--band:#8a5a00;
--stored:#0b62a8;--lost:#1b2230;--altered:#c2410c;--duplicated:#6aaede;--unacknowledged:#e9a23b;
color-scheme:light;`;

const DARK = `
--paper:#12161d;--raised:#191e27;--ink:#e8ebf0;--quiet:#a0a9b8;--rule:#2c333f;--soft:#1c222c;
--achieved:#62aef0;--offered:#f0ab3c;--planned:#c4cbd6;--failed:#f2875a;
--good:#6cc9ad;--good-soft:#14302a;--bad:#f5936b;--bad-soft:#38201a;--unsure:#e7bd62;--unsure-soft:#332a15;
--void:#bda0ea;--void-soft:#2a2140;--band:#e7bd62;
--stored:#62aef0;--lost:#e8ebf0;--altered:#f2875a;--duplicated:#2f6ca3;--unacknowledged:#e0a040;
color-scheme:dark;`;

/** Light, dark where the reader's system asks for it, and always light on paper. */
export const PALETTE = `
:root{${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
`;
