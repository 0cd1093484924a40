const ribbon = $('.kl-phase-link:hover .kl-ribbon');
if (!ribbon) return ['the mouse is on no phase'];
const {stroke} = getComputedStyle(ribbon);
return readers(stroke) && ratio(rgba(stroke), ground) >= 3 ? [] : [`its line is ${stroke}`];
