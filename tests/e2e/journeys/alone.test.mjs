// The page on its own: without a network, and as a module for scripts.
import assert from 'node:assert/strict';
import { answers, field, go, nativeOutcome, ru, saved, screens, takeTemplate, template, values } from '../app.mjs';
import { journey, started } from '../page.mjs';

journey('once loaded, the page needs no network', async ({ open }) => {
  const page = await open();
  // What is looked at first is loaded first; the rest follows by itself a little later.
  for (const screen of screens) await go(page, screen);
  await page.locator('.answers .how').first().click();
  await page.locator('dialog[open]').getByRole('button', { name: ru.close }).click();
  await page.context().setOffline(true);
  await takeTemplate(page, 'coffee');
  const before = await values(page);
  await field(page, 'offer/price').fill('400');
  assert.notEqual(await values(page), before);
  await saved(page);
  for (const screen of ['result', 'people', 'facts', 'share', 'start']) await go(page, screen);
  await go(page, 'result');
  await page.locator('.answers .how').first().click();
  await page.locator('dialog[open] table').waitFor();
  assert.equal((await answers(page)).length, 4);
  await page.context().setOffline(false);
});

journey('a part that does not come, or is damaged, is asked for again', async ({ open }) => {
  const page = await open({ expected: [/Failed to load|ERR_|fetch|damaged/i] });
  const part = /\/screens-[^/]*\.wasm$/;
  // A sound program all the same, which has more in it than its name says.
  const damaged = async (route) => {
    const response = await route.fetch();
    const body = Buffer.concat([await response.body(), Buffer.from([0, 2, 1, 0x61])]);
    // The last of them may still be on its way when nobody answers in the host's place any more.
    await route.fulfill({ response, body }).catch(() => {});
  };
  for (const answer of [(route) => route.abort(), damaged]) {
    await page.route(part, answer);
    await page.reload();
    await started(page);
    await page.locator('nav.tabs button').nth(screens.indexOf('share')).click();
    const message = page.locator('main .message[role=alert]');
    await message.waitFor();
    await page.unroute(part);
    await message.getByRole('button').click();
    await page.locator('#share-link').waitFor();
  }
});

journey('the module computes for scripts what the native program computes', async ({ open }) => {
  const page = await open();
  await started(page);
  for (const id of ['coffee', 'b2b_sales']) {
    const text = JSON.stringify(template(id));
    const inPage = await page.evaluate((text) => window.wasmBindings.evaluate(text), text);
    assert.equal(inPage, await nativeOutcome(text));
    assert.equal(JSON.parse(inPage).error, undefined);
  }
  const bad = await page.evaluate(() => window.wasmBindings.evaluate('no model'));
  assert.ok(JSON.parse(bad).error);
  assert.equal(await page.locator('#broken').isVisible(), false);
});
