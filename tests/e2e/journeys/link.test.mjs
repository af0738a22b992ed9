// The link that carries a model whole, and what never harms the one who opens it.
import assert from 'node:assert/strict';
import {
  answerEight, download, en, field, go, name, plain, ru, saved, shareLink, stored, takeTemplate, template, values,
} from '../app.mjs';
import { eventually, journey, url } from '../page.mjs';

const EIGHT = ['12 тыс', '=1200/12', '10 %', '1 234,56', '50', '2', '40..60', '5000'];
const banner = (page) => page.locator('.banner');

let once;

/** A link to the coffee template with another price, and what its sender sees: made once for all journeys. */
async function sent(open) {
  return await (once ??= send(open));
}

async function send(open) {
  const page = await open();
  await takeTemplate(page, 'coffee');
  await field(page, 'offer/price').fill('350');
  const seen = await values(page);
  const link = await shareLink(page);
  return { link, hash: link.slice(link.indexOf('#')), seen };
}

journey('a link opens in a fresh profile and shows the same', async ({ open }) => {
  const { link, hash, seen } = await sent(open);
  assert.ok(link.startsWith(`${url}#m1.`), link);
  assert.match(link, /E$/);
  const page = await open({ hash, locale: 'en-US' });
  await eventually(async () => assert.equal(await name(page), 'Кофейня'));
  assert.match(plain(await banner(page).innerText()), new RegExp(en['received.title']));
  assert.equal(await page.locator('nav.tabs .tab[aria-current=page]').innerText(), en['screen.result']);
  await page.getByRole('button', { name: 'Русский' }).click();
  assert.equal(await values(page), seen);
  await go(page, 'plan');
  assert.equal(await field(page, 'offer/price').inputValue(), '350');
  assert.deepEqual(await stored(page, 'ue/m/'), {}, 'opening keeps nothing');
});

journey('a received model touches nothing of one\'s own until it is copied', async ({ open }) => {
  const { hash, seen } = await sent(open);
  const page = await open();
  await answerEight(page, EIGHT);
  await saved(page);
  const [own, before] = [await stored(page, 'ue/m/'), await values(page)];

  await page.goto('about:blank');
  await page.goto(url + hash);
  await eventually(async () => assert.equal(await values(page), seen));
  assert.deepEqual(await stored(page, 'ue/m/'), own);
  await go(page, 'plan');
  await field(page, 'offer/price').fill('500');
  assert.notEqual(await values(page), seen, 'one may try numbers out');
  assert.equal(await page.locator('.saved').getAttribute('data-state'), 'view');
  await page.locator('#page').focus();

  await page.getByRole('button', { name: ru['received.leave'] }).click();
  await eventually(async () => assert.equal(await values(page), before));
  assert.deepEqual(await stored(page, 'ue/m/'), own);
  assert.equal(page.url(), url, 'the link is out of the address');

  await page.goto('about:blank');
  await page.goto(url + hash);
  await page.getByRole('button', { name: ru['received.copy'] }).click();
  await saved(page);
  const now = await stored(page, 'ue/m/');
  assert.equal(Object.keys(now).length, 2);
  for (const [key, text] of Object.entries(own)) assert.equal(now[key], text);
  assert.equal(await banner(page).count(), 0);
  await page.reload();
  await eventually(async () => assert.equal(await values(page), seen));
});

journey('a link offers the language in which it was sent', async ({ open }) => {
  const { hash } = await sent(open);
  const page = await open({ hash, locale: 'de-DE' });
  await banner(page).waitFor();
  assert.match(plain(await banner(page).innerText()), new RegExp(en['received.title']));
  await page.getByRole('button', { name: ru['received.language'] }).click();
  await eventually(async () => assert.match(plain(await banner(page).innerText()), new RegExp(ru['received.title'])));
  assert.equal(await page.getByRole('button', { name: en['received.language'] }).count(), 0);
  assert.equal(await page.locator('html').getAttribute('lang'), 'ru');
});

for (const language of ['ru', 'en']) {
  journey(`a template with all its texts makes a short link, ${language}`, async ({ open }) => {
    const page = await open({ locale: language === 'ru' ? 'ru-RU' : 'en-US' });
    for (const id of ['agency', 'coffee', 'b2b_sales']) {
      await takeTemplate(page, id, language);
      const link = await shareLink(page);
      const length = link.length - link.indexOf('#') - 1;
      assert.ok(length <= 1200, `${id}: ${length} characters`);
    }
  });
}

journey('what one tries out in a received model outlasts a reload, and can be dropped', async ({ open }) => {
  const { hash, seen } = await sent(open);
  const page = await open({ hash });
  await banner(page).waitFor();
  await go(page, 'plan');
  await field(page, 'offer/price').fill('500');
  const tried = await values(page);
  await page.reload();
  await eventually(async () => assert.equal(await values(page), tried));
  assert.ok(plain(await banner(page).innerText()).includes(plain(ru['received.draft'])));
  assert.deepEqual(await stored(page, 'ue/m/'), {});
  await page.getByRole('button', { name: ru['received.drop'] }).click();
  await eventually(async () => assert.equal(await values(page), seen));
  assert.ok(!(await banner(page).innerText()).includes(ru['received.draft']));
  await page.reload();
  await eventually(async () => assert.equal(await values(page), seen));
});

/** The choice on Share whether a thing goes along. */
const goesAlong = (page, key) => page.locator('[aria-labelledby="goes-along"] label', { hasText: ru[`hint.left_out.${key}`] });

journey('what is not to go along is in no link and no report, and the receiver is told', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'agency');
  await go(page, 'plan');
  await field(page, 'terms/opening_cash').fill('1 234 567');
  const full = await shareLink(page);
  assert.equal(await goesAlong(page, 'facts').count(), 0, 'there are none');
  for (const key of ['names', 'opening_cash']) await goesAlong(page, key).getByRole('checkbox').uncheck();
  const bare = await page.locator('#share-link').inputValue();
  assert.ok(bare.length < full.length);

  const file = await download(page, () => page.locator('main').getByRole('button', { name: ru['model.save_file'] }).click());
  assert.doesNotMatch(file.text, /1234567|агентство/);

  await page.evaluate(() => { window.print = () => { window.paper = document.querySelector('main').innerHTML; }; });
  await page.getByRole('button', { name: ru['share.print'] }).click();
  await eventually(async () => assert.ok(await page.evaluate(() => window.paper)));
  const paper = await page.evaluate(() => window.paper);
  assert.match(paper, new RegExp(ru['left_out.told'].split('{')[0]));
  for (const word of ['агентство', template('agency').channels[0].name]) assert.ok(!paper.includes(word), word);
  assert.doesNotMatch(plain(paper), /1 234 567/);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await eventually(async () => assert.match(await page.locator('main').innerText(), new RegExp(template('agency').channels[0].name)));

  const other = await open({ hash: bare.slice(bare.indexOf('#')) });
  await banner(other).waitFor();
  const told = ru['left_out.told'].replace('{list}', `${ru['field.left_out.names']}, ${ru['field.left_out.opening_cash']}`);
  assert.ok(plain(await banner(other).innerText()).includes(plain(told)));
  assert.equal(await name(other), '');
  const [theirs, own] = [await values(other), await values(page)].map((all) => all.split(' | '));
  assert.deepEqual(theirs.slice(0, 3), own.slice(0, 3));
  assert.notEqual(theirs[3], own[3], 'cash begins at nothing');
});

journey('without pay by role the pay of all goes along as one sum, and every answer stays', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'agency');
  await go(page, 'share');
  await goesAlong(page, 'pay').getByRole('checkbox').uncheck();
  const link = await page.locator('#share-link').inputValue();
  const other = await open({ hash: link.slice(link.indexOf('#')) });
  await banner(other).waitFor();
  assert.ok(plain(await banner(other).innerText()).includes(plain(ru['field.left_out.pay'])));
  assert.equal(await values(other), await values(page));
  await go(other, 'people');
  assert.ok(plain(await other.locator('main').innerText()).includes(plain(ru['people.sent_payroll'])));
  assert.equal(await other.locator('.payslip').count(), 0, 'nobody is said to work for nothing');
  await other.getByRole('button', { name: ru['people.drop_payroll'] }).click();
  await eventually(async () => assert.notEqual(await values(other), await values(page)));
  await eventually(async () => assert.equal(await other.locator('.payslip').count(), 1));
});

journey('a link that did not arrive whole is answered, and nothing is touched', async ({ open }) => {
  const { hash } = await sent(open);
  const middle = Math.floor(hash.length / 2);
  const other = hash[middle] === 'A' ? 'B' : 'A';
  const faults = {
    cut: hash.slice(0, -40),
    damaged: hash.slice(0, middle) + other + hash.slice(middle + 1),
    not_a_link: '#prices-2027',
    too_new: hash.replace('#m1.', '#m9.'),
  };
  const page = await open();
  await answerEight(page, EIGHT);
  await saved(page);
  const [own, before] = [await stored(page, 'ue/m/'), await values(page)];
  for (const [fault, bad] of Object.entries(faults)) {
    await page.goto('about:blank');
    await page.goto(url + bad);
    await banner(page).waitFor();
    assert.equal(await banner(page).getAttribute('role'), 'alert', fault);
    assert.ok(plain(await banner(page).innerText()).startsWith(ru[`link_error.${fault}`].split('{')[0]), fault);
    assert.deepEqual(await stored(page, 'ue/m/'), own, fault);
    assert.equal(await values(page), before, 'one\'s own model is on the desk');
    await banner(page).getByRole('button', { name: ru.close }).click();
    assert.equal(await banner(page).count(), 0);
  }
});

journey('a second link pasted into the same tab is opened', async ({ open }) => {
  const { hash, seen } = await sent(open);
  const page = await open();
  await answerEight(page, EIGHT);
  const mine = await values(page);
  const own = await shareLink(page);
  await page.evaluate((hash) => { location.hash = hash; }, hash);
  await eventually(async () => assert.equal(await values(page), seen));
  assert.equal(Object.keys(await stored(page, 'ue/m/')).length, 1, 'what was just typed is kept first');
  await page.evaluate((hash) => { location.hash = hash; }, own.slice(own.indexOf('#')));
  await eventually(async () => assert.equal(await values(page), mine));
});

journey('a link finds its way where programs bend it', async ({ open }) => {
  const { hash, seen } = await sent(open);
  const text = hash.slice(1);
  for (const path of [`?m=${text}`, `?utm_source=mail&m=${text}`, `%23${text}`, `%2523${text}`]) {
    const page = await open({ path, expected: [/404/] });
    await eventually(async () => assert.equal(await name(page), 'Кофейня'), 10_000);
    assert.equal(await values(page), seen, path.slice(0, 20));
  }
});
