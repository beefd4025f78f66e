/** The demonstration's page in a real browser, with the real App behind it. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '#demo/browser';
import { type Demonstration, startDemonstration } from '#demo/demonstration';
import { type PageServer, servePage } from '#demo/server';

/** Milliseconds that a review may take on a busy machine. */
const REVIEW = 40_000;

let browser: Browser;
let server: PageServer;
let demonstration: Demonstration;
let page: Page;
const mistakes: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  server = await servePage(0);
  demonstration = await startDemonstration({ webUrl: server.url, rulesUrl: `${server.url}/rules` });
  server.show(demonstration);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('console', (message) => {
    if (message.type() === 'error') mistakes.push(message.text());
  });
  page.on('pageerror', (error) => mistakes.push(error.message));
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await demonstration?.close();
  await server?.close();
});

it('a suggestion is committed with one click, and the App reviews again', async () => {
  await page.goto(server.url);
  // Opened while the App is at work: the page brings itself up to date.
  const thread = page.locator('.thread', { hasText: 'Function URL without authentication' });
  await thread.waitFor({ timeout: REVIEW });
  await page.locator('.merge.failing').waitFor({ timeout: REVIEW });
  expect(await page.locator('.thread').count()).toBe(demonstration.pull.threads.length);
  expect(await thread.locator('.suggestion .added').innerText()).toContain('AuthType: AWS_IAM');
  const before = await page.locator('.merge .check').innerText();

  await thread.getByRole('button', { name: 'Commit suggestion' }).click();
  await page.locator('.thread.resolved').waitFor({ timeout: REVIEW });
  expect(await page.locator('.thread.resolved').innerText()).toContain('mia marked this conversation as resolved');
  await demonstration.settle(REVIEW / 1000);
  // Looked at from outside: the page's content security policy evaluates no strings.
  const isReviewed = async (): Promise<boolean> =>
    (await page.locator('.merge .mark.running').count()) === 0 &&
    (await page.locator('.merge .check').innerText()) !== before;
  for (const end = Date.now() + REVIEW; !(await isReviewed()) && Date.now() < end; ) await page.waitForTimeout(100);
  expect(await page.locator('.merge .check').innerText()).toMatch(/\d+ high findings? introduced/);
  expect(await page.locator('.event').count()).toBe(2);

  await page.getByRole('link', { name: 'Files changed' }).click();
  await page.locator('tr.added', { hasText: 'AuthType: AWS_IAM' }).waitFor();
  await page.getByRole('link', { name: /Checks/ }).click();
  const check = await page.locator('.run').innerText();
  expect(check).toContain('Secret written into a function');
  expect(check).not.toContain('Function URL without authentication');
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
}, 90_000);

it('a command is answered', async () => {
  await page.goto(server.url);
  await page.getByRole('button', { name: '/leastwise help' }).click();
  await page.getByRole('button', { name: 'Comment' }).click();
  await page.locator('.box', { hasText: 'Leastwise listens to these commands' }).waitFor({ timeout: REVIEW });
  await page.locator('.reaction', { hasText: '🚀' }).waitFor({ timeout: REVIEW });
  expect(await page.locator('.reaction').allInnerTexts()).toEqual(['👀', '🚀']);
}, 60_000);

it('nothing was wrong on the way', () => {
  expect(mistakes).toEqual([]);
  expect(demonstration.hub.violations).toEqual([]);
});
