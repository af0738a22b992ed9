// What is measured, and how: each measurement gets a fresh page and returns a list of samples.
import { launch, started, url } from './chromium.mjs';

const browser = await launch();

export async function chromiumVersion() {
  return browser.version();
}

/** The page in a fresh profile, its wasm started. */
export async function open() {
  const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(url);
  await started(page);
  return page;
}

export const measurements = [
  {
    name: 'first paint, cold profile',
    run: () => visits(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime),
  },
  {
    name: 'page usable, cold profile',
    run: () => visits(() => performance.getEntriesByName('usable')[0]?.startTime ?? performance.now()),
  },
];

/** Opens the page in several fresh profiles and asks each for one number. */
async function visits(ask, times = 9) {
  const samples = [];
  for (let i = 0; i < times; i += 1) {
    const page = await open();
    samples.push(await page.evaluate(ask));
    await page.context().close();
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

function timed(work, argument, samples, batch) {
  const times = [];
  const warmUp = 5;
  for (let sample = 0; sample < samples + warmUp; sample += 1) {
    const start = performance.now();
    for (let i = 0; i < batch; i += 1) work(argument, i);
    times.push((performance.now() - start) / batch);
  }
  return times.slice(warmUp);
}

/** From a keystroke's event to the painted result, by typing `texts` in turn into a field. */
export async function keystrokes(page, selector, texts) {
  return await page.evaluate(async ([selector, texts]) => {
    const field = document.querySelector(selector);
    if (!field) throw new Error(`no field ${selector}`);
    const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(0);
    }));
    const times = [];
    for (const text of texts) {
      await painted();
      const start = performance.now();
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      times.push(await painted() - start);
    }
    return times;
  }, [selector, texts]);
}
