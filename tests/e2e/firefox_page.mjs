// The page in Firefox, driven by WebDriver BiDi: visitors who have nothing in common, and what a visitor does.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { QUICK, plain, screens } from './app.mjs';
import { handed, started, url } from './site.mjs';
import { after, eventually, test } from './tests.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'obkatka-firefox-'));
const downloads = join(scratch, 'downloads');
const browsers = {};

/** One Firefox for each language that a visitor's browser asks for. */
async function browser(locale) {
  return await (browsers[locale] ??= puppeteer.launch({
    browser: 'firefox',
    executablePath: handed('FIREFOX'),
    headless: true,
    extraPrefsFirefox: {
      'intl.accept_languages': locale,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
      // As a visitor's browser has it: written to the disk at once.
      'browser.download.start_downloads_in_tmp_dir': false,
    },
  }));
}

after(async () => {
  for (const own of Object.values(browsers)) await (await own.catch(() => {}))?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/**
 * A test with visitors. Its function gets `open(visitor)`, which returns a Puppeteer page:
 *   locale   'ru-RU' (default), 'en-US', ...
 *   hash     the fragment to open with, '#' included
 *   beside   a page opened before: opens another tab of the same visitor
 *   before   a function that runs in the page before its own scripts
 */
export function visit(name, run) {
  test(name, {}, async () => {
    const problems = [];
    await run((visitor = {}) => open(visitor, problems));
    assert.deepEqual(problems, []);
  });
}

// Visitors stay until all tests are over: while one of them leaves, Firefox may lose the tab that another is opening.
async function open({ locale = 'ru-RU', hash = '', beside, before }, problems) {
  const context = beside?.browserContext() ?? await (await browser(locale)).createBrowserContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error}`));
  page.on('console', async (message) => {
    if (message.type() !== 'error') return;
    const told = message.args().map((own) => own.evaluate((value) => String(value?.stack ?? value)).catch(() => ''));
    problems.push(`console: ${message.text()} ${(await Promise.all(told)).join(' ')}`);
  });
  if (before) await page.evaluateOnNewDocument(before);
  await page.goto(url + hash);
  await started(page);
  return page;
}

/** Loads the page anew. */
export async function reload(page) {
  await page.reload();
  await started(page);
}

const idOf = (path) => `in-${path.replaceAll('/', '-')}`;

/** Types a text in the place of a field's own, key by key, and leaves the field. */
export async function enter(page, path, text) {
  await eventually(async () => assert.ok(await page.evaluate((id) => {
    const input = document.getElementById(id);
    input?.focus();
    input?.select();
    return Boolean(input) && document.activeElement === input;
  }, idOf(path)), `no field ${path}`));
  await page.keyboard.type(text);
  await page.evaluate((id) => document.getElementById(id)?.blur(), idOf(path));
}

/** Answers the eight questions. */
export async function answerEight(page, texts) {
  for (const [at, path] of QUICK.entries()) await enter(page, path, texts[at]);
}

/** What a field holds; none where it is not there. */
export async function typed(page, path) {
  return plain(await page.evaluate((id) => document.getElementById(id)?.value ?? '', idOf(path)));
}

/** The text of the first element of a selector; empty where there is none. */
export async function text(page, selector) {
  return plain(await page.evaluate((selector) => document.querySelector(selector)?.innerText ?? '', selector));
}

/** Presses the first button of a selector whose text this is. */
export async function press(page, selector, label) {
  await eventually(async () => assert.ok(await page.evaluate((selector, label) => {
    const tidy = (text) => text.replace(/\s+/g, ' ').trim();
    const button = [...document.querySelectorAll(selector)].find((own) => tidy(own.textContent) === tidy(label));
    button?.click();
    return Boolean(button);
  }, selector, label), `no button “${label}” in ${selector}`));
}

/** Goes to a screen and waits until it is drawn. */
export async function go(page, screen) {
  const at = screens.indexOf(screen);
  await page.evaluate((at) => document.querySelectorAll('nav.tabs button')[at].click(), at);
  await eventually(async () => assert.ok(await page.evaluate((at) => {
    const isThere = document.querySelectorAll('nav.tabs button')[at].getAttribute('aria-current') === 'page';
    return isThere && !document.querySelector('main [aria-busy]');
  }, at), `not on ${screen}`));
}

/** Takes a template, by its name. */
export async function takeTemplate(page, name) {
  await go(page, 'start');
  await eventually(async () => assert.ok(await page.evaluate((name) => {
    const pick = [...document.querySelectorAll('.pick')].find((own) => own.querySelector('h3, h4')?.textContent === name);
    pick?.querySelector('button')?.click();
    return Boolean(pick);
  }, name), `no template ${name}`));
  await eventually(async () => assert.equal(await modelName(page), name));
  await go(page, 'plan');
}

/** The model's name, as the head of the page has it. */
export async function modelName(page) {
  return await page.evaluate(() => document.getElementById('model-name')?.value);
}

/** Waits until there are answers, and gives their values in one line. */
export async function values(page) {
  return await eventually(async () => {
    const all = await page.evaluate(() => [...document.querySelectorAll('.answers .answer .value')].map((own) => own.textContent));
    assert.equal(all.length, 4);
    return all.map(plain).join(' | ');
  });
}

/** Waits until the header says so of what is typed: 'saved', 'failed', ... */
export async function isSaid(page, state) {
  const said = () => page.evaluate(() => document.querySelector('.saved')?.dataset.state);
  await eventually(async () => assert.equal(await said(), state));
}

/** The models that the storage holds, by their keys. */
export async function stored(page) {
  return await page.evaluate(() => Object.fromEntries(
    Object.keys(localStorage).filter((key) => key.startsWith('ue/m/')).sort().map((key) => [key, localStorage.getItem(key)]),
  ));
}

/** What a press hands out as a file; files are told apart by their names. */
export async function download(name, pressed) {
  const path = join(downloads, name);
  await pressed();
  return await eventually(async () => {
    assert.ok(existsSync(path) && !existsSync(`${path}.part`), `no ${name} among ${existsSync(downloads) ? readdirSync(downloads) : []}`);
    const text = readFileSync(path, 'utf8');
    assert.ok(text.length > 0);
    return text;
  });
}

/** Opens a text as a file of this name. */
export async function openFile(page, name, text) {
  const path = join(scratch, name);
  writeFileSync(path, text);
  await (await page.$('#open-file')).uploadFile(path);
}
