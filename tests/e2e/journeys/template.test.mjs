// A template taken as a basis, changed, found again.
import assert from 'node:assert/strict';
import { answers, enter, field, go, name, ru, saved, stored, takeTemplate, values } from '../app.mjs';
import { eventually, journey, started } from '../page.mjs';

journey('a template is changed and found again after a reload and after the browser was closed', async ({ open, leave }) => {
  let page = await open({ profile: 'owner' });
  await takeTemplate(page, 'coffee');
  assert.equal(await name(page), 'Кофейня');
  const before = await answers(page);
  assert.ok(before.every(({ tone }) => tone !== 'unknown'));

  await field(page, 'offer/price').fill('350');
  const after = await values(page);
  assert.notEqual((await answers(page))[0].detail, before[0].detail, 'the answer is there at once');
  await saved(page);

  await page.reload();
  await started(page);
  await eventually(async () => assert.equal(await values(page), after));
  await go(page, 'plan');
  assert.equal(await field(page, 'offer/price').inputValue(), '350');

  // Closed right after a keystroke, before any pause.
  await field(page, 'offer/price').fill('360');
  const last = await values(page);
  await page.goto('about:blank');
  await leave(page);
  page = await open({ profile: 'owner' });
  await eventually(async () => assert.equal(await values(page), last));
  assert.equal(await name(page), 'Кофейня');
  await leave(page);
});

journey('the state of saving is always seen', async ({ open }) => {
  const page = await open();
  const shown = page.locator('.saved');
  await saved(page);
  await enter(page, { 'offer/price': '100' });
  await eventually(async () => assert.match(await shown.innerText(), new RegExp(`${ru['saved.saving']}|${ru['saved.saved']}`)));
  await saved(page);
  assert.match(await shown.innerText(), new RegExp(ru['saved.saved']));
  assert.equal(Object.keys(await stored(page, 'ue/m/')).length, 1);
  for (const screen of ['plan', 'result', 'people', 'share', 'start']) {
    await go(page, screen);
    assert.ok(await shown.isVisible(), screen);
  }
});

journey('a number typed over a benchmark is a guess of one\'s own', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'coffee');
  const basis = field(page, 'offer/cost_share').locator('xpath=..').locator('.basis');
  assert.equal(await basis.getAttribute('data-basis'), 'benchmark');
  await enter(page, { 'offer/cost_share': '30' });
  assert.equal(await basis.getAttribute('data-basis'), 'guess');
  await basis.click();
  await page.locator('#basis-card').getByText(ru['basis.measured'], { exact: false }).click();
  assert.equal(await basis.getAttribute('data-basis'), 'measured');
});
