// Takes the pictures of README and docs, and the one that goes with an address that is sent. A word on the command line picks them by name.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { go, takeTemplate } from './app.mjs';
import { openTested, tested } from './board.mjs';
import { launch, started, url } from './chromium.mjs';

/** Each picture: its file name, the visitor, and what to do on the page before the shot. */
const pictures = [
  { name: 'readme', locale: 'en-US', prepare: (page) => result(page, 'en') },
  { name: 'readme-ru', prepare: (page) => result(page, 'ru') },
  { name: 'people', locale: 'en-US', prepare: (page) => people(page, 'en') },
  { name: 'people-ru', prepare: (page) => people(page, 'ru') },
  { name: 'facts', locale: 'en-US', prepare: (page) => runIn(page, 'en') },
  { name: 'facts-ru', prepare: (page) => runIn(page, 'ru') },
  { name: 'preview', locale: 'en-US', width: 1200, height: 630, scale: 1, prepare: (page) => result(page, 'en') },
];

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const [filter = ''] = process.argv.slice(2);
const browser = await launch();
mkdirSync(folder, { recursive: true });
for (const picture of pictures.filter(({ name }) => name.includes(filter))) await take(picture);
await browser.close();

async function take({ name, locale = 'ru-RU', width = 1280, height = 820, colorScheme = 'light', scale = 1.5, prepare, whole = false }) {
  const context = await browser.newContext({ locale, colorScheme, viewport: { width, height }, deviceScaleFactor: scale });
  const page = await context.newPage();
  await page.goto(url);
  await started(page);
  await prepare(page);
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: whole, animations: 'disabled' });
  await context.close();
  console.log(`docs/pictures/${name}.png`);
}

/** The Result screen of a template: the answers, what they mean, and the charts. */
async function result(page, language) {
  await takeTemplate(page, 'agency', language);
  await page.locator('.saved[data-state=saved]').waitFor();
  await go(page, 'result');
  await page.locator('svg.plot').first().waitFor();
  // The charts, right under the answers that stay in sight.
  await page.evaluate(() => {
    document.activeElement?.blur();
    const stays = ['.tabs', '.answers'].map((part) => document.querySelector(part).getBoundingClientRect().height);
    scrollTo(0, scrollY + document.querySelector('#pictures').getBoundingClientRect().top - stays[0] - stays[1] - 20);
  });
  await page.mouse.move(0, 0);
}

/** Today's pay beside the proposed: who gains, who loses. */
async function people(page, language) {
  await takeTemplate(page, 'b2b_sales', language);
  await page.locator('.saved[data-state=saved]').waitFor();
  await go(page, 'people');
  await page.locator('.contrast:not(.growth)').waitFor();
  await page.evaluate(() => {
    document.activeElement?.blur();
    const stays = ['.tabs', '.answers'].map((part) => document.querySelector(part).getBoundingClientRect().height);
    const section = document.querySelector('#people-compare').closest('section');
    scrollTo(0, scrollY + section.getBoundingClientRect().top - stays[0] - stays[1] - 20);
  });
  await page.mouse.move(0, 0);
}

/** Three months of facts: what is said of them. */
async function runIn(page, language) {
  const [stage, office, ...names] = language === 'en' ? ['Sale', 'Office', 'Search', 'Emails', 'Trade fairs'] : ['Договор', 'Офис', 'Поиск', 'Письма', 'Выставки'];
  const model = {
    ...tested,
    funnel: { stages: [{ ...tested.funnel.stages[0], name: stage }] },
    channels: tested.channels.map((channel, at) => ({ ...channel, name: names[at] })),
    costs: [{ ...tested.costs[0], name: office }],
  };
  const board = await openTested(page, language, model);
  await board.locator('details').first().evaluate((details) => { details.open = true; });
  await page.evaluate(() => {
    document.activeElement?.blur();
    const stays = ['.tabs', '.answers'].map((part) => document.querySelector(part).getBoundingClientRect().height);
    const section = document.querySelector('#facts-board').closest('section');
    scrollTo(0, scrollY + section.getBoundingClientRect().top - stays[0] - stays[1] - 20);
  });
  await page.mouse.move(0, 0);
}
