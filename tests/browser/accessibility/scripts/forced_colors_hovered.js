// The problems of the line of the arc that the mouse is on.
const ribbon = $('.kl-phase-link:hover .kl-ribbon');
if (!ribbon) return ['the mouse is on no phase'];
const {stroke} = getComputedStyle(ribbon);
return isForced(stroke) && ratio(rgba(stroke), canvas) >= 3 ? [] : [`its line is ${stroke}`];
