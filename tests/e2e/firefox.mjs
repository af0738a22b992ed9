// What hangs on the browser rather than on the program, once more in Firefox: the storage, links, two tabs, files.
// Ends in a line `N passed, M failed`; a word on the command line picks tests.
import assert from 'node:assert/strict';
import { en, ru } from './app.mjs';
import {
  answerEight, download, enter, go, isSaid, modelName, openFile, press, reload, stored, takeTemplate, text, typed, values, visit,
} from './firefox_page.mjs';
import { heavyLink } from './largest.mjs';
import { url } from './site.mjs';
import { eventually, runTests } from './tests.mjs';

const EIGHT = ['300 000', '4 500', '6', '74 000', '52', '1', '93', '450 000'];
const ENGLISH = ['12k', '=1200/12', '10%', '1,234.56', '50', '2', '40..60', '5000'];

for (const [locale, words, eight] of [['ru-RU', ru, EIGHT], ['en-US', en, ENGLISH]]) {
  visit(`what is typed is saved and there after a reload, ${locale}`, async (open) => {
    const page = await open({ locale });
    await answerEight(page, eight);
    await isSaid(page, 'saved');
    const before = await values(page);
    assert.match(await text(page, 'nav.tabs'), new RegExp(words['screen.result']));
    await reload(page);
    await eventually(async () => assert.equal(await values(page), before));
    assert.equal(Object.keys(await stored(page)).length, 1);
  });
}

visit('with a storage that is full the page says that nothing is kept, and hands out a file', async (open) => {
  const page = await open({
    before: () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
  });
  await answerEight(page, EIGHT);
  await isSaid(page, 'failed');
  assert.match(await text(page, '.saved'), new RegExp(ru['saved.failed']));
});

visit('a link opens its model, a damaged one is told, and one\'s own is untouched', async (open) => {
  const sender = await open();
  await takeTemplate(sender, ru['template.coffee.name']);
  await enter(sender, 'offer/price', '350');
  const seen = await values(sender);
  await go(sender, 'share');
  const link = await eventually(async () => {
    const value = await sender.evaluate(() => document.getElementById('share-link')?.value ?? '');
    assert.match(value, /#m1\./);
    return value;
  });
  const hash = link.slice(link.indexOf('#'));
  const page = await open({ hash });
  await eventually(async () => assert.equal(await values(page), seen));
  assert.deepEqual(await stored(page), {}, 'opening keeps nothing');

  const other = await open();
  await answerEight(other, EIGHT);
  await isSaid(other, 'saved');
  const [own, before] = [await stored(other), await values(other)];
  const middle = Math.floor(hash.length / 2);
  const damaged = hash.slice(0, middle) + (hash[middle] === 'A' ? 'B' : 'A') + hash.slice(middle + 1);
  await other.goto('about:blank');
  await other.goto(url + damaged);
  const told = ru['link_error.damaged'].split('{')[0];
  await eventually(async () => assert.ok((await text(other, '.banner')).startsWith(told)));
  assert.deepEqual(await stored(other), own);
  assert.equal(await values(other), before);
});

visit('what one tab does the other shows; what was cleared is stored anew', async (open) => {
  const first = await open();
  await takeTemplate(first, ru['template.coffee.name']);
  await isSaid(first, 'saved');
  const second = await open({ beside: first });
  await eventually(async () => assert.equal(await modelName(second), ru['template.coffee.name']));
  await go(second, 'plan');
  await first.bringToFront();
  await enter(first, 'offer/price', '111');
  await eventually(async () => assert.equal(await typed(second, 'offer/price'), '111'));
  await second.bringToFront();
  await enter(second, 'offer/price', '222');
  await eventually(async () => assert.equal(await typed(first, 'offer/price'), '222'));
  await isSaid(first, 'saved');
  await isSaid(second, 'saved');
  assert.equal(Object.keys(await stored(second)).length, 1, 'nobody has written over unseen changes');
  await second.evaluate(() => localStorage.clear());
  await eventually(async () => assert.equal(Object.keys(await stored(second)).length, 1));
  await isSaid(first, 'saved');

  const both = [first, second];
  await Promise.all(both.map((page, at) => enter(page, 'offer/price', `55${at}`)));
  await eventually(async () => {
    for (const page of both) await isSaid(page, 'saved');
    const all = await first.evaluate(() => Object.keys(localStorage).map((key) => localStorage.getItem(key)).join('\n'));
    for (const [at, page] of both.entries()) {
      assert.match(all, new RegExp(`"55${at}"`), 'both are found');
      assert.ok(all.includes(`"${await typed(page, 'offer/price')}"`), 'what is shown is stored');
    }
  });
});

visit('a file goes out and opens at another visitor\'s with the same answers', async (open) => {
  const page = await open();
  await takeTemplate(page, ru['template.coffee.name']);
  await enter(page, 'offer/price', '300..360');
  const seen = await values(page);
  const name = `${ru['template.coffee.name']}.uecon.json`;
  const file = await download(name, () => press(page, '#model-menu button', ru['model.save_file']));
  assert.equal(JSON.parse(file).app, 'obkatka');
  const other = await open();
  await openFile(other, 'model.json', file);
  await eventually(async () => assert.equal(await values(other), seen));
  await isSaid(other, 'saved');
  await reload(other);
  await eventually(async () => assert.equal(await values(other), seen));
});

visit('the heaviest link that was found opens, and so do its facts', async (open) => {
  const page = await open({ hash: `#${heavyLink('heavy')}` });
  const start = performance.now();
  await go(page, 'facts');
  await eventually(async () => assert.ok(await page.evaluate(() => document.querySelector('main h2, main h3') !== null)));
  const seconds = (performance.now() - start) / 1000;
  assert.ok(seconds < 15, `its facts took ${seconds.toFixed(1)} s`);
  await go(page, 'plan');
});

const [filter = ''] = process.argv.slice(2);
process.exitCode = await runTests((name) => name.includes(filter)) ? 0 : 1;
