import { findChromium } from './chromium';
import { findServer } from './server';

/** Fetches the served editor and the browser that the stages of `npm test` share. A stage whose program cannot be had says so itself. */
async function main(): Promise<void> {
  await Promise.allSettled([findServer(), findChromium()]);
}

void main().then(() => process.exit(0));
