/** `npm run demo:screenshot`: takes the README's pictures of the review, into `docs/images`. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { launchChromium } from '#demo/browser';
import { startDemonstration } from '#demo/demonstration';
import { servePage } from '#demo/server';

const WIDTH = 1280;
const MARGIN = 24;

const page = await servePage(0);
const demonstration = await startDemonstration({ webUrl: page.url, rulesUrl: `${page.url}/rules` });
const browser = await launchChromium();
try {
  page.show(demonstration);
  if (!(await demonstration.settle(60))) throw new Error('No review came within 60 seconds.');
  const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const view = await browser.newPage();
  await view.goto(`${page.url}/files`);
  const row = view.locator('tr.added', { hasText: 'const courier' });
  const thread = view.locator('.inline', { hasText: 'SQL statement built from the event' });
  // The file's head sticks to the top of the window.
  await picture(
    view,
    `${folder}review.png`,
    await topOf(row, (await view.locator('.filehead').last().boundingBox())?.height ?? 0),
    await bottomOf(thread),
  );
  await view.goto(`${page.url}/checks`);
  await picture(view, `${folder}check-run.png`, 0, await bottomOf(view.locator('.run table').first()));
} finally {
  await browser.close();
  await demonstration.close();
  await page.close();
}

/** Saves what the window shows between two heights of the page. */
async function picture(view: Page, path: string, top: number, bottom: number): Promise<void> {
  await view.setViewportSize({ width: WIDTH, height: Math.ceil(bottom - top + MARGIN) });
  await view.evaluate(`window.scrollTo(0, ${top})`);
  await view.screenshot({ path });
}

async function topOf(what: Locator, above: number): Promise<number> {
  return ((await what.boundingBox())?.y ?? 0) - above;
}

async function bottomOf(what: Locator): Promise<number> {
  const box = await what.boundingBox();
  return box === null ? 0 : box.y + box.height;
}
