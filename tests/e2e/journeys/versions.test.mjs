// The plan as it stood, under names: kept, compared with today's, returned to.
import assert from 'node:assert/strict';
import { field, go, notice, plain, ru, saved, stored, takeTemplate, values } from '../app.mjs';
import { eventually, journey } from '../page.mjs';

const part = (page) => page.locator('section[aria-labelledby="part-versions"]');
const rows = (page) => page.locator('.versions > li');
const cells = (page, table) => part(page).locator('table.compared').nth(table).locator('tbody tr')
  .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
const button = (page, word, name) => page.getByRole('button', { name: `${ru[word]}: ${name}`, exact: true });

async function keep(page, name) {
  await page.locator('#version-name').fill(name);
  await page.getByRole('button', { name: ru['versions.keep'], exact: true }).click();
}

journey('versions are kept under names, compared with today\'s plan, returned to, and outlast a reload', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'agency');
  const agreed = await values(page);
  await keep(page, 'согласовано 12 мая');
  await field(page, 'offer/price').fill('99 000');
  await keep(page, '');
  await eventually(async () => assert.equal(await rows(page).count(), 2));
  const second = await rows(page).nth(0).locator('input').inputValue();
  assert.match(second, /2026|202\d/, 'without a name it is called by its day');

  await button(page, 'versions.compare', 'согласовано 12 мая').click();
  const [price] = (await cells(page, 0)).map((row) => row.map(plain));
  assert.deepEqual(price, [ru['field.offer.price'], '70 000 ₽', '99 000 ₽']);
  const figures = (await cells(page, 1)).map((row) => row.map(plain));
  assert.equal(figures.length, 4);
  // To the rouble, where the bar has few characters.
  assert.deepEqual(figures[3].slice(1), ['112 259 ₽', '1 357 879 ₽', '+1 245 621 ₽']);

  await rows(page).nth(1).locator('input').fill('с Анной');
  await saved(page);
  await page.reload();
  await go(page, 'plan');
  await button(page, 'versions.back', 'с Анной').click();
  assert.equal(await notice(page), ru['versions.back_done']);
  await eventually(async () => assert.equal(await values(page), agreed));
  assert.equal(await rows(page).count(), 2);
  await page.locator('.toast').getByRole('button', { name: ru['notice.undo'], exact: true }).click();
  await eventually(async () => assert.match(await field(page, 'offer/price').inputValue(), /^99\s000$/));
  await button(page, 'versions.remove', second).click();
  await eventually(async () => assert.equal(await rows(page).count(), 1));
});

journey('another model of one\'s own is compared with the one at hand', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'coffee');
  await saved(page);
  await takeTemplate(page, 'agency');
  await saved(page);
  assert.equal(Object.keys(await stored(page, 'ue/m/')).length, 2);
  const coffee = ru['template.coffee.name'];
  const other = page.locator('#version-other');
  await other.selectOption({ label: ru['versions.document'].replace('{name}', coffee) });
  await eventually(async () => assert.equal(await part(page).locator('table.compared').count() >= 2, true));
  assert.ok((await cells(page, 0)).length > 10);
});
