import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';

const isOurs = (text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' && (hostname === 'example.com' || hostname.endsWith('.example.com'));
};

export const handler = async (event) => {
  const browser = await puppeteer.launch({ args: chromium.args, executablePath: await chromium.executablePath() });
  try {
    const tab = await browser.newPage();
    tab.setDefaultTimeout(5000);
    for (const record of event.Records) {
      const { page } = JSON.parse(record.body);
      if (!isOurs(page)) throw new RangeError('not a page of ours');
      await tab.goto(page, { waitUntil: 'load' });
      await tab.screenshot({ fullPage: true });
    }
  } finally {
    await browser.close();
  }
};
