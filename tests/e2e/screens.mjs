// How long every screen is on a phone of 360 × 740, in screens of it (in brackets: with all of it folded), for an empty model, a template, and a template with
// three months of facts; and with a folder on the command line, pictures of all of them: both languages, phone and wide,
// light and dark.
import { mkdirSync } from 'node:fs';
import { go, openFile, screens, template } from './app.mjs';
import { launch, started, url } from './chromium.mjs';

const PHONE = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 800 };
const options = process.argv.slice(2);
const [folder] = options.filter((option) => !option.startsWith('--'));

const documents = { empty: () => undefined, template, facts: withFacts };
const browser = await launch();
if (folder) await takePictures();
else await printLengths();
await browser.close();

async function printLengths() {
  const line = (cells) => console.log(cells.map((text) => text.padEnd(10)).join(''));
  line(['document', ...screens]);
  for (const [name, document] of Object.entries(documents)) {
    const page = await visit(PHONE, 'ru', document('agency', 'ru'));
    const lengths = [];
    for (const screen of screens) {
      await drawn(page, screen);
      const met = await inPhones(page);
      await page.evaluate(() => document.querySelectorAll('main details[open]').forEach((fold) => { fold.open = false; }));
      lengths.push(`${met} (${await inPhones(page)})`);
    }
    line([name, ...lengths]);
    await page.context().close();
  }
}

async function inPhones(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  return (height / PHONE.height).toFixed(1);
}

async function takePictures() {
  mkdirSync(folder, { recursive: true });
  for (const [name, document] of Object.entries(documents)) {
    for (const [width, size] of [['phone', PHONE], ['wide', WIDE]]) {
      for (const language of ['ru', 'en']) {
        for (const colorScheme of name === 'facts' ? ['light', 'dark'] : ['light']) {
          const page = await visit(size, language, document('agency', language), colorScheme);
          for (const screen of screens) {
            await drawn(page, screen);
            const path = `${folder}/${name}-${screen}-${width}-${language}-${colorScheme}.png`;
            await page.screenshot({ path, fullPage: true });
          }
          await page.context().close();
        }
      }
    }
  }
  console.log(folder);
}

async function visit(viewport, language, model, colorScheme = 'light') {
  const isPhone = viewport === PHONE;
  const locale = language === 'ru' ? 'ru-RU' : 'en-US';
  const context = await browser.newContext({ viewport, locale, colorScheme, hasTouch: isPhone, isMobile: isPhone });
  const page = await context.newPage();
  await page.goto(url);
  await started(page);
  if (model) await openFile(page, model, language);
  return page;
}

/** The screen with everything on it: what is out of sight is drawn in a free moment. */
async function drawn(page, screen) {
  await go(page, screen, { unfolded: false });
  let before = -1;
  for (let look = 0; look < 40; look += 1) {
    const height = await page.evaluate(async () => {
      scrollTo(0, document.body.scrollHeight);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return document.documentElement.scrollHeight;
    });
    if (height === before && !await page.locator('main [aria-busy]').count()) break;
    before = height;
  }
  await page.evaluate(() => scrollTo(0, 0));
}

/** A template with three months of facts about every channel that works, as the plan would have them. */
function withFacts(id, language) {
  const model = template(id, language);
  const months = ['202701', '202702', '202703'];
  const channels = model.channels.filter(({ first, status }) => first === 0 && status !== 'idea');
  const fact = ({ id, budget }, at) => ({
    id, spend: String(budget), leads: String(14 - at), revenue: String(400000 - 20000 * at),
    stages: model.funnel.stages.map(({ id }, stage) => ({ id, count: String(6 - 2 * stage) })),
  });
  const month = (id, at) => ({ id, channels: channels.map((channel) => fact(channel, at)), delivered: '3', on_promise: '2', complaints: '1' });
  return { ...model, facts: { months: months.map(month) } };
}
