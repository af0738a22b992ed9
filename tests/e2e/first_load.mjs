// When one can type, when the first answer is there and when the whole page is, beside a bare form of eight fields: on a slow line with a slow processor, and
// without either.
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { QUICK } from './app.mjs';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const KINDS = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.svg': 'image/svg+xml',
};
/** Slow 4G as Lighthouse has it. */
const SLOW = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const FREE = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
const EIGHT = ['12000', '100', '10', '1234', '50', '2', '50', '5000'];

const id = (path) => `in-${path.replaceAll('/', '-')}`;
const fields = QUICK.map((path) => `<p><label>${path} <input id="${id(path)}"></label></p>`);
const bare = `<!doctype html><html lang="en"><title>A form</title><form>${fields.join('')}</form></html>`;

/** The page as a host would give it out, by brotli. */
function served() {
  const packed = (text) => brotliCompressSync(text);
  const files = new Map([['/bare.html', packed(bare)]]);
  for (const name of readdirSync(dist)) files.set(`/${name}`, packed(readFileSync(dist + name)));
  const server = createServer(({ url }, response) => {
    const path = url === '/' ? '/index.html' : url.split('?')[0];
    const body = files.get(path);
    const kind = KINDS[extname(path)] ?? 'application/octet-stream';
    response.writeHead(body ? 200 : 404, { 'content-type': kind, 'content-encoding': 'br', 'cache-control': 'max-age=3600' });
    response.end(body);
  });
  return new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(server)); });
}

/** Notes, frame by frame, when the first field is seen, when an answer is after all eight were typed, and when the page is whole. */
function watch({ ids, eight }) {
  window.times = {};
  const look = () => {
    const { times } = window;
    const now = performance.now();
    const form = ids.map((id) => document.getElementById(id));
    if (!times.form && form.every((field) => field?.getClientRects().length)) {
      times.form = now;
      form.forEach((field, at) => {
        field.value = eight[at];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
    }
    if (!times.answer && /\d/.test(document.querySelector('.answers .value')?.textContent ?? '')) times.answer = now;
    if (!times.whole && document.querySelector('#app:not([data-loading])')) times.whole = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function visit(browser, address, { line, slower }, awaited) {
  const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...line });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.addInitScript(watch, { ids: QUICK.map(id), eight: EIGHT });
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction((awaited) => window.times?.[awaited], awaited, { polling: 100, timeout: 60_000 });
  const times = await page.evaluate(() => window.times);
  await context.close();
  return times;
}

/** The rows of the table, in turn: bare form, page. */
export async function firstLoad(browser, isSlow, times = 7) {
  const server = await served();
  const root = `http://127.0.0.1:${server.address().port}/`;
  const how = isSlow ? { line: SLOW, slower: 4 } : { line: FREE, slower: 1 };
  const samples = { 'a bare form can be typed into': [], 'the page can be typed into': [], 'the first answer': [], 'the whole page': [] };
  for (let at = 0; at < times; at += 1) {
    const { form: plain } = await visit(browser, `${root}bare.html`, how, 'form');
    const { form, answer, whole } = await visit(browser, root, how, 'whole');
    [plain, form, answer, whole].forEach((time, at) => Object.values(samples)[at].push(time));
  }
  server.close();
  return samples;
}
