// Chromium, as the commands of `cargo xtask` hand it over.
import { chromium } from 'playwright-core';
import { handed } from './site.mjs';

export { otherUrl, started, url } from './site.mjs';

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
