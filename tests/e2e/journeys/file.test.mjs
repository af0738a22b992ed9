// Models out as files and in again, on another machine.
import assert from 'node:assert/strict';
import {
  answerEight, download, en, field, filePanel, go, menu, name, notice, openFile, ru, saved, stored, takeTemplate, values,
} from '../app.mjs';
import { eventually, journey } from '../page.mjs';

journey('a file opens in another profile with the same answers', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'coffee');
  await field(page, 'offer/price').fill('300..360');
  const seen = await values(page);
  const file = await download(page, () => menu(page, ru['model.save_file']));
  assert.equal(file.name, 'Кофейня.uecon.json');
  assert.equal(JSON.parse(file.text).app, 'obkatka');

  const other = await open({ locale: 'ru-RU' });
  await openFile(other, file.text);
  await eventually(async () => assert.equal(await values(other), seen));
  assert.equal(await name(other), 'Кофейня');
  const again = await download(other, () => menu(other, ru['model.save_file']));
  assert.equal(again.text, file.text, 'nothing is lost on the way');
  await saved(other);
  await other.reload();
  await eventually(async () => assert.equal(await values(other), seen));
});

journey('a file that is no model is answered and changes nothing', async ({ open }) => {
  const page = await open({ locale: 'en-US' });
  await takeTemplate(page, 'coffee', 'en');
  await saved(page);
  const [seen, kept] = [await values(page), await stored(page, 'ue/m/')];
  const whole = (await download(page, () => menu(page, en['model.save_file']))).text;
  const bad = {
    'file.not_json': [whole.slice(0, 300), '', 'Date;Sum\n01.02.2027;5', '\u0000\u0001PK'],
    'file.other_program': ['{"version":2,"cells":[]}', '[1,2,3]', '"text"', '42'],
    'file.too_new': [JSON.stringify({ ...JSON.parse(whole), schema: 99 })],
  };
  for (const [word, texts] of Object.entries(bad)) {
    for (const text of texts) {
      await openFile(page, text, 'en');
      const start = en[word].split('{')[0];
      await eventually(async () => assert.ok((await notice(page)).startsWith(start), `${text.slice(0, 20)}: ${start}`));
      await page.locator('.toasts').getByRole('button', { name: en.close }).click();
      assert.equal(await values(page), seen);
    }
  }
  assert.deepEqual(await stored(page, 'ue/m/'), kept);
});

journey('all models go into one file and out of it', async ({ open }) => {
  const page = await open();
  await answerEight(page, ['300 000', '4 500', '6', '74 000', '52', '1', '93', '450 000']);
  await page.locator('#model-name').fill('Моё дело');
  const own = await values(page);
  await takeTemplate(page, 'coffee');
  await go(page, 'start');
  const file = await download(page, () => page.getByRole('button', { name: ru['start.save_all'] }).click());
  assert.equal(JSON.parse(file.text).models.length, 2);

  const other = await open();
  await openFile(other, file.text);
  await filePanel(other).locator('button.primary').click();
  const list = other.locator('[aria-labelledby=mine] ul.list li');
  await eventually(async () => assert.equal(await list.count(), 2));
  await list.getByRole('button', { name: 'Моё дело', exact: true }).click();
  await eventually(async () => assert.equal(await values(other), own));
});

journey('a file dropped onto the page is opened', async ({ open }) => {
  const page = await open();
  await go(page, 'result');
  await page.evaluate(() => {
    const carried = new DataTransfer();
    const text = JSON.stringify({ app: 'obkatka', schema: 1, model: { about: { name: 'Dropped' } } });
    carried.items.add(new File([text], 'a.json', { type: 'application/json' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
  });
  await eventually(async () => assert.equal(await name(page), 'Dropped'));
});

journey('several files are opened one after the other, in whatever letters they were saved', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'coffee');
  const whole = JSON.parse((await download(page, () => menu(page, ru['model.save_file']))).text);
  const named = (name) => JSON.stringify({ ...whole, model: { ...whole.model, about: { ...whole.model.about, name } } });
  const cyrillic = (text) => Buffer.from([...text].map((letter) => {
    const code = letter.codePointAt(0);
    return code < 128 ? code : code >= 0x410 && code <= 0x44f ? code - 0x350 : 63;
  }));
  const files = [Buffer.from(named('Первая')), Buffer.from(named('Вторая')), cyrillic(named('Третья'))];
  const before = Object.keys(await stored(page, 'ue/m/')).length;
  const chooser = page.waitForEvent('filechooser');
  await menu(page, ru['model.open_file']);
  await (await chooser).setFiles(files.map((buffer, at) => ({ name: `${at}.json`, mimeType: 'application/json', buffer })));
  await eventually(async () => assert.equal(await name(page), 'Третья'));
  assert.equal(Object.keys(await stored(page, 'ue/m/')).length, before + files.length);
});
