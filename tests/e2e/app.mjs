// The application as a visitor uses it: screens, fields, answers, files.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const SCREENS = ['start', 'plan', 'result', 'people', 'facts', 'share'];
export { SCREENS as screens };

/** The fields of the eight questions, in the order they are asked. */
export const QUICK = [
  'channels/a/budget', 'channels/a/cost_per_lead', 'funnel/stages/a/conversion', 'offer/price', 'offer/cost_share',
  'offer/frequency', 'offer/retention/rate', 'costs/a/amount',
];

/** The words of a language, by their keys. */
export function words(language) {
  const folder = `${root}words/${language}/`;
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const lines = files.flatMap((name) => readFileSync(folder + name, 'utf8').split('\n'));
  const pairs = lines.map((line) => line.split(/ = (.*)/s)).filter(([key, text]) => text && !key.startsWith('#'));
  return Object.fromEntries(pairs);
}

export const ru = words('ru');
export const en = words('en');

/** Spaces that do not break, as plain ones. */
export function plain(text) {
  return text.replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ').trim();
}

/** Goes to a screen. On a phone its sections are folded; they are opened, unless a test is about just that. */
export async function go(page, screen, { unfolded = true } = {}) {
  const tab = page.locator('nav.tabs button').nth(SCREENS.indexOf(screen));
  await tab.click();
  await page.locator('nav.tabs .tab[aria-current=page]').nth(0).waitFor();
  assert.equal(await tab.getAttribute('aria-current'), 'page');
  await page.locator('main:not(:has([aria-busy]))').waitFor();
  if (unfolded) await unfoldSections(page);
}

/** Opens the sections of the screen, as one who reads all of it. */
export async function unfoldSections(page) {
  await page.evaluate(() => document.querySelectorAll('main details.fold').forEach((fold) => { fold.open = true; }));
}

/** The input of a path of the document. */
export function field(page, path) {
  return page.locator(`[id="in-${path.replaceAll('/', '-')}"]`);
}

/** What stands under a field. */
export async function note(page, path) {
  return plain(await page.locator(`[id="in-${path.replaceAll('/', '-')}-note"]`).textContent());
}

/** How a field is coloured: 'wrong', 'doubt', 'warn' or null. */
export async function state(page, path) {
  return await field(page, path).locator('xpath=ancestor::*[contains(@class, "field")][1]').getAttribute('data-state');
}

/** Turns to the month of a fact where another is looked at: of `facts/months/202702/…` the second of a plan from January 2027. */
export async function showMonth(page, path) {
  const [, year, number] = path.match(/^facts\/months\/(\d{4})(\d\d)\//) ?? [];
  const month = page.locator('#facts-month');
  if (!year || !await month.count() || await field(page, path).count()) return;
  await month.selectOption(String((year - 2027) * 12 + Number(number) - 1));
}

/** Types texts into fields, one after the other, and leaves the last. */
export async function enter(page, texts) {
  for (const [path, text] of Object.entries(texts)) {
    await showMonth(page, path);
    await field(page, path).fill(text);
  }
  const last = Object.keys(texts).at(-1);
  await field(page, last).blur();
}

/** Answers the eight questions. */
export async function answerEight(page, texts) {
  await enter(page, Object.fromEntries(QUICK.map((path, at) => [path, texts[at]])));
}

/** The four answers: earn, payback, break-even, cash. */
export async function answers(page) {
  const read = (cards) => cards.map((card) => {
    const of = (part) => card.querySelector(`.${part}`)?.textContent ?? '';
    return { tone: card.dataset.tone, value: of('value'), detail: of('detail'), meaning: of('meaning') };
  });
  const cards = await page.locator('.answers .answer').evaluateAll(read);
  const tidy = ({ tone, ...texts }) => [['tone', tone], ...Object.entries(texts).map(([key, text]) => [key, plain(text)])];
  return cards.map((card) => Object.fromEntries(tidy(card)));
}

/** The values of the four answers in one line, with their tones. What stands under them changes once ranges are worked out. */
export async function values(page) {
  return (await answers(page)).map(({ value, tone }) => `${value} (${tone})`).join(' | ');
}

/** Waits until everything is written to the storage. */
export async function saved(page) {
  await page.locator('.saved[data-state=saved]').waitFor();
}

export async function takeTemplate(page, id, language = 'ru') {
  const texts = language === 'ru' ? ru : en;
  await go(page, 'start');
  // Examples of another country are folded away.
  await page.evaluate(() => document.querySelectorAll('details.elsewhere').forEach((more) => { more.open = true; }));
  const heading = page.getByRole('heading', { name: texts[`template.${id}.name`], exact: true });
  await page.locator('.pick', { has: heading }).getByRole('button').click();
  await page.locator('nav.tabs .tab[aria-current=page]', { hasText: texts['screen.result'] }).waitFor();
  await go(page, 'plan');
  await page.locator('div.plan').waitFor();
  await unfoldSections(page);
}

/** Opens whatever can be opened on the screen: issues, the numbers of charts. */
export async function unfold(page) {
  await page.evaluate(() => document.querySelectorAll('main details').forEach((details) => { details.open = true; }));
}

/** The model's name, as the head of the page has it. */
export async function name(page) {
  return await page.locator('#model-name').inputValue();
}

/** Presses a line of the model's menu. */
export async function menu(page, text) {
  await page.locator('.model [popovertarget=model-menu]').click();
  await page.locator('#model-menu').getByRole('button', { name: text, exact: true }).click();
}

/** The link that the Share screen gives for the model on the desk. */
export async function shareLink(page) {
  await go(page, 'share');
  return await page.locator('#share-link').inputValue();
}

/** A file with a text, opened by the menu. */
export async function openFile(page, text, language = 'ru') {
  const chooser = page.waitForEvent('filechooser');
  await menu(page, (language === 'ru' ? ru : en)['model.open_file']);
  const buffer = Buffer.from(typeof text === 'string' ? text : JSON.stringify(text));
  await (await chooser).setFiles({ name: 'model.json', mimeType: 'application/json', buffer });
}

/** Where a file of several models asks which of them to store. */
export const filePanel = (page) => page.locator('[aria-labelledby=file-models]');

/** What a press on a button hands out as a file. */
export async function download(page, press) {
  const waiting = page.waitForEvent('download');
  await press();
  const file = await waiting;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

/** What is said once, at the edge of the page. */
export async function notice(page) {
  return plain(await page.locator('.toasts .toast p').innerText());
}

/** Everything that the storage holds under a beginning of its keys. */
export async function stored(page, prefix = 'ue/') {
  return await page.evaluate((prefix) => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix)).sort();
    return Object.fromEntries(keys.map((key) => [key, localStorage.getItem(key)]));
  }, prefix);
}

/** That the program has not broken down. */
export async function assertAlive(page) {
  assert.equal(await page.locator('#broken').isVisible(), false, 'the program has stopped');
  const text = await page.locator('body').innerText();
  assert.doesNotMatch(text, /\bNaN\b|Infinity|undefined|\bnull\b|\{[a-z_]+\}/);
}

/** A template as a file would hold it, in one language. */
export function template(id, language = 'ru') {
  const text = readFileSync(`${root}templates/${id}.json`, 'utf8');
  const pick = (value) => (typeof value === 'string' && value.includes(' || ')
    ? value.split(' || ')[language === 'ru' ? 0 : 1]
    : value);
  return JSON.parse(text, (_, value) => pick(value));
}

/** What the native program, built beforehand, makes of a document. */
export async function nativeOutcome(text) {
  const running = promisify(execFile)(process.env.OBKATKA_EVALUATE, { maxBuffer: 64 * 1024 * 1024 });
  running.child.stdin.end(text);
  return (await running).stdout;
}

/** A large plan: so many channels and months, all of them different. */
export function largePlan(channels, months) {
  const model = template('agency');
  const of = (at) => model.channels[at % model.channels.length];
  model.about.horizon = months;
  model.about.name = `${channels} × ${months}`;
  model.channels = Array.from({ length: channels }, (_, at) => ({
    ...of(at), id: `c${at}`, name: `Канал ${at + 1}`, first: at % 12, status: 'proven', growth: `0.0${at % 9}1`,
  }));
  return model;
}
