// Text twice as large as the browser's own, and a page zoomed to four times: nothing goes off to the side.
import assert from 'node:assert/strict';
import { enter, go, screens, takeTemplate } from '../app.mjs';
import { journey, settled } from '../page.mjs';

for (const [name, visitor] of [
  ['text at 200 %, 390 pixels', { width: 390, textSize: 32 }],
  ['zoom of 400 %: 320 pixels', { width: 320 }],
]) {
  journey(`no screen goes off to the side: ${name}`, async ({ open }) => {
    const page = await open({ ...visitor, height: 780, locale: 'en-US', profile: 'reader' });
    await takeTemplate(page, 'us_agency', 'en');
    for (const screen of screens) {
      await go(page, screen);
      await settled(page);
      const { wide, inner, size } = await page.evaluate(() => {
        const root = document.documentElement;
        return { wide: root.scrollWidth, inner: root.clientWidth, size: parseFloat(getComputedStyle(root).fontSize) };
      });
      assert.equal(size, visitor.textSize ?? 16);
      assert.ok(wide <= inner, `${screen}: ${wide} of ${inner} pixels`);
    }
    // What stays in sight leaves two thirds of the screen.
    const stays = await page.evaluate(() => [...document.querySelectorAll('header.top, .tabs, .answers, .banner')]
      .filter((part) => ['fixed', 'sticky'].includes(getComputedStyle(part).position))
      .reduce((sum, part) => sum + part.getBoundingClientRect().height, 0));
    assert.ok(stays <= 780 / 3, `${stays} pixels stay`);
  });
}

// Names that people type are as long as German makes them, or run from right to left.
journey('long words and names from right to left stay within a narrow screen', async ({ open }) => {
  const page = await open({ width: 360, height: 780, locale: 'de-DE', profile: 'reader' });
  await takeTemplate(page, 'us_garage', 'en');
  const long = 'Kraftfahrzeughaftpflichtversicherungsgesellschaftsmitarbeiterin';
  await go(page, 'plan');
  await enter(page, { 'channels/a/name': 'קידום אתרים (Google) 2027', 'channels/b/name': long, 'funnel/stages/a/name': long });
  for (const screen of screens) {
    await go(page, screen);
    await settled(page);
    const [wide, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(wide <= inner, `${screen}: ${wide} of ${inner} pixels`);
  }
});
