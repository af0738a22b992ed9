// Typing with a finger: keys that the keypad of numbers has not, and what "next" leads to.
import assert from 'node:assert/strict';
import { answers, field, go, note, plain, state, takeTemplate } from '../app.mjs';
import { eventually, journey } from '../page.mjs';

const PHONE = { width: 360, height: 740, playwright: { hasTouch: true, isMobile: true } };
const focused = (page) => page.evaluate(() => document.activeElement.id);

journey('thousands, per cent and ranges can be typed with a finger, and "next" walks the questions', async ({ open }) => {
  const page = await open(PHONE);
  const keys = page.locator('.typing-keys button');
  const budget = field(page, 'channels/a/budget');
  await budget.tap();
  await eventually(async () => {
    await budget.blur();
    await budget.tap();
    assert.equal(await keys.count(), 4);
  });
  await page.keyboard.type('40');
  await keys.nth(0).tap();
  assert.equal(await budget.inputValue(), '40 тыс');
  for (const box of await keys.evaluateAll((all) => all.map((key) => key.getBoundingClientRect().toJSON()))) {
    assert.ok(box.width >= 44 && box.height >= 44, JSON.stringify(box));
  }
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'in-channels-a-cost_per_lead');
  await page.keyboard.type('100');
  await keys.nth(3).tap();
  await page.keyboard.type('150');
  await page.keyboard.press('Enter');
  assert.match(await field(page, 'channels/a/cost_per_lead').inputValue(), /125|100/);
  assert.equal((await answers(page)).length, 4);
});

journey('"next" stays in the card of a channel', async ({ open }) => {
  const page = await open(PHONE);
  await takeTemplate(page, 'agency');
  await go(page, 'facts');
  const of = (figure) => `in-facts-months-202701-channels-a-${figure}`;
  await page.locator(`#${of('spend')}`).tap();
  for (const figure of ['leads', 'stages-a-count', 'stages-b-count', 'stages-c-count', 'revenue']) {
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), of(figure));
  }
  await page.keyboard.press('Enter');
  assert.notEqual(await focused(page), 'in-facts-months-202701-channels-b-spend');
});

journey('another currency\'s sign asks, and never counts in silence', async ({ open }) => {
  const page = await open();
  const price = field(page, 'offer/price');
  const unit = price.locator('xpath=following-sibling::*').first();
  await price.fill('$1500');
  await price.blur();
  await eventually(async () => assert.equal(await state(page, 'offer/price'), 'doubt'));
  assert.match(await note(page, 'offer/price'), /в \$, а модель считает в ₽/);
  await page.getByRole('button', { name: /^Это 1\s?500\s₽$/ }).click();
  assert.deepEqual([plain(await price.inputValue()), await unit.innerText(), await state(page, 'offer/price')], ['1 500', '₽', null]);
  // What can be read two ways is asked first.
  await price.fill('$1,500');
  await price.blur();
  await page.locator('#in-offer-price-note button').nth(1).click();
  await eventually(async () => assert.match(await note(page, 'offer/price'), /в \$, а модель считает в ₽/));
  await page.locator('#in-offer-price-note button').nth(1).click();
  await eventually(async () => assert.equal(plain(await price.inputValue()), '1 500'));
  const fixed = field(page, 'costs/a/amount');
  await fixed.fill('20 тыс. долларов');
  await fixed.blur();
  await page.getByRole('button', { name: 'Считать модель в $ (USD)' }).click();
  await eventually(async () => assert.equal(await unit.innerText(), '$'));
  assert.deepEqual([plain(await fixed.inputValue()), await state(page, 'costs/a/amount')], ['20 000', null]);
  await fixed.fill('$300');
  assert.equal(await state(page, 'costs/a/amount'), null, 'its own sign asks nothing');
});
