// A visitor without a plan: screens, buttons, texts, undo, reloads, other tabs, by dice that a seed decides. After each act
// the page is alive and shows no nonsense; whenever it says that all is saved, a reload shows the same.
import assert from 'node:assert/strict';
import { assertAlive, name, shareLink, values } from './app.mjs';
import { eventually, started, url } from './page.mjs';

const TEXTS = [
  '', '0', '1', '7', '12', '50 %', '100', '1 234,56', '5..9', '12 тыс', '-1', '1e9', '=1/0', '=100*12', 'абв', '9'.repeat(28),
  '0,000001', '100 %', '250 000', '<b>', 'x'.repeat(500), '٣', '1\u00a0000', '2027-03',
];
/** What leads out of the page, or needs somebody to answer. */
const LEFT_ALONE = /print|file|download|save|erase|forget|печат|файл|скач|сохранить|стереть/i;
/** Acts between two reloads that compare. */
const BETWEEN = 12;

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Plays for so many seconds; what goes wrong names the seed and what was done last. */
export async function monkey(open, { seed, seconds }) {
  const roll = dice(seed);
  const pick = (list) => list[Math.floor(roll() * list.length)];
  const page = await open({ locale: pick(['ru-RU', 'en-US']), width: pick([360, 900, 1280]), height: 800 });
  page.setDefaultTimeout(10_000);
  await started(page);
  const end = Date.now() + seconds * 1000;
  const acts = [];
  let count = 0;
  try {
    while (Date.now() < end) {
      const act = pick(ACTS);
      const about = await act(page, { roll, pick, open });
      acts.push(`${act.name} ${about ?? ''}`);
      await eventually(() => assertAlive(page));
      if (++count % BETWEEN === 0) acts.push(`compare ${await compare(page)}`);
    }
  } catch (error) {
    error.message += `\nseed ${seed}, act ${count}; the last were:\n  ${acts.slice(-15).join('\n  ')}`;
    throw error;
  }
  console.log(`  seed ${seed}: ${count} acts in ${seconds} s`);
}

/** What is said to be saved is there after a reload. */
async function compare(page) {
  const isSaved = await page.locator('.saved[data-state=saved]').waitFor({ timeout: 2_000 }).then(() => true, () => false);
  if (!isSaved || new URL(page.url()).hash) return 'left out';
  await page.keyboard.press('Escape');
  const seen = [await name(page), await values(page)];
  await page.reload();
  await started(page);
  await eventually(async () => assert.deepEqual([await name(page), await values(page)], seen));
  return seen[1];
}

/** One of the things on the page that can be acted on, seen or to be scrolled to; none where there is none. */
async function any(page, selector, pick) {
  const all = page.locator(selector).locator('visible=true');
  const count = await all.count();
  if (!count) return null;
  const one = all.nth(Math.floor(pick() * count));
  const about = await one.evaluate((element) => element.id || element.getAttribute('aria-label') || element.textContent.trim().slice(0, 40))
    .catch(() => null);
  return about !== null && !LEFT_ALONE.test(about) ? [one, about] : null;
}

/** Acts as somebody would who does not wait: what has gone meanwhile is let go. */
const quick = { timeout: 1_500 };
const let_go = () => {};

const ACTS = [goTo, goTo, type, type, type, press, press, choose, tick, undo, goBack, reload, escape, tab, link];

async function goTo(page, { roll }) {
  const found = await any(page, 'nav.tabs button', roll);
  await found?.[0].click(quick).catch(let_go);
  return found?.[1];
}

async function type(page, { roll, pick }) {
  const found = await any(page, 'input:not([type=checkbox]):not([type=file]):not([type=radio]), textarea:not([readonly])', roll);
  const text = pick(TEXTS);
  await found?.[0].fill(text, quick).catch(let_go);
  if (roll() < 0.5) await page.keyboard.press('Tab');
  return `${found?.[1]}: ${text.slice(0, 20)}`;
}

async function press(page, { roll }) {
  const found = await any(page, 'main button:enabled, header button:enabled, dialog[open] button:enabled, summary', roll);
  await found?.[0].click(quick).catch(let_go);
  return found?.[1];
}

async function choose(page, { roll }) {
  const found = await any(page, 'select:enabled', roll);
  const count = await found?.[0].locator('option').count().catch(() => 0);
  if (count) await found[0].selectOption({ index: Math.floor(roll() * count) }, quick).catch(let_go);
  return found?.[1];
}

async function tick(page, { roll }) {
  const found = await any(page, 'input[type=checkbox]:enabled, input[type=radio]:enabled', roll);
  await found?.[0].click(quick).catch(let_go);
  return found?.[1];
}

async function undo(page, { roll }) {
  await page.keyboard.press(roll() < 0.7 ? 'Control+z' : 'Control+Shift+z');
}

async function goBack(page) {
  await page.goBack(quick).catch(let_go);
  // Out of the page one comes back in.
  if (!page.url().startsWith(url)) {
    await page.goto(url);
    await started(page);
  }
}

async function reload(page) {
  await page.reload();
  await started(page);
}

async function escape(page) {
  await page.keyboard.press('Escape');
}

/** Another tab does something and closes. */
async function tab(page, { roll, pick, open }) {
  const other = await open({ context: page });
  await started(other);
  const about = await type(other, { roll, pick });
  await assertAlive(other);
  await other.close({ runBeforeUnload: false });
  return about;
}

/** One's own link, opened in the same tab. */
async function link(page, { roll }) {
  if (roll() < 0.7) return 'not now';
  await page.keyboard.press('Escape');
  const fragment = await shareLink(page).catch(() => null);
  if (fragment?.includes('#')) await page.goto(fragment);
  await started(page);
  return 'opened';
}
