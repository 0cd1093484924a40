// The problems of the outline of the hovered arc.
const ribbon = $('.kl-phase-link:hover .kl-ribbon');
if (!ribbon) return ['no phase is hovered'];
const { stroke } = getComputedStyle(ribbon);
return isForced(stroke) && ratio(rgba(stroke), canvas) >= 3 ? [] : [`its outline is ${stroke}`];
