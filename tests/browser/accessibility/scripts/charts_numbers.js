const [domains, municipalities, quotes] = kl().querySelectorAll('.kl-chart');
const words = (bar) => [...bar.querySelectorAll('text')].map((each) => each.textContent.trim());
const cell = (row, at) => row.cells[at].textContent;
const bars = [
  ...[...domains.querySelectorAll('a')].map((bar, at) => [bar, cell($('#kl-domains').tBodies[0].rows[at], 1)]),
  ...[...municipalities.querySelectorAll('a')].map((bar) => [bar, cell($(bar.getAttribute('href')), 1)]),
];
let row = -1;
const columns = [...$('#kl-quotes').tHead.rows[0].cells].map((each) => each.textContent);
for (const each of quotes.querySelectorAll('svg > :is(a, text)')) {
  if (each.localName === 'text') row += 1;
  else bars.push([each, cell($('#kl-quotes').tBodies[0].rows[row], columns.indexOf(words(each)[0]))]);
}
return [bars.length, bars.filter(([bar, number]) => parseInt(words(bar)[1]) !== Number(number))
  .map(([bar, number]) => `${words(bar)} draws ${number}`)];
