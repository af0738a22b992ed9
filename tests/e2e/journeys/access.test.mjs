// What axe finds on every screen, in both languages and both themes.
import assert from 'node:assert/strict';
import { enter, field, go, menu, openFile, ru, screens, takeTemplate, unfold } from '../app.mjs';
import { axe, journey, settled } from '../page.mjs';
import { press } from '../people.mjs';

/** Both themes in one language; in another all but the colours, which are the same. */
async function look(page, language, where) {
  await settled(page);
  assert.deepEqual(await axe(page, { contrast: language === 'ru' ? undefined : false }), [], where);
  if (language !== 'ru') return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  assert.deepEqual(await axe(page, { contrast: true }), [], `${where}, dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

for (const language of ['ru', 'en']) {
  journey(`axe finds nothing serious: ${language}`, async ({ open }) => {
    const page = await open({ locale: language === 'ru' ? 'ru-RU' : 'en-US' });
    await field(page, 'offer/price').waitFor();
    await look(page, language, 'start, empty');
    await takeTemplate(page, 'agency', language);
    for (const screen of screens) {
      await go(page, screen);
      await look(page, language, screen);
    }
    await go(page, 'result');
    await page.locator('.answers .how').nth(2).click();
    await page.locator('dialog[open]').waitFor();
    await look(page, language, 'explanation');
  });
}

journey('axe finds nothing serious where something is wrong or open', async ({ open }) => {
  const page = await open();
  await openFile(page, '{"other":1}');
  await takeTemplate(page, 'agency');
  await enter(page, { 'offer/price': 'много', 'offer/cost_share': '140' });
  await page.locator('[id^="more-in-channels"]').first().click();
  await page.locator('.basis').first().click();
  await settled(page);
  assert.deepEqual(await axe(page), []);
  await page.keyboard.press('Escape');
  await page.locator('.model [popovertarget=model-menu]').click();
  assert.deepEqual(await axe(page), []);
  await page.keyboard.press('Escape');
  await menu(page, ru['model.delete']);
  await go(page, 'start');
  await page.evaluate(() => { location.hash = 'm1.2.x'; });
  await page.locator('.banner').waitFor();
  assert.deepEqual(await axe(page), []);
});

for (const width of [1280, 360]) {
  journey(`axe finds nothing serious where people are overloaded and paid otherwise, ${width} pixels`, async ({ open }) => {
    const page = await open({ width });
    await takeTemplate(page, 'b2b_sales');
    await go(page, 'people');
    await press(page, 'chain', ru['chain.fill']);
    await enter(page, { 'people/b/capacity': '20', 'team/handovers/a/scores/a/score': '4' });
    await field(page, 'people/b/pay/at_will').check();
    await press(page, 'team', ru['load.cap']);
    for (const more of await page.locator('main [id^="more-in-"]').all()) await more.click();
    await unfold(page);
    await settled(page);
    assert.deepEqual(await axe(page), [], 'as today');
    await field(page, 'team/proposed').check();
    await press(page, 'pay', ru['roles.proposed']);
    await settled(page);
    assert.deepEqual(await axe(page), [], 'as proposed');
  });
}

journey('axe finds nothing serious on a phone', async ({ open }) => {
  const page = await open({ width: 360, height: 740 });
  await takeTemplate(page, 'coffee');
  for (const screen of screens) {
    await go(page, screen);
    await settled(page);
    assert.deepEqual(await axe(page), [], screen);
  }
});
