// Takes the pictures of README and docs. A word on the command line picks them by name.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch, started, url } from './chromium.mjs';

/** Each picture: its file name, the visitor, and what to do on the page before the shot. */
const pictures = [
  { name: 'start', prepare: async () => {} },
  { name: 'start-dark', colorScheme: 'dark', locale: 'en-US', prepare: async () => {} },
  { name: 'start-phone', width: 360, height: 740, prepare: async () => {} },
];

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const [filter = ''] = process.argv.slice(2);
const browser = await launch();
mkdirSync(folder, { recursive: true });
for (const picture of pictures.filter(({ name }) => name.includes(filter))) await take(picture);
await browser.close();

async function take({ name, locale = 'ru-RU', width = 1280, height = 800, colorScheme = 'light', prepare, whole = false }) {
  const context = await browser.newContext({ locale, colorScheme, viewport: { width, height }, deviceScaleFactor: 1.5 });
  const page = await context.newPage();
  await page.goto(url);
  await started(page);
  await prepare(page);
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: whole, animations: 'disabled' });
  await context.close();
  console.log(`docs/pictures/${name}.png`);
}
