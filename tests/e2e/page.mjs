// What every journey stands on: pages opened as a visitor of a certain kind, watched for things that
// must never happen (errors, foreign requests, breaches of the page's policy), and closed at the end.
//
//   journey('a link opens in a fresh profile', async ({ open }) => {
//     const page = await open({ locale: 'ru-RU', width: 360, hash: '#m1...' });
//     ...
//   });
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { launch, launchOptions, otherUrl, started, url } from './chromium.mjs';
import { after, test } from './tests.mjs';

export { eventually } from './tests.mjs';
export { otherUrl, started, url };
/** Where screenshots of failures are left. */
export const results = fileURLToPath(new URL('./results/', import.meta.url));

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const scratch = mkdtempSync(join(tmpdir(), 'obkatka-e2e-'));

let shared;

/** The one browser of all tests. */
async function browser() {
  return await (shared ??= launch());
}

after(async () => {
  await (await shared?.catch(() => {}))?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/**
 * A test with visitors. Its function gets `open(visitor)`, which returns a Playwright page:
 *   locale        'ru-RU' (default), 'en-US', ...
 *   width, height of the window, 1280 x 800 by default
 *   colorScheme   'light' (default) or 'dark'
 *   hash          the fragment to open with, '#' included
 *   path          a file or query after the page's folder, such as 'embed.html' or '%23m1...'
 *   storage       'blocked' (any use throws) or 'full' (every writing throws)
 *   profile       a name: what is stored under it outlives the browser, which is closed by `leave(page)`
 *   textSize      of the browser's own text in pixels; needs a profile
 *   context       a page opened before: opens another tab beside it
 *   before        a function of the page, called before it is opened; what it loads is then not waited for
 *   expected      regular expressions of console errors that belong to the test
 *   playwright    more options of a Playwright browser context, such as { timezoneId: '...' }
 * With the option `alone` no other test runs beside it.
 */
export function journey(name, run, options = {}) {
  test(name, options, async () => {
    const visits = [];
    const profiles = mkdtempSync(join(scratch, 'profiles-'));
    try {
      await run({ open: (visitor = {}) => openPage(visitor, visits, profiles), leave });
      for (const visit of visits) await assertQuiet(visit);
    } catch (error) {
      await picturesOf(visits, name);
      throw error;
    } finally {
      for (const visit of visits) await visit.page.context().close().catch(() => {});
    }
  });
}

/** Closes a page and its browser context, as a visitor who quits the browser. */
async function leave(page) {
  await page.context().close();
}

async function openPage(visitor, visits, profiles) {
  const context = visitor.context?.context() ?? await newContext(visitor, profiles);
  const page = visitor.profile && context.pages()[0] || await context.newPage();
  page.setDefaultTimeout(30_000);
  const visit = { page, problems: [], expected: visitor.expected ?? [] };
  visits.push(visit);
  watch(visit);
  await visitor.before?.(page);
  const waitUntil = visitor.before ? 'commit' : 'load';
  await page.goto(url + (visitor.path ?? '') + (visitor.hash ?? ''), { waitUntil });
  // Whoever holds nothing back acts when the page has taken the first screen over.
  if (!visitor.before && await page.locator('#app').count()) {
    await page.locator('#app:not([data-loading])').waitFor({ timeout: 10_000 }).catch(() => {});
  }
  return page;
}

async function newContext(visitor, profiles) {
  const options = {
    locale: visitor.locale ?? 'ru-RU',
    viewport: { width: visitor.width ?? 1280, height: visitor.height ?? 800 },
    colorScheme: visitor.colorScheme ?? 'light',
    ...visitor.playwright,
  };
  if (visitor.textSize) setTextSize(join(profiles, visitor.profile), visitor.textSize);
  const context = visitor.profile
    ? await chromium.launchPersistentContext(join(profiles, visitor.profile), { ...launchOptions, ...options })
    : await (await browser()).newContext(options);
  await context.addInitScript(tellBreaches);
  if (visitor.storage) await context.addInitScript(breakStorage, visitor.storage);
  return context;
}

/** As a visitor who has chosen larger text in the browser's settings. */
function setTextSize(profile, pixels) {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const settings = { webkit: { webprefs: { default_font_size: pixels } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(settings));
}

/** Keeps files from coming to a page, by a pattern of their addresses, until they are let go. */
export function hold(pattern) {
  let letGo;
  const gone = new Promise((resolve) => { letGo = resolve; });
  const wait = async (route) => {
    await gone;
    await route.continue().catch(() => {});
  };
  return { letGo, before: (page) => page.route(pattern, wait) };
}

// The three functions below run inside the page, the last two before its own scripts.

function drawnAgain() {
  return new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
}

function tellBreaches() {
  addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy breached: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
}

function breakStorage(how) {
  const fail = (name) => { throw new DOMException(`The storage is ${how}.`, name); };
  if (how === 'full') {
    Storage.prototype.setItem = () => fail('QuotaExceededError');
  } else {
    const get = () => fail('SecurityError');
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, { get, configurable: true });
    }
  }
}

function watch(visit) {
  const { page } = visit;
  const note = (text) => {
    if (!visit.expected.some((pattern) => pattern.test(text))) visit.problems.push(text);
  };
  page.on('pageerror', (error) => note(`uncaught: ${error.stack ?? error}`));
  page.on('crash', () => note('the page crashed'));
  page.on('console', (message) => {
    const serious = message.type() === 'error' || /preload|integrity/i.test(message.text());
    if (serious) note(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    const to = new URL(request.url());
    const local = ['data:', 'blob:'].includes(to.protocol) || to.origin === new URL(url).origin;
    if (!local) note(`foreign request: ${request.method()} ${to}`);
    if (local && request.method() !== 'GET') note(`not a GET: ${request.method()} ${to}`);
  });
}

async function assertQuiet(visit) {
  // What the last action set off may still be under way: it is there once the page has drawn again.
  if (!visit.page.isClosed()) await visit.page.evaluate(drawnAgain);
  assert.deepEqual(visit.problems, [], 'the page must be quiet');
}

async function picturesOf(visits, name) {
  for (const [index, { page }] of visits.entries()) {
    if (!page.isClosed()) await screenshot(page, `FAILED-${name.replace(/[^\p{L}\d]+/gu, '-')}-${index + 1}`);
  }
}

/** Leaves a picture of the whole page in tests/e2e/results. */
export async function screenshot(page, name) {
  mkdirSync(results, { recursive: true });
  await page.screenshot({ path: join(results, `${name}.png`), fullPage: true }).catch(() => {});
}

/**
 * Serious and critical findings of axe, each as one line with the elements it means. With `contrast` colours alone are
 * looked at, or all but colours: they are the same in both languages, and all else in both themes.
 */
export async function axe(page, { contrast } = {}) {
  await page.evaluate(axeSource);
  const rules = {
    undefined: {},
    true: { runOnly: ['color-contrast'] },
    false: { rules: { 'color-contrast': { enabled: false } } },
  };
  const look = (options) => axe.run(document, { resultTypes: ['violations'], ...options });
  const { violations } = await page.evaluate(look, rules[contrast]);
  const serious = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
  return serious.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** Waits for movements to end: colours between two states have no contrast of their own. */
export async function settled(page) {
  // What follows the scrolling has no end of its own.
  const ends = () => document.getAnimations().filter(({ timeline }) => timeline instanceof DocumentTimeline);
  await page.evaluate(`Promise.all((${ends})().map(({ finished }) => finished.catch(() => {})))`);
}

/** Whether the page is wider than its window, which makes a phone scroll sideways. */
export async function overflows(page) {
  return await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}
