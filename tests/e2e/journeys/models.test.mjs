// Many models: new, named, copied, thrown away and taken back; and the same one in two tabs.
import assert from 'node:assert/strict';
import { enter, field, go, menu, name, notice, ru, saved, stored, takeTemplate, values } from '../app.mjs';
import { eventually, journey, started } from '../page.mjs';

const mine = (page) => page.locator('[aria-labelledby=mine] > ul.list > li');

async function names(page) {
  await go(page, 'start');
  return (await mine(page).locator('button.link').allInnerTexts()).sort();
}

journey('a model is made, named, copied, deleted and restored', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'coffee');
  await menu(page, ru['model.new']);
  assert.equal(await name(page), '');
  await go(page, 'start');
  await enter(page, { 'offer/price': '100' });
  await page.locator('#model-name').fill('Пекарня');
  await saved(page);
  await eventually(async () => assert.deepEqual(await names(page), ['Кофейня', 'Пекарня']));

  await menu(page, ru['model.copy']);
  assert.equal(await name(page), 'Пекарня — копия');
  await eventually(async () => assert.deepEqual(await names(page), ['Кофейня', 'Пекарня', 'Пекарня — копия']));
  assert.equal(await field(page, 'offer/price').inputValue(), '100');

  await menu(page, ru['model.delete']);
  await eventually(async () => assert.deepEqual(await names(page), ['Кофейня', 'Пекарня']));
  assert.equal(await notice(page), ru['saved.deleted']);
  assert.notEqual(await name(page), 'Пекарня — копия');

  await page.getByRole('button', { name: ru['start.delete'].replace('{name}', 'Кофейня') }).click();
  await eventually(async () => assert.deepEqual(await names(page), ['Пекарня']));
  await page.getByText(ru['start.bin'].replace('{n}', '2')).click();
  const bin = page.locator('[aria-labelledby=mine] details li', { hasText: 'Кофейня' });
  await bin.getByRole('button', { name: ru['start.restore'] }).click();
  await eventually(async () => assert.equal(await name(page), 'Кофейня'));
  await eventually(async () => assert.deepEqual(await names(page), ['Кофейня', 'Пекарня']));
  await page.reload();
  await started(page);
  await eventually(async () => assert.equal(await name(page), 'Кофейня'));
  assert.deepEqual(await names(page), ['Кофейня', 'Пекарня']);
});

journey('the last model can be deleted too, and another is begun', async ({ open }) => {
  const page = await open();
  await enter(page, { 'offer/price': '100' });
  await saved(page);
  await menu(page, ru['model.delete']);
  await eventually(async () => assert.equal(await field(page, 'offer/price').inputValue(), ''));
  assert.deepEqual(await stored(page, 'ue/m/'), {});
  await enter(page, { 'offer/price': '200' });
  await saved(page);
  assert.equal(Object.keys(await stored(page, 'ue/m/')).length, 1);
});

journey('two tabs that change one model keep both', async ({ open }) => {
  const first = await open();
  await takeTemplate(first, 'coffee');
  await saved(first);
  const second = await open({ context: first });
  await eventually(async () => assert.equal(await name(second), 'Кофейня'));
  await go(second, 'plan');

  await enter(first, { 'offer/price': '111' });
  await saved(first);
  await enter(second, { 'offer/price': '222' });
  await eventually(async () => assert.match(await name(second), /из другой вкладки/));
  await saved(second);
  assert.match(await notice(second), /Кофейня \(из другой вкладки\)/);
  assert.equal(await field(second, 'offer/price').inputValue(), '222');

  const prices = Object.values(await stored(second, 'ue/m/')).map((text) => JSON.parse(text).model.offer.price);
  assert.deepEqual(prices.map((price) => price.value ?? price).sort(), ['111', '222']);
  // Each tab goes on with its own.
  await enter(first, { 'offer/price': '112' });
  await saved(first);
  await enter(second, { 'offer/price': '223' });
  await saved(second);
  await eventually(async () => assert.equal(Object.keys(await stored(second, 'ue/m/')).length, 2));
  await eventually(async () => assert.deepEqual(await names(first), ['Кофейня', 'Кофейня (из другой вкладки)']));
  assert.match(await values(first), /×/);
});
