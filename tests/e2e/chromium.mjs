// Chromium and the page, as the commands of `cargo xtask` hand them over.
import { chromium } from 'playwright-core';

/** The page's address, under a folder of its host. */
export const url = handed('OBKATKA_URL');
/** The same page at the root of a second origin. */
export const otherUrl = handed('OBKATKA_OTHER_URL');

/** How the browser starts: quietly, and without its sandbox only where root leaves no choice. */
export const launchOptions = {
  executablePath: handed('CHROMIUM'),
  chromiumSandbox: process.getuid?.() !== 0,
  args: [
    '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
  ],
};

/** A browser of its own. */
export async function launch() {
  return await chromium.launch(launchOptions);
}

/** Waits until the page is there and its wasm module has started. */
export async function started(page, limit = 15_000) {
  const there = await page.evaluate(async (limit) => {
    const end = performance.now() + limit;
    const isThere = () => 'wasmBindings' in window && !document.querySelector('#app[data-loading]');
    while (!isThere() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
    return isThere();
  }, limit);
  if (!there) throw new Error('the wasm module has not started');
}

function handed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this by \`cargo xtask\``);
  return value;
}
