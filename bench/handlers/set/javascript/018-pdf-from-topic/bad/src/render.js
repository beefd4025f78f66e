import { shell } from './shell.js';

async function render({ document, options: { paper = 'a4', margin = 10 } = {} }) {
  const target = '/mnt/invoices/out.pdf';
  await shell(['weasyprint', `--paper ${paper}`, `--margin ${Number(margin)}mm`, '/opt/templates/invoice.html', target]);
  return { target, document };
}

export const handler = async ({ Records }) => {
  await Promise.all(Records.map(({ Sns }) => render(JSON.parse(Sns.Message))));
};
