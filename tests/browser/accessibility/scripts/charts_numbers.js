// The number of bars, and the bars whose number differs from the table cell that they represent.
const [domains, municipalities, quotes] = kl().querySelectorAll('.kl-chart');
const texts = (bar) => [...bar.querySelectorAll('text')].map((text) => text.textContent.trim());
const cell = (row, index) => row.cells[index].textContent;
const bars = [
  ...[...domains.querySelectorAll('a')].map((bar, index) => [bar, cell($('#kl-domein').tBodies[0].rows[index], 1)]),
  ...[...municipalities.querySelectorAll('a')].map((bar) => [bar, cell($(bar.getAttribute('href')), 1)]),
];
let row = -1;
const columns = [...$('#kl-quotes').tHead.rows[0].cells].map((header) => header.textContent);
for (const element of quotes.querySelectorAll('svg > :is(a, text)')) {
  if (element.localName === 'text') row += 1;
  else bars.push([element, cell($('#kl-quotes').tBodies[0].rows[row], columns.indexOf(texts(element)[0]))]);
}
const differing = bars.filter(([bar, number]) => parseInt(texts(bar)[1]) !== Number(number));
return [bars.length, differing.map(([bar, number]) => `${texts(bar)} represents ${number}`)];
