// A page of which not all comes: it says so by itself, keeps models at hand, and tries once more before.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answerEight, enter, field, saved, stored } from '../app.mjs';
import { eventually, hold, journey } from '../page.mjs';

const PROGRAM = /\/obkatka-[^/]*_bg[^/]*\.wasm$/;
const BINDINGS = /\/obkatka-[^/]*\.js$/;
const LOADER = /\/parts-[^/]*\.js$/;
const KEEPING = /\/keeping[^/]*\.wasm$/;
/** What a browser itself writes into its console about files that do not come as they should. */
const EXPECTED = [/Failed to load/, /MIME type/, /integrity/i, /WebAssembly/, /fetch/i, /module script/, /split/i, /^uncaught: $/, /preloaded/];
const EIGHT = ['12 тыс', '100', '10 %', '1 234,56', '50', '2', '50', '5000'];

const notice = (page) => page.locator('#broken');
/** Waits for the notice; before it the page tries once more by itself. */
async function said(page) {
  await page.locator('html[data-broken]').waitFor();
  await eventually(async () => assert.match(await notice(page).innerText(), /не загрузилась[\s\S]*has not loaded/));
}

const gone = (route) => route.fulfill({ status: 404, body: 'not found' });
const html = (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><p>Sign in' });
/** A program of which only the beginning has come. */
const cut = (route) => route.fulfill({ contentType: 'application/wasm', body: Buffer.from('\0asm\x01\0\0\0\x01') });

for (const [what, pattern, answer] of [
  ['the program is cut', PROGRAM, cut],
  ['a page stands in the place of the bindings', BINDINGS, html],
  ['the script that loads parts is gone', LOADER, gone],
]) {
  journey(`${what}: it is said within five seconds, and models can be taken along`, async ({ open }) => {
    const page = await open({ width: 360, height: 640, expected: EXPECTED });
    await answerEight(page, EIGHT);
    await saved(page);
    await page.route(pattern, answer);
    await page.reload({ waitUntil: 'commit' });
    await said(page);
    const download = page.waitForEvent('download');
    await notice(page).getByRole('button').click();
    const file = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
    assert.equal(file.models[0].offer.price, '1234.56');
    await page.unroute(pattern);
    await notice(page).getByRole('link').click();
    await field(page, 'offer/price').waitFor();
    assert.equal(await notice(page).isVisible(), false);
    assert.match(await field(page, 'offer/price').inputValue(), /1.234,56/);
  });
}

journey('a file that is missing once is asked for again without a word', async ({ open }) => {
  let times = 0;
  const once = (route) => (times++ ? route.continue() : gone(route));
  const page = await open({ expected: EXPECTED, before: (page) => page.route(BINDINGS, once) });
  await field(page, 'offer/price').waitFor();
  await page.locator('#app:not([data-loading])').waitFor();
  assert.ok(times > 1);
  // Where the machine is slow, the style sheet alone may have said after five seconds that it takes long.
  await eventually(async () => assert.equal(await notice(page).isVisible(), false));
  assert.equal(await page.locator('html[data-broken]').count(), 0, 'nothing was called lost');
});

journey('models that cannot be loaded are not shown as none', async ({ open }) => {
  const page = await open({ expected: EXPECTED });
  await answerEight(page, EIGHT);
  await saved(page);
  await page.route(KEEPING, gone);
  await page.reload({ waitUntil: 'commit' });
  await said(page);
  assert.equal(await page.locator('.saved').count(), 0, 'nothing is called saved');
  assert.equal(await page.locator('input:visible').count(), 0, 'nothing can be typed into the void');
  await page.unroute(KEEPING);
  await notice(page).getByRole('link').click();
  await field(page, 'offer/price').waitFor();
  assert.match(await field(page, 'offer/price').inputValue(), /1.234,56/);
});

journey('what a first visitor types before models can be kept outlives the page', async ({ open }) => {
  const keeping = hold(KEEPING);
  const page = await open({ before: keeping.before, expected: EXPECTED });
  await field(page, 'offer/price').waitFor();
  await enter(page, { 'offer/price': '1 234,56' });
  await page.goto('about:blank');
  keeping.letGo();
  await page.goBack();
  await field(page, 'offer/price').waitFor();
  await eventually(async () => assert.match(await field(page, 'offer/price').inputValue(), /1.234,56/));
  await saved(page);
  assert.equal(Object.keys(await stored(page, 'ue/m/')).length, 1);
  await page.reload();
  await field(page, 'offer/price').waitFor();
  assert.match(await field(page, 'offer/price').inputValue(), /1.234,56/, 'it is a model like any other');
});

journey('starts in other tabs and reloads on a slow line are no failed starts', async ({ open }) => {
  const page = await open();
  await answerEight(page, EIGHT);
  await saved(page);
  const program = hold(PROGRAM);
  const tabs = [];
  for (let tab = 0; tab < 4; tab++) tabs.push(await open({ context: page, before: program.before }));
  const [first] = tabs;
  for (let time = 0; time < 3; time++) {
    await first.locator('main .bone').first().waitFor();
    await first.reload({ waitUntil: 'commit' });
  }
  program.letGo();
  for (const tab of tabs) {
    await field(tab, 'offer/price').waitFor();
    assert.match(await field(tab, 'offer/price').inputValue(), /1.234,56/);
  }
});
