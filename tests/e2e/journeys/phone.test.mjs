// A phone, and no mouse: nothing wider than the screen, answers always there, targets one can hit.
import assert from 'node:assert/strict';
import { QUICK, answers, en, enter, field, go, ru, screens, shareLink, takeTemplate, unfold } from '../app.mjs';
import { eventually, journey, overflows } from '../page.mjs';
import { press } from '../people.mjs';

for (const width of [320, 360]) {
  for (const language of ['ru', 'en']) {
    journey(`nothing is wider than ${width} pixels, ${language}`, async ({ open }) => {
      const page = await open({ width, height: 640, locale: language === 'ru' ? 'ru-RU' : 'en-US' });
      await assertFits(page, 'start, empty');
      await takeTemplate(page, 'agency', language);
      for (const screen of screens) {
        await go(page, screen);
        await unfold(page);
        await assertFits(page, screen);
        await assertAnswersSeen(page);
      }
      await page.locator('.answers .how').first().click();
      await page.locator('dialog[open]').waitFor();
      await assertFits(page, 'explanation');
      await page.keyboard.press('Escape');
      for (const id of ['model-menu', 'settings']) {
        await page.locator(`.square[popovertarget=${id}]`).click();
        await assertFits(page, id);
        await page.keyboard.press('Escape');
      }
    });
  }
}

for (const [width, language] of [[320, 'ru'], [360, 'en']]) {
  journey(`people, two pay plans and their chain fit into ${width} pixels, ${language}`, async ({ open }) => {
    const texts = language === 'ru' ? ru : en;
    const page = await open({ width, height: 640, locale: language === 'ru' ? 'ru-RU' : 'en-US' });
    await takeTemplate(page, 'b2b_sales', language);
    await go(page, 'people');
    await press(page, 'chain', texts['chain.fill']);
    await enter(page, { 'people/b/capacity': '20', 'team/handovers/a/scores/a/score': '4' });
    await press(page, 'team', texts['load.cap']);
    await press(page, 'pay', texts['roles.ready_kpi']);
    for (const more of await page.locator('main [id^="more-in-"]').all()) await more.click();
    await unfold(page);
    await assertFits(page, 'as today');
    await press(page, 'pay', texts['roles.proposed']);
    await assertFits(page, 'as proposed');
    await assertAnswersSeen(page);
  });
}

async function assertFits(page, where) {
  const wide = await page.evaluate(() => [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.scroll, .vh, svg, .tabs, .parts'))
    .slice(0, 3).map((element) => `${element.tagName}.${element.className}#${element.id}`));
  assert.equal(await overflows(page), false, `${where}: wider than the window: ${wide.join(', ')}`);
}

async function assertAnswersSeen(page) {
  for (const share of [0, 0.5, 1]) {
    await page.evaluate((share) => scrollTo(0, share * document.body.scrollHeight), share);
    const box = await page.locator('.answers').boundingBox();
    assert.ok(box && box.y >= -1 && box.y + box.height <= 641, `answers at ${JSON.stringify(box)}`);
  }
}

journey('everything to press can be hit with a finger', async ({ open }) => {
  const page = await open({ width: 360, height: 740, playwright: { hasTouch: true } });
  await takeTemplate(page, 'agency');
  for (const screen of screens) {
    await go(page, screen);
    // 44 pixels high and 24 wide, or a link within text: as large as a finger.
    const small = await page.evaluate(() => [...document.querySelectorAll('button, select, summary, input:not([type=checkbox], [type=radio]), a')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches('.skip, .link'))
      .map((element) => ({ element, box: (element.closest('.box') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 23.5 || box.height < 43.5))
      // What makes its whole surrounding the target is as large as that.
      .filter(({ element }) => !element.matches('.how'))
      .map(({ element, box }) => `${element.tagName} ${element.className} ${element.id} ${Math.round(box.width)}×${Math.round(box.height)}`));
    assert.deepEqual(small, [], screen);
  }
});

journey('a finger opens the explanation anywhere on an answer', async ({ open }) => {
  const page = await open({ width: 360, height: 740, playwright: { hasTouch: true, isMobile: true } });
  await takeTemplate(page, 'coffee');
  const { x, y } = await page.locator('.answers .answer .value').nth(3).boundingBox();
  await page.touchscreen.tap(x + 4, y + 4);
  await page.locator('dialog[open]').waitFor();
});

journey('by keyboard alone: eight numbers, an answer, its explanation and back', async ({ open }) => {
  const page = await open({ locale: 'en-US' });
  const texts = ['12k', '100', '10%', '1,234.56', '50', '2', '50', '5000'];
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className.includes('skip')), true, 'first the way past');
  await page.keyboard.press('Enter');
  assert.equal(await focusedId(page), 'page');
  for (const [at, path] of QUICK.entries()) {
    await tabTo(page, `in-${path.replaceAll('/', '-')}`);
    await page.keyboard.type(texts[at]);
  }
  assert.match((await answers(page))[0].value, /^2\.3×/);

  await tabTo(page, (element) => element.matches('.answers .how'), { back: true, most: 80 });
  const name = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor();
  assert.ok(await page.evaluate(() => Boolean(document.activeElement.closest('dialog'))), 'the focus is in the dialog');
  assert.ok(name.startsWith(en.how.split('{')[0]));
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement.closest('dialog'))));
  }
  await page.keyboard.press('Escape');
  await eventually(async () => assert.equal(await page.locator('dialog[open]').count(), 0));
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), name, 'the focus is back');
});

journey('wide and large: nothing scrolls sideways either', async ({ open }) => {
  for (const width of [600, 768, 1024, 1920]) {
    const page = await open({ width });
    await takeTemplate(page, 'b2b_sales');
    for (const screen of screens) {
      await go(page, screen);
      await assertFits(page, `${screen} at ${width}`);
    }
    assert.ok(await page.getByRole('button', { name: ru.undo, exact: true }).isVisible());
    await page.close();
  }
  const page = await open({ width: 640 });
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  await takeTemplate(page, 'coffee');
  assert.ok(await field(page, 'offer/price').isVisible());
});

async function focusedId(page) {
  return await page.evaluate(() => document.activeElement?.id ?? '');
}

/** Presses Tab until the focus is on an id, or on what fits. */
async function tabTo(page, target, { back = false, most = 12 } = {}) {
  const fits = typeof target === 'string' ? `(element) => element.id === ${JSON.stringify(target)}` : String(target);
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    if (await page.evaluate(`(${fits})(document.activeElement)`)) return;
  }
  assert.fail(`${target} is not reached by Tab`);
}

journey('a chart says the numbers under a finger and by the arrow keys, and nothing moves', async ({ open }) => {
  const page = await open({ width: 360, height: 740, playwright: { hasTouch: true, isMobile: true } });
  await takeTemplate(page, 'coffee');
  await go(page, 'result');
  const over = page.locator('figure.chart .over').nth(1);
  const figure = page.locator('figure.chart:has(.over)').nth(1);
  await over.waitFor();
  await over.scrollIntoViewIfNeeded();
  await eventually(async () => assert.equal(await figure.locator('.read').innerText(), ru['chart.read']));
  const height = async () => (await figure.boundingBox()).height;
  const before = await height();
  const { x, y, width, height: high } = await over.boundingBox();
  await page.touchscreen.tap(x + width * 0.6, y + high / 2);
  await eventually(async () => assert.match(await figure.locator('.read').innerText(), /20\d\d — .+: .+₽ · /));
  const tapped = await figure.locator('.read').innerText();
  assert.equal(await over.getAttribute('aria-valuetext'), tapped);
  await over.press('ArrowRight');
  await eventually(async () => assert.notEqual(await figure.locator('.read').innerText(), tapped));
  await over.press('Home');
  await eventually(async () => assert.equal(await over.getAttribute('aria-valuenow'), '0'));
  assert.equal(await height(), before, 'nothing moves');
  await over.press('Escape');
  await eventually(async () => assert.equal(await figure.locator('.read').innerText(), ru['chart.read']));
});

journey('head, banner and answers take at most a third of a phone, and less while one scrolls', async ({ open }) => {
  const first = await open();
  await takeTemplate(first, 'coffee');
  const link = await shareLink(first);
  const page = await open({ width: 360, height: 740, hash: link.slice(link.indexOf('#')) });
  await page.locator('.banner').waitFor();
  const heights = () => page.evaluate(() => ['.top', '.tabs', '.banner', '.answers']
    .reduce((sum, place) => sum + document.querySelector(place).getBoundingClientRect().height, 0));
  await eventually(async () => assert.ok(await heights() <= 740 / 3, `${await heights()} of 740 pixels`));
  const clipped = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.answers')).clipPath.split('(')[1]));
  const before = await clipped();
  await page.locator('main details.fold').first().waitFor();
  await page.evaluate(() => scrollTo(0, 400));
  await eventually(async () => assert.ok(await clipped() > 15, `${before} → ${await clipped()}`));
});
