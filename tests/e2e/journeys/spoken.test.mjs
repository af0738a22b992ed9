// What is said to who hears the page, and how a keyboard goes through fields.
import assert from 'node:assert/strict';
import { answerEight, en, field, plain } from '../app.mjs';
import { eventually, journey } from '../page.mjs';

const EIGHT = ['12000', '100', '10', '1000', '40', '1', '80', '9000'];
const said = async (page) => plain(await page.getByRole('status').and(page.locator('#announced')).textContent());

journey('a changed answer is said once typing rests, a field\'s error at once', async ({ open }) => {
  const page = await open({ locale: 'en-US' });
  await answerEight(page, EIGHT);
  await eventually(async () => assert.match(await said(page), new RegExp(`${en['answer.break_even']}, `)));
  await field(page, 'offer/price').fill('about');
  assert.match(await said(page), /about/);
  await field(page, 'offer/price').fill('900');
  await eventually(async () => assert.match(await said(page), /You earn per customer, \d/));
});

journey('a field is one stop of Tab, and what it rests on opens by Alt and the arrow down', async ({ open }) => {
  const page = await open({ locale: 'en-US' });
  await answerEight(page, EIGHT);
  await field(page, 'channels/a/budget').focus();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'in-channels-a-cost_per_lead');
  await page.keyboard.press('Alt+ArrowDown');
  await page.locator('#basis-card:popover-open').waitFor();
  await page.keyboard.press('Escape');
  await field(page, 'channels/a/budget').press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'in-channels-a-cost_per_lead');
});
