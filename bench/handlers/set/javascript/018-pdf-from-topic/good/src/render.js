import { shell } from './shell.js';

const PAPER = new Map([
  ['a4', 'A4'],
  ['letter', 'Letter'],
]);

async function render({ document, options: { paper = 'a4', margin = 10 } = {} }) {
  const target = '/mnt/invoices/out.pdf';
  const format = PAPER.get(paper) ?? 'A4';
  await shell(['weasyprint', `--paper ${format}`, `--margin ${Number(margin)}mm`, '/opt/templates/invoice.html', target]);
  return { target, document };
}

export const handler = async ({ Records }) => {
  await Promise.all(Records.map(({ Sns }) => render(JSON.parse(Sns.Message))));
};
