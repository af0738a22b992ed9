// An edit that the storage does not take: held, asked about, taken along, stored as soon as there is room.
import assert from 'node:assert/strict';
import { download, enter, field, go, menu, name, plain, ru, saved, stored, takeTemplate } from '../app.mjs';
import { eventually, journey } from '../page.mjs';

/** From now on nothing can be stored, or everything again. */
async function fill(page, isFull) {
  await page.evaluate((isFull) => {
    window.room ??= Storage.prototype.setItem;
    const full = () => { throw new DOMException('no room', 'QuotaExceededError'); };
    Storage.prototype.setItem = isFull ? full : window.room;
  }, isFull);
}

const failed = (page, words) => eventually(async () => {
  const shown = page.locator('.saved');
  assert.equal(await shown.getAttribute('data-state'), 'failed');
  assert.match(plain(await shown.innerText()), new RegExp(words));
});

const price = (page) => field(page, 'offer/price').inputValue();

journey('an edit that was not saved outlives the way to another model and is stored when there is room', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'agency');
  await saved(page);
  const agency = await name(page);
  await takeTemplate(page, 'coffee');
  await saved(page);
  const coffee = await name(page);
  const asked = [];
  page.on('dialog', (dialog) => { asked.push(dialog.type()); return dialog.dismiss(); });
  await fill(page, true);
  await enter(page, { 'offer/price': '777' });
  await failed(page, ru['saved.failed']);
  // Whoever would leave is asked, and stays.
  await page.reload({ timeout: 2_000 }).catch(() => {});
  assert.deepEqual(asked, ['beforeunload']);

  await menu(page, agency);
  await failed(page, ru['saved.others']);
  assert.equal(await name(page), agency);
  const file = await download(page, () => page.locator('.saved button').click());
  assert.match(file.text, /777/);
  await go(page, 'start');
  const line = page.locator('[aria-labelledby=mine] > ul.list > li', { hasText: coffee });
  await line.getByText(ru['saved.failed']).waitFor();
  await line.locator('button.link').click();
  await eventually(async () => assert.equal(await price(page), '777'));
  await failed(page, ru['saved.failed']);

  await fill(page, false);
  await saved(page);
  const prices = Object.values(await stored(page, 'ue/m/')).map((text) => JSON.parse(text).model.offer.price);
  assert.ok(prices.some((price) => (price.value ?? price) === '777'), JSON.stringify(prices));
  await page.reload();
  await eventually(async () => assert.equal(await name(page), coffee));
  await go(page, 'plan');
  assert.equal(await price(page), '777');
  assert.deepEqual(asked, ['beforeunload'], 'saved, it is left unasked');
});
