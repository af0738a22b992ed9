// The first screen as the page draws it at the moment in which it takes the place of the one in `index.html`.
import { fileURLToPath } from 'node:url';

const folder = new URL('../../src/first_screen/', import.meta.url);

/** The languages in which it is kept, and where. */
export const FIRST_SCREENS = [['ru-RU', 'ru'], ['en-US', 'en']].map(([locale, language]) => (
  { locale, file: fileURLToPath(new URL(`${language}.html`, folder)) }
));

/** Has a page note what is drawn; to be called before it is opened. */
export async function watchFirst(page) {
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      const app = document.getElementById('app');
      new MutationObserver((changes, observer) => {
        if (app.hasAttribute('data-loading')) return;
        observer.disconnect();
        window.drawnFirst = app.innerHTML;
      }).observe(app, { attributes: true });
    }, { once: true });
  });
}

/** Its HTML, a line each for what stands below each other. */
export async function drawnFirst(page) {
  await page.waitForFunction(() => 'drawnFirst' in window);
  const html = await page.evaluate(() => window.drawnFirst);
  const block = /(<\/(?:div|p|dd|dt|dl|h1|h2|nav|header|section|fieldset|form|main|button)>)(?=<)/g;
  return `${html.replace(/<!--.*?-->/g, '').replace(block, '$1\n')}\n`;
}
