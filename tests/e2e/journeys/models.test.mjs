// Many models: new, named, copied, thrown away and taken back; and the same one in two tabs.
import assert from 'node:assert/strict';
import { enter, field, filePanel, go, menu, name, notice, openFile, plain, ru, saved, stored, takeTemplate, template } from '../app.mjs';
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

journey('what one tab does with a model the other shows', async ({ open }) => {
  const first = await open();
  await takeTemplate(first, 'coffee');
  await saved(first);
  const second = await open({ context: first });
  await eventually(async () => assert.equal(await name(second), 'Кофейня'));
  await go(second, 'plan');
  const price = (page) => field(page, 'offer/price').inputValue();

  await enter(first, { 'offer/price': '111' });
  await eventually(async () => assert.equal(await price(second), '111'));
  assert.equal(await notice(second), ru['saved.followed']);
  await enter(second, { 'offer/price': '222' });
  await eventually(async () => assert.equal(await price(first), '222'));
  await saved(first);
  await saved(second);
  assert.equal(Object.keys(await stored(second, 'ue/m/')).length, 1, 'nobody has written over unseen changes');

  // Cleared there, it is stored here anew.
  await second.evaluate(() => localStorage.clear());
  await eventually(async () => assert.equal(await notice(first), ru['saved.anew']));
  await saved(first);
  await eventually(async () => assert.equal(Object.keys(await stored(second, 'ue/m/')).length, 1));

  // In the same moment: both are found, in the model, beside it, or before what was typed over it.
  await Promise.all([first, second].map((page, at) => field(page, 'offer/price').fill(`55${at}`)));
  // A tab hears a moment later that another has written in the same moment as it.
  await eventually(async () => {
    await saved(first);
    await saved(second);
    const texts = Object.values(await stored(first, 'ue/')).join('\n');
    for (const [at, page] of [first, second].entries()) {
      assert.match(texts, new RegExp(`"55${at}"`));
      assert.ok(texts.includes(`"${await price(page)}"`), 'what is shown is stored');
    }
  });
});

journey('a model that another tab deletes is not said to be saved, and is stored again by an edit', async ({ open }) => {
  const first = await open();
  await takeTemplate(first, 'coffee');
  await saved(first);
  const second = await open({ context: first });
  await eventually(async () => assert.equal(await name(second), 'Кофейня'));
  await menu(second, ru['model.delete']);
  const shown = first.locator('.saved');
  await eventually(async () => assert.match(await shown.innerText(), new RegExp(ru['saved.gone'])));
  await enter(first, { 'offer/price': '333' });
  await saved(first);
  await eventually(async () => assert.deepEqual(await names(second), ['Кофейня']));
});

journey('a file of many models is chosen from and counted before it is stored, and what is not wanted can go', async ({ open }) => {
  const page = await open();
  await page.evaluate(() => {
    const put = Storage.prototype.setItem;
    Storage.prototype.setItem = function setItem(key, text) {
      const others = Object.entries(localStorage).filter(([own]) => own !== key).map((pair) => pair.join(''));
      if (others.join('').length + key.length + text.length > 60_000) throw new DOMException('no room', 'QuotaExceededError');
      put.call(this, key, text);
    };
  });
  const models = Array.from({ length: 40 }, (_, at) => {
    const model = template('coffee');
    return { ...model, about: { ...model.about, name: `Точка ${at + 1}` } };
  });
  await openFile(page, { app: 'obkatka', schema: 2, models });
  const panel = filePanel(page);
  const sum = panel.getByRole('status');
  await eventually(async () => assert.match(plain(await sum.innerText()), /^Отмечено \d+ из 40/));
  const fit = Number(/Отмечено (\d+)/.exec(plain(await sum.innerText()))[1]);
  assert.ok(fit > 2 && fit < 40, String(fit));
  assert.deepEqual(await stored(page, 'ue/m/'), {});
  await panel.getByRole('button', { name: ru['start.pick.all'] }).click();
  await eventually(async () => assert.match(plain(await sum.innerText()), new RegExp(`поместятся первые ${fit}\\.`)));
  // A named part of it: all that fit but the first.
  await panel.getByRole('button', { name: ru['start.pick.none'] }).click();
  assert.ok(await panel.locator('button.primary').isDisabled());
  for (let at = 1; at <= fit - 1; at += 1) await panel.getByRole('checkbox').nth(at).check();
  await eventually(async () => assert.match(plain(await sum.innerText()), /помещаются все/));
  await panel.getByRole('button', { name: ru['start.pick.take'].replace('{n}', fit - 1) }).click();
  await eventually(async () => assert.equal(await mine(page).count(), fit - 1));
  assert.ok(!(await names(page)).includes('Точка 1'));
  // The same file again knows what is here.
  await openFile(page, { app: 'obkatka', schema: 2, models });
  await eventually(async () => assert.equal(await panel.getByText(ru['start.pick.stored']).count(), fit - 1));
  await panel.getByRole('button', { name: ru['start.pick.leave'] }).click();
  await panel.waitFor({ state: 'detached' });
  await page.locator('.room').getByText(ru['start.room'].split(' ')[0]).waitFor();

  // Full as it is: the bin takes what it can, and gives room at once when it is emptied.
  for (let left = fit - 1; left > fit - 3; left -= 1) {
    await mine(page).first().locator('button.square').click();
    await eventually(async () => assert.equal(await mine(page).count(), left - 1));
  }
  await page.locator('[aria-labelledby=mine] details summary').click();
  await page.getByRole('button', { name: ru['start.empty_bin'] }).click();
  await eventually(async () => assert.deepEqual(await stored(page, 'ue/bin/'), {}));
  await go(page, 'plan');
  await enter(page, { 'offer/price': '321' });
  await saved(page);
});
