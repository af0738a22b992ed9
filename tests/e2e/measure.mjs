// What is measured, and how: each measurement gets a fresh page and returns a list of samples.
import { go, largePlan, openFile, shareLink, takeTemplate } from './app.mjs';
import { launch, started, url } from './chromium.mjs';
import { firstLoad } from './first_load.mjs';
import { heavyLink, largestPlan } from './largest.mjs';
import { comparedModel, peersIn } from './peers/page.mjs';

const browser = await launch();

export async function chromiumVersion() {
  return browser.version();
}

/** The page in a fresh profile, its wasm started. */
export async function open(hash = '') {
  const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(url + hash);
  await started(page);
  return page;
}

const usable = () => performance.getEntriesByName('usable')[0]?.startTime ?? performance.now();
/** The two sizes of plan that are measured: channels and months. */
const SIZES = [[5, 36], [20, 60]];

export const measurements = [
  {
    name: 'first paint, cold profile',
    run: () => visits(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime),
  },
  { name: 'there at once', run: () => firstLoad(browser, false) },
  { name: 'there at once, slow 4G and a quarter of the processor', run: () => firstLoad(browser, true) },
  { name: 'page usable, cold profile', run: () => visits(usable) },
  { name: 'page usable, second visit', run: again },
  { name: 'page usable, opened by a link', run: byLink },
  ...SIZES.flatMap(([channels, months]) => {
    const size = `${channels} × ${months}`;
    const model = largePlan(channels, months);
    return [
      { name: `recalculation after one change, ${size}`, run: (page) => recalculation(page, model) },
      { name: `beside peers, ${size}`, run: (page) => besidePeers(page, comparedModel(model)) },
      { name: `the same with reading and writing JSON, ${size}`, run: (page) => inside(page, evaluated, { argument: JSON.stringify(model), batch: 3, samples: 20 }) },
      { name: `keystroke to painted, Plan, ${size}`, run: (page) => typing(page, model) },
      { name: `change to painted, Result, ${size}`, run: (page) => steps(page, model) },
      { name: `Plan to Result, painted, ${size}`, run: (page) => switches(page, model) },
      { name: `keystroke to laid out, Plan, ${size}`, run: (page) => typing(page, model, laid) },
      { name: `change to laid out, Result, ${size}`, run: (page) => steps(page, model, laid) },
      { name: `Plan to Result, laid out, ${size}`, run: (page) => switches(page, model, laid) },
    ];
  }),
  // The longest task of each step; 0 where none took 50 ms. Opening beside it: until the model is on the screen.
  ...[
    ['5 × 36', () => largePlan(5, 36), 1],
    ['5 × 36, processor slowed to a quarter', () => largePlan(5, 36), 4],
    ['largest model', largestPlan, 1],
    ['largest model, processor slowed to a quarter', largestPlan, 4],
    ['heavy.link', () => heavyLink('heavy'), 1],
    ['heavy-2.link', () => heavyLink('heavy-2'), 1],
  ].map(([name, what, slower]) => ({ name: `longest task, ${name}`, run: (page) => longestTasks(page, what(), slower) })),
];

/** The longest task of each step that a visitor takes with a model or a link. */
async function longestTasks(page, what, slower) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.evaluate(() => {
    window.tasks = { longest: 0, last: 0 };
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        window.tasks.longest = Math.max(window.tasks.longest, duration);
        window.tasks.last = startTime + duration;
      }
    }).observe({ type: 'longtask' });
  });
  const longest = async (act) => {
    // What is done in free moments counts too: until a second passes without a long task.
    await page.evaluate(() => { window.tasks.longest = 0; window.tasks.last = performance.now(); });
    await act();
    await page.waitForFunction(() => performance.now() > window.tasks.last + 1000, null, { polling: 200, timeout: 120_000 });
    return [await page.evaluate(() => window.tasks.longest)];
  };
  const known = await page.locator('#model-name').inputValue();
  let opened = 0;
  const open = async () => {
    const begin = Date.now();
    if (typeof what === 'string') await page.evaluate((link) => { location.hash = link; }, what);
    else await openFile(page, what);
    await page.waitForFunction((known) => document.querySelector('#model-name').value !== known, known, { polling: 'raf' });
    opened = Date.now() - begin;
  };
  const samples = { 'opening it': await longest(open), 'until it is opened, with its file or link': [opened] };
  for (const screen of ['plan', 'result', 'people', 'facts']) samples[`to ${screen}`] = await longest(() => go(page, screen));
  await go(page, 'plan');
  samples['a keystroke on Plan'] = await longest(() => page.locator('#in-offer-price').pressSequentially('1'));
  samples['a keystroke on Facts'] = await longest(async () => {
    await go(page, 'facts');
    const cell = page.locator('[id^=in-facts-months]').first();
    if (await cell.count()) await cell.pressSequentially('1');
  });
  return samples;
}

/** Opens the page in several fresh profiles and asks each for one number. */
async function visits(ask, times = 9, hash = '') {
  const samples = [];
  for (let i = 0; i < times; i += 1) {
    const page = await open(hash);
    samples.push(await page.evaluate(ask));
    await page.context().close();
  }
  return samples;
}

async function again(page) {
  const samples = [];
  for (let i = 0; i < 9; i += 1) {
    await page.reload();
    await started(page);
    samples.push(await page.evaluate(usable));
  }
  return samples;
}

async function byLink(page) {
  await takeTemplate(page, 'agency');
  const link = await shareLink(page);
  return await visits(usable, 9, link.slice(link.indexOf('#')));
}

/** One number changed and everything worked out anew, without any drawing. */
async function recalculation(page, model) {
  const measured = async (text) => {
    const means = [];
    for (let at = 0; at < 35; at += 1) means.push(await window.wasmBindings.bench_recalculation(text, 40));
    return means.slice(5);
  };
  return await page.evaluate(measured, JSON.stringify(model));
}

/** The page, a spreadsheet engine and plain JavaScript in turn: one change of the price, everything worked out, 200 results read. */
async function besidePeers(page, model) {
  await peersIn(page, model);
  const measured = async () => {
    const samples = { exact: [], 'HyperFormula 3.5': [], 'plain JavaScript, doubles': [] };
    for (let round = 0; round < 45; round += 1) {
      const exact = await window.wasmBindings.bench_recalculation(window.peers.text, 20);
      const timed = (work) => {
        const start = performance.now();
        work();
        return performance.now() - start;
      };
      const engine = timed(() => window.peers.engine(70_000 + round));
      const script = timed(() => { for (let at = 0; at < 20; at += 1) window.peers.script(70_000 + round + at); }) / 20;
      if (round >= 5) [exact, engine, script].forEach((time, at) => Object.values(samples)[at].push(time));
    }
    return samples;
  };
  return await page.evaluate(`(${measured})()`);
}

function evaluated(text) {
  return window.wasmBindings.evaluate(text);
}

async function laidOut(page, model, screen) {
  await openFile(page, model);
  await page.waitForFunction((name) => document.querySelector('#model-name').value === name, model.about.name);
  await go(page, screen);
}

async function typing(page, model, how = painted) {
  await laidOut(page, model, 'plan');
  const texts = Array.from({ length: 40 }, (_, at) => String(60_000 + 137 * at));
  return (await keystrokes(page, '#in-offer-price', texts, how)).slice(5);
}

/** The price changed back and forth under the Result screen. */
async function steps(page, model, how = painted) {
  await laidOut(page, model, 'plan');
  await page.locator('#in-offer-price').fill('61 000');
  await go(page, 'result');
  const buttons = page.locator('header.top button.quiet.square[title]');
  const press = async ([undo, redo]) => measured((at) => (at % 2 ? redo : undo).click(), 40);
  return await inPage(page, buttons, press, how);
}

async function switches(page, model, how = painted) {
  await laidOut(page, model, 'plan');
  const tabs = page.locator('nav.tabs .tab');
  return await inPage(page, tabs, async (tabs) => {
    const samples = [];
    for (let at = 0; at < 15; at += 1) {
      tabs[1].click();
      await measured(() => {}, 2);
      samples.push(...await measured(() => tabs[2].click(), 1));
    }
    return samples;
  }, how);
}

/** Runs a function inside the page over elements, with `measured`, which is `painted` or `laid`, at hand. */
async function inPage(page, elements, work, how) {
  // An expression of the debugger's, since the page's policy forbids eval; the elements are found by a mark.
  await elements.evaluateAll((all) => all.forEach((element) => element.setAttribute('data-bench', '')));
  return await page.evaluate(`(async () => { const measured = ${how};
    return await (${work})([...document.querySelectorAll('[data-bench]')]); })()`);
}

/** From an action to the painted result, several times; runs inside the page. */
async function painted(act, times) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(0);
  }));
  const samples = [];
  for (let at = 0; at < times; at += 1) {
    await frame();
    const start = performance.now();
    act(at);
    samples.push(await frame() - start);
  }
  return samples;
}

/**
 * From an action until everything is worked out and laid out, without the wait for the next frame: what has to fit
 * into one; runs inside the page.
 */
async function laid(act, times) {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 60));
  const settled = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
  const samples = [];
  for (let at = 0; at < times; at += 1) {
    await pause();
    const start = performance.now();
    act(at);
    await settled();
    document.body.getBoundingClientRect();
    samples.push(performance.now() - start);
  }
  return samples;
}

/**
 * Times a function inside the page: `work(argument, i)` runs `batch` times per sample, so that the
 * clock's grain does not matter. Both cross into the page as text: no closures.
 */
export async function inside(page, work, { argument = null, samples = 50, batch = 20 } = {}) {
  // An expression of the debugger's, since the page's policy forbids eval.
  return await page.evaluate(`(${timed})(${work}, ${JSON.stringify(argument)}, ${samples}, ${batch})`);
}

async function timed(work, argument, samples, batch) {
  const times = [];
  const warmUp = 5;
  for (let sample = 0; sample < samples + warmUp; sample += 1) {
    const start = performance.now();
    for (let i = 0; i < batch; i += 1) await work(argument, i);
    times.push((performance.now() - start) / batch);
  }
  return times.slice(warmUp);
}

/** From a keystroke's event to the painted result, by typing `texts` in turn into a field. */
export async function keystrokes(page, selector, texts, how = painted) {
  return await page.evaluate(`(async () => { const measured = ${how};
    const field = document.querySelector(${JSON.stringify(selector)});
    if (!field) throw new Error('no field ${selector}');
    const texts = ${JSON.stringify(texts)};
    return await measured((at) => {
      field.value = texts[at];
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, texts.length);
  })()`);
}
