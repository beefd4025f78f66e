import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian's package puts it; CHROMIUM names another place. */
const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Nothing is sent anywhere, nothing of a person's own profile is touched (playwright makes a fresh one). */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts headless Chromium. @throws Error which says how to install it, where it is not */
export function launchChromium(): Promise<Browser> {
  if (!existsSync(EXECUTABLE))
    throw new Error(
      `Chromium is not installed at ${EXECUTABLE}. Install it (apt-get update && apt-get install -y chromium), or set CHROMIUM to where it is.`,
    );
  return chromium.launch({ executablePath: EXECUTABLE, headless: true, args: FLAGS, timeout: 30_000 });
}
