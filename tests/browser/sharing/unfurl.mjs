// Makes previews of links as chat programs and social media do, with two clients that others
// wrote. Reads addresses, one a line; writes the reports of each client, as JSON.
// node unfurl.mjs NODE_MODULES < addresses

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const require = createRequire(`${process.argv[2]}/`);
const scrape = require('open-graph-scraper');
const { unfurl } = require('unfurl.js');

const brief = ({ title, description, image }) => ({
  title,
  description,
  image: image?.url,
  width: Number(image?.width),
  height: Number(image?.height),
});

const reports = [];
for (const url of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const { result } = await scrape({ url });
  const [ogImage] = result.ogImage ?? [];
  reports.push({
    client: 'open-graph-scraper',
    url,
    ...brief({ title: result.ogTitle, description: result.ogDescription, image: ogImage }),
  });
  const { open_graph: card, oEmbed } = await unfurl(url, { oembed: true });
  reports.push({ client: 'unfurl.js', url, ...brief({ ...card, image: card.images?.[0] }), oembed: oEmbed?.title });
}
console.log(JSON.stringify(reports));
