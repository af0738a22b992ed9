// What is typed while the worst happens, many times over: `cargo xtask stress [--dev] tabs|kills [runs]`.
import { launch, started, url } from './chromium.mjs';
import { field, go, menu, name, ru, saved, takeTemplate } from './app.mjs';

const [what = 'tabs', times = '200'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const runs = Number(times);
const browser = await launch();
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function newPage(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(url);
  await started(page);
  return page;
}

const stored = (page, pattern) => page.evaluate((pattern) => Object.keys(localStorage)
  .filter((key) => new RegExp(pattern).test(key)).map((key) => localStorage.getItem(key)).join('\n'), pattern);

/** Types a text in the place of another, in one step; returns the other. Runs inside the page. */
function typeOver(input, text) {
  const before = input.value;
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  input.blur();
  return before;
}

/** Two to five tabs show one model; all are changed in the same moment; every edit is looked for in the storage. */
async function tabs() {
  const totals = { edits: 0, lost: 0, copies: 0 };
  let pages = [];
  for (let run = 0; run < runs; run += 1) {
    const count = 2 + run % 4;
    if (run % 20 === 0) {
      await pages[0]?.context().close();
      const context = await browser.newContext({ locale: 'ru-RU' });
      pages = [];
      for (let at = 0; at < 5; at += 1) pages.push(await newPage(context));
    }
    const using = pages.slice(0, count);
    const model = `Модель ${run}`;
    await menu(using[0], ru['model.new']);
    await using[0].locator('#model-name').fill(model);
    await saved(using[0]);
    for (const page of using.slice(1)) {
      await page.waitForFunction((model) => document.querySelector('#model-menu').textContent.includes(model), model);
      await menu(page, model);
      await page.waitForFunction((model) => document.querySelector('#model-name').value === model, model);
    }
    const typed = using.map((_, at) => `${model} / ${at}`);
    const seen = await Promise.all(using.map(async (page, at) => {
      await pause(Math.random() * 40);
      return await page.locator('#model-name').evaluate(typeOver, typed[at]);
    }));
    for (const page of using) await saved(page);
    await pause(400);
    for (const page of using) await saved(page);
    // On a busy machine a tab shows another's name before its own is typed: what somebody saw and typed over may go.
    const texts = await stored(using[0], '^ue/[mp]/');
    const gone = typed.filter((text) => !texts.includes(text) && !seen.includes(text));
    const kept = await stored(using[0], '^ue/m/');
    const shown = await Promise.all(using.map(name));
    const untrue = shown.filter((text) => !kept.includes(`"${text}"`));
    totals.edits += count;
    totals.lost += gone.length + untrue.length;
    totals.copies += typed.filter((text) => kept.includes(`${text} (`)).length;
    if (gone.length + untrue.length) console.log(`run ${run}: gone ${gone}, said to be saved ${untrue}`);
  }
  console.log(`${runs} runs of 2 to 5 tabs: ${totals.edits} edits, ${totals.copies} kept beside, ${totals.lost} lost`);
  return totals.lost === 0;
}

/** The page's process is killed in the midst of typing; what was on the screen for 50 ms is looked for in the storage. */
async function kills() {
  const totals = { lost: 0, latest: 0, seen: 0 };
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext({ locale: 'ru-RU' });
    const page = await newPage(context);
    const seen = [];
    await page.exposeFunction('onSeen', (text, time) => { seen.push({ text, time }); });
    await takeTemplate(page, 'coffee');
    await saved(page);
    await page.evaluate(() => {
      const input = document.querySelector('#in-offer-price');
      input.addEventListener('input', () => {
        const text = input.value;
        requestAnimationFrame(() => window.onSeen(text, Date.now()));
      });
    });
    const price = field(page, 'offer/price');
    await price.fill('');
    const client = await context.newCDPSession(page);
    const typing = (async () => {
      for (const digit of '123456789012') {
        await page.keyboard.press(digit);
        await pause(20 + Math.random() * 120);
      }
    })().catch(() => {});
    await pause(150 + Math.random() * 900);
    const killed = Date.now();
    client.send('Page.crash').catch(() => {});
    await pause(100);
    await Promise.race([typing, pause(50)]);
    const after = await newPage(context);
    const texts = await after.evaluate(() => Object.keys(localStorage)
      .filter((key) => key.startsWith('ue/m/')).map((key) => localStorage.getItem(key)));
    const price2 = texts.map((text) => JSON.parse(text).model.offer.price).map((price) => String(price.value ?? price)).at(0);
    const digits = (text) => text.replace(/\D/g, '');
    const due = seen.filter(({ text, time }) => digits(text) && time <= killed - 50).at(-1);
    const lost = due && digits(price2).length < digits(due.text).length;
    totals.seen += seen.length;
    totals.lost += lost ? 1 : 0;
    if (lost) console.log(`run ${run}: ${due.text} was seen ${killed - due.time} ms before, ${price2} is stored`);
    await context.close();
  }
  console.log(`${runs} kills, ${totals.seen} edits seen: ${totals.lost} lost that were on the screen for 50 ms`);
  return totals.lost === 0;
}

const isWell = await (what === 'kills' ? kills() : tabs());
await browser.close();
process.exitCode = isWell ? 0 : 1;
