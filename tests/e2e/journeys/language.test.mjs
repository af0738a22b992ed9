// Two languages and two themes, chosen by the browser first and by the visitor for good.
import assert from 'node:assert/strict';
import { answers, en, field, go, plain, ru, screens, takeTemplate, unfold } from '../app.mjs';
import { eventually, journey, started } from '../page.mjs';

// Names stay as they are: of a language in itself, of a source.
const NAMES = /Русский|кофесеть\.рф/g;

journey('the browser says which language comes first', async ({ open }) => {
  const visitors = [
    ['ru-RU', 'ru', '₽'], ['en-US', 'en', '$'], ['en-GB', 'en', '£'], ['de-DE', 'en', '€'], ['kk-KZ', 'en', '₸'], ['pt-BR', 'en', 'R$'],
    ['de-CH', 'en', 'CHF'], ['pl-PL', 'en', 'zł'],
  ];
  for (const [locale, language, sign] of visitors) {
    const texts = language === 'ru' ? ru : en;
    const page = await open({ locale });
    await started(page);
    assert.equal(await field(page, 'offer/price').locator('xpath=following-sibling::*').first().innerText(), sign, locale);
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    assert.equal(plain(await page.locator('h1').innerText()), texts['start.title']);
    assert.match(await page.title(), new RegExp(texts['app.name']));
  }
});

journey('what is no language leaves the page in English', async ({ open }) => {
  const before = (page) => page.addInitScript(() => {
    Object.defineProperty(navigator, 'languages', { get: () => ['xx-\u202e', '', '-- --', 'tlh-XX'] });
    localStorage['ue/prefs'] = 'language=klingon';
  });
  const page = await open({ before });
  await started(page);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(plain(await page.locator('h1').innerText()), en['start.title']);
});

journey('what the browser says later counts until somebody has chosen', async ({ open, leave }) => {
  const first = await open({ profile: 'mover', locale: 'ru-RU' });
  await started(first);
  await leave(first);
  const later = await open({ profile: 'mover', locale: 'de-DE' });
  await started(later);
  assert.equal(await later.locator('html').getAttribute('lang'), 'en');
});

journey('a chosen language is kept', async ({ open, leave }) => {
  let page = await open({ profile: 'reader' });
  await page.getByRole('button', { name: 'English' }).click();
  assert.equal(plain(await page.locator('h1').innerText()), en['start.title']);
  await page.reload();
  await eventually(async () => assert.equal(plain(await page.locator('h1').innerText()), en['start.title']));
  await leave(page);
  page = await open({ profile: 'reader' });
  await eventually(async () => assert.equal(plain(await page.locator('h1').innerText()), en['start.title']));
  await page.getByRole('button', { name: 'Русский' }).click();
  await eventually(async () => assert.equal(plain(await page.locator('h1').innerText()), ru['start.title']));
  await leave(page);
});

for (const id of ['agency', 'coffee', 'b2b_sales']) {
  journey(`nothing Russian is left on an English screen: ${id}`, async ({ open }) => {
    const page = await open({ locale: 'en-US' });
    await takeTemplate(page, id, 'en');
    for (const screen of screens) {
      await go(page, screen);
      if (['plan', 'people'].includes(screen)) await unfold(page);
      assert.deepEqual(await cyrillic(page), [], screen);
    }
    for (const how of await page.locator('.answers .how').all()) {
      await how.click();
      assert.deepEqual(await cyrillic(page), []);
      await page.keyboard.press('Escape');
    }
  });
}

journey('numbers and months go by the language', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'coffee');
  const [earn, , when] = await answers(page);
  assert.match(earn.detail, /^LTV \d[\d ]* ₽ \/ CAC \d+ ₽$/);
  assert.match(when.value, /^[а-я]+\.? \d{2,4}( г\.)?$/);
  assert.match(await field(page, 'channels/a/budget').inputValue(), /^50\s000$/);
  await page.getByRole('button', { name: 'English' }).click();
  await eventually(async () => assert.match((await answers(page))[0].detail, /^LTV ₽[\d,]+ \/ CAC ₽\d+$/));
  assert.match((await answers(page))[2].value, /^[A-Z][a-z]+ \d{2,4}$/);
  assert.equal(await field(page, 'channels/a/budget').inputValue(), '50,000');
});

journey('a chosen theme is kept', async ({ open }) => {
  const page = await open({ colorScheme: 'light' });
  const html = page.locator('html');
  const theme = page.locator('.settings button[title]');
  const back = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await back();
  await theme.click();
  assert.equal(await html.getAttribute('data-theme'), 'light');
  await theme.click();
  assert.equal(await html.getAttribute('data-theme'), 'dark');
  assert.notEqual(await back(), light);
  assert.match(await theme.getAttribute('title'), new RegExp(ru['theme.dark']));
  await page.reload();
  await eventually(async () => assert.equal(await html.getAttribute('data-theme'), 'dark'));
  // What is pressed before the page is there is pressed again once it is.
  await theme.click();
  await eventually(async () => assert.equal(await html.getAttribute('data-theme'), null));
  assert.equal(await back(), light);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.notEqual(await back(), light, 'without a choice the system\'s holds');
});

/** Every Russian text that can be seen or heard. */
async function cyrillic(page) {
  const found = await page.evaluate(() => {
    const attributes = ['aria-label', 'title', 'placeholder', 'alt', 'data-label'];
    const spoken = [...document.querySelectorAll('#app *')].flatMap((element) => [
      ...attributes.map((name) => element.getAttribute(name)), element.matches('input, textarea') ? element.value : '',
    ]);
    return [...document.querySelector('#app').innerText.split('\n'), document.title, ...spoken.filter(Boolean)];
  });
  const names = found.map((text) => text.replace(NAMES, ''));
  return [...new Set(names.filter((text) => /[а-яё]/i.test(text)))];
}
