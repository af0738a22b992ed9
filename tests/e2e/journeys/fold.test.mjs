// Long screens on a phone: sections fold into one line each, and open for whatever leads into them.
import assert from 'node:assert/strict';
import { field, go, plain, ru, takeTemplate } from '../app.mjs';
import { eventually, journey } from '../page.mjs';

const PHONE = { width: 360, height: 740 };
const section = (page, heading) => page.locator('details.fold', { has: page.locator(`#${heading}`) });
const openOnes = (page) => page.locator('details.fold[open] > summary > h2').evaluateAll((all) => all.map(({ id }) => id));

journey('a phone folds the plan into lines, and remembers what was opened', async ({ open }) => {
  const page = await open(PHONE);
  await takeTemplate(page, 'agency');
  // Another visit to the screen: as it is met.
  await go(page, 'start', { unfolded: false });
  await go(page, 'plan', { unfolded: false });
  assert.deepEqual(await openOnes(page), []);
  const summary = section(page, 'part-channels').locator('.gist');
  assert.match(plain(await summary.innerText()), /^4 канала · в среднем .+ ₽ в месяц · \d+ заяв/);
  assert.ok(await page.evaluate(() => document.documentElement.scrollHeight) < 3 * PHONE.height);

  await page.locator('#part-channels').click();
  assert.deepEqual(await openOnes(page), ['part-channels']);
  await section(page, 'part-channels').locator('.turn button').nth(1).click();
  assert.deepEqual(await openOnes(page), ['part-funnel'], 'the next one, in its place');
  await go(page, 'result', { unfolded: false });
  await go(page, 'plan', { unfolded: false });
  assert.deepEqual(await openOnes(page), ['part-funnel'], 'remembered');
  await section(page, 'part-funnel').locator('.turn button').first().click();
  assert.deepEqual(await openOnes(page), [], 'back to the list');
});

journey('what leads into a folded section opens it, and paper shows all of it', async ({ open }) => {
  const page = await open(PHONE);
  await takeTemplate(page, 'coffee');
  await go(page, 'result', { unfolded: false });
  await page.locator('.answers .how').first().click();
  const link = page.locator('dialog[open]').getByRole('button', { name: ru['field.offer.price'], exact: true });
  await link.first().click();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'in-offer-price'));
  assert.deepEqual(await openOnes(page), ['part-offer']);
  assert.ok(await field(page, 'offer/price').isVisible());
  assert.equal(await field(page, 'terms/opening_cash').isVisible(), false);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await field(page, 'terms/opening_cash').isVisible(), 'printed open');
});
