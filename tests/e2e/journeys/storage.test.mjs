// A storage that is forbidden, full, damaged or another version's: nothing is lost without a word.
import assert from 'node:assert/strict';
import { answerEight, download, enter, field, go, name, notice, plain, ru, saved, stored, takeTemplate, values } from '../app.mjs';
import { eventually, journey, started } from '../page.mjs';

const EIGHT = ['300 000', '4 500', '6', '74 000', '52', '1', '93', '450 000'];

for (const storage of ['blocked', 'full']) {
  journey(`with a ${storage} storage the page works and says that nothing is kept`, async ({ open }) => {
    const page = await open({ storage });
    await answerEight(page, EIGHT);
    assert.match(await values(page), /×/);
    const shown = page.locator('.saved');
    await eventually(async () => assert.equal(await shown.getAttribute('data-state'), 'failed'));
    assert.match(plain(await shown.innerText()), new RegExp(ru['saved.failed']));
    assert.equal(await shown.getAttribute('title'), ru['saved.memory']);
    await go(page, 'result');
    const file = await download(page, () => shown.getByRole('button', { name: ru['saved.download'] }).click());
    assert.equal(JSON.parse(file.text).model.offer.price.value ?? JSON.parse(file.text).model.offer.price, '74000');
    await takeTemplate(page, 'coffee');
    assert.equal(await name(page), 'Кофейня');
  });
}

journey('a storage that fills up later keeps the last good copy and says so', async ({ open }) => {
  const page = await open();
  await answerEight(page, EIGHT);
  await saved(page);
  const before = await stored(page, 'ue/m/');
  await page.evaluate(() => {
    Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); };
  });
  await enter(page, { 'offer/price': '80 000' });
  const shown = page.locator('.saved');
  await eventually(async () => assert.equal(await shown.getAttribute('data-state'), 'failed'));
  assert.equal(await shown.getAttribute('title'), ru['saved.full']);
  assert.deepEqual(await stored(page, 'ue/m/'), before);
  const file = await download(page, () => shown.getByRole('button', { name: ru['saved.download'] }).click());
  assert.match(file.text, /80000/);
});

/** A page with one model, saved twice, and the keys at which it lies. */
async function withModel(open) {
  const page = await open();
  await answerEight(page, EIGHT);
  await saved(page);
  const first = await values(page);
  await enter(page, { 'offer/price': '80 000' });
  await saved(page);
  await eventually(async () => assert.equal(Object.keys(await stored(page, 'ue/p/')).length, 1));
  const [key] = Object.keys(await stored(page, 'ue/m/'));
  return { page, key, first, second: await values(page) };
}

/** Changes the storage before the page starts anew: one that is open would see it and store its model again. */
async function meanwhile(page, change, argument) {
  const once = `sessionStorage.setItem('changed', 'yes'); (${change})(${JSON.stringify(argument) ?? ''});`;
  await page.addInitScript(`if (!sessionStorage.getItem('changed')) { ${once} }`);
  await page.reload();
  await started(page);
}

journey('a damaged record is put aside and the copy before it opened', async ({ open }) => {
  const { page, key } = await withModel(open);
  await meanwhile(page, (key) => localStorage.setItem(key, '{"app":"obkatka","sch'), key);
  await eventually(async () => assert.equal(await notice(page), ru['saved.previous']));
  assert.match(await values(page), /×/);
  await go(page, 'start');
  const lost = page.locator('.message', { hasText: ru['start.lost'] });
  await lost.waitFor();
  const file = await download(page, () => lost.getByRole('button', { name: ru['start.lost.save'] }).click());
  assert.equal(file.text, '{"app":"obkatka","sch');
  await lost.getByRole('button', { name: ru['start.lost.forget'] }).click();
  await eventually(async () => assert.equal(await lost.count(), 0));
});

journey('a damaged record without a copy is kept for download', async ({ open }) => {
  const { page, key } = await withModel(open);
  await meanwhile(page, (key) => {
    localStorage.setItem(key, 'not a model at all');
    localStorage.removeItem(key.replace('ue/m/', 'ue/p/'));
  }, key);
  await go(page, 'start');
  const lost = page.locator('.message', { hasText: ru['start.lost'] });
  await lost.waitFor();
  const file = await download(page, () => lost.getByRole('button', { name: ru['start.lost.save'] }).click());
  assert.equal(file.text, 'not a model at all');
  await answerEight(page, EIGHT);
  await saved(page);
});

journey('what a newer version has stored is not written over', async ({ open }) => {
  const { page, key } = await withModel(open);
  const newer = await page.evaluate((key) => {
    const record = JSON.parse(localStorage.getItem(key));
    return JSON.stringify({ ...record, schema: 99, engine: '9.0.0' });
  }, key);
  // While the page is open: another tab with a newer version has saved.
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, newer]);
  await enter(page, { 'offer/price': '90 000' });
  // What was typed here stands beside it.
  await eventually(async () => assert.match(await name(page), /из другой вкладки/));
  await saved(page);
  assert.equal((await stored(page, 'ue/m/'))[key], newer);
  await page.reload();
  await started(page);
  await eventually(async () => assert.match(await field(page, 'offer/price').inputValue(), /^90\s000$/));
  await go(page, 'start');
  const line = page.locator('[aria-labelledby=mine] ul.list li', { hasText: ru['model.unnamed'] });
  await line.locator('button.link').click();
  await eventually(async () => assert.equal(await notice(page), ru['saved.too_new']));
  assert.match(await name(page), /из другой вкладки/, 'nothing is shown in its place');
  assert.equal((await stored(page, 'ue/m/'))[key], newer);
});

journey('without its list the shelf finds every model', async ({ open }) => {
  const { page, second } = await withModel(open);
  await takeTemplate(page, 'coffee');
  await saved(page);
  await meanwhile(page, () => {
    localStorage.removeItem('ue/index');
    localStorage.setItem('ue/prefs', '{broken');
  });
  await go(page, 'start');
  const list = page.locator('[aria-labelledby=mine] ul.list li');
  await eventually(async () => assert.equal(await list.count(), 2));
  await list.filter({ hasText: ru['model.unnamed'] }).locator('button.link').click();
  await eventually(async () => assert.equal(await values(page), second));
  assert.match(await field(page, 'offer/price').inputValue(), /^80\s000$/);
});
