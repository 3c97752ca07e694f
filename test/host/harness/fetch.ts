import { findChromium } from './chromium';
import { findServer } from './server';

/** Fetches the served editor and the browser for all stages of `npm test`. A stage reports it if one is unavailable. */
async function main(): Promise<void> {
  await Promise.allSettled([findServer(), findChromium()]);
}

void main().then(() => process.exit(0));
