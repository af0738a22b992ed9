// Empty, odd and impossible models: answered, not refused; nothing breaks down or hangs.
import assert from 'node:assert/strict';
import { answers, assertAlive, enter, field, go, largePlan, note, openFile, plain, ru, screens, takeTemplate, template, values } from '../app.mjs';
import { eventually, journey } from '../page.mjs';

const LONG = '9'.repeat(30);

const ODD = {
  'nothing at all': {},
  'a zero price': changed('coffee', (model) => { model.offer.price = '0'; }),
  'conversions over 100 %': changed('agency', (model) => { model.funnel.stages.forEach((stage) => { stage.conversion = '3.5'; }); }),
  'everybody stays': changed('coffee', (model) => { model.offer.retention = { kind: 'constant', rate: '1' }; }),
  'more stay than came': changed('coffee', (model) => { model.offer.retention = { kind: 'table', table: [{ share: '0.5' }, { share: '2' }] }; }),
  'months out of order': changed('agency', (model) => {
    [...model.channels, ...model.people, ...model.costs].forEach((row) => Object.assign(row, { first: 30, last: 2 }));
  }),
  'all below zero': changed('coffee', (model) => {
    Object.assign(model.offer, { price: '-290', unit_cost: '-20', cost_share: '-1', frequency: '-3' });
    model.channels.forEach((channel) => Object.assign(channel, { budget: '-1000', cost_per_lead: '-5' }));
  }),
  'numbers of thirty digits': changed('coffee', (model) => {
    Object.assign(model.offer, { price: LONG, frequency: LONG.slice(0, 27) });
    model.channels[0].budget = `1${'0'.repeat(27)}`;
  }),
  'as much as fits': largePlan(20, 60),
  'no rows anywhere': changed('agency', (model) => {
    Object.assign(model, { channels: [], people: [], costs: [], investments: [] });
    model.funnel.stages = [];
  }),
  'a beta curve of nonsense': changed('coffee', (model) => { model.offer.retention = { kind: 'sbg', alpha: '0', beta: '-1' }; }),
  'pay of nonsense': changed('b2b_sales', nonsense),
};

function changed(id, change) {
  const model = template(id);
  change(model);
  return model;
}

/** Pay, hiring and a chain that contradict themselves wherever they can. */
function nonsense(model) {
  const tiers = [{ id: 'a', from: '9', rate: '7' }, { id: 'b', from: '-1', rate: '-3' }];
  const steps = [{ id: 'a', from: '5', coefficient: '-2' }, { id: 'b', from: '1', coefficient: LONG }];
  const bases = ['new_sales', 'turnover', 'portfolio', 'contribution', 'profit'];
  const parts = bases.map((base) => ({ id: base, base, rate: '3', target: '0', tier_rule: 'retroactive', tiers }));
  const kpis = [{ id: 'a', weight: '-5', measure: 'turnover', target: '0' }, { id: 'b', weight: LONG, steps }];
  const pay = { rating_share: '4', guarantee: 'draw', guaranteed: LONG, promised: '-1' };
  Object.assign(model.people[1], {
    heads: '-2', capacity: '0', ramp: 99, hires: [{ id: 'a', heads: LONG, first: 50, last: 1 }],
    pay: { ...pay, parts: [...parts, { id: 'kpi', base: 'kpi', pool: LONG, kpis }] },
  });
  const scores = [{ id: 'a', score: '99' }, { id: 'b', score: '-9' }];
  const links = [['b', 'b'], ['nobody', 'no one'], ['c', 'b'], ['b', 'c']];
  const handovers = links.map(([executor, customer], at) => ({ id: `h${at}`, executor, customer, weight: '-1', scores }));
  model.team = { caps_flow: true, handovers, steps };
}

for (const [title, model] of Object.entries(ODD)) {
  journey(`the page answers a model with ${title}`, async ({ open }) => {
    const page = await open();
    await openFile(page, { app: 'obkatka', schema: 1, model: { ...model, about: { ...model.about, name: title } } });
    await eventually(async () => assert.equal(await page.locator('#model-name').inputValue(), title));
    for (const screen of screens) {
      await go(page, screen);
      await assertAlive(page);
      assert.equal((await answers(page)).length, 4);
    }
    await go(page, 'result');
    for (const at of [0, 1, 2, 3]) {
      await page.locator('.answers .how').nth(at).click();
      await assertAlive(page);
      await page.keyboard.press('Escape');
    }
    // Still alive: it takes a number and works on.
    await go(page, 'plan');
    await enter(page, { 'offer/price': '2 000' });
    assert.match(await field(page, 'offer/price').inputValue(), /^2\s000$/);
    await assertAlive(page);
  });
}

journey('what is the matter stands beside its field, and the rest is worked out', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'agency');
  await enter(page, { 'offer/price': '0', 'offer/cost_share': '130' });
  assert.equal(await note(page, 'offer/price'), ru['issue.no_price']);
  const issues = page.locator('.issues');
  assert.match(await issues.locator('summary').innerText(), /замеча/);
  const before = await values(page);
  await issues.locator('li button.link').first().click();
  await eventually(async () => assert.match(await page.evaluate(() => document.activeElement.id), /^(in-|part-)/));
  await enter(page, { 'terms/opening_cash': '7 777 777' });
  assert.notEqual(await values(page), before);

  const stage = page.locator('[id^="in-funnel-stages-"][id$="-conversion"]').first();
  const kept = (await stage.inputValue()).replace(/[^\d,]/g, '');
  const untouched = await answers(page);
  await stage.fill('250');
  const id = await stage.getAttribute('id');
  const told = page.locator(`[id="${id}-note"]`);
  await eventually(async () => assert.match(await told.innerText(), /100\s%/));
  assert.ok(plain(await told.innerText()).includes(plain(kept)), `${kept} counts on: ${await told.innerText()}`);
  const now = await answers(page);
  assert.deepEqual(now.map(({ value }) => value), untouched.map(({ value }) => value));
  assert.ok(now.every(({ detail }) => detail === ru['answer.refused']), 'each says that it rests on the number before');
  await enter(page, { 'offer/price': LONG });
  assert.match(await note(page, 'offer/price'), /./);
  await assertAlive(page);
});

journey('an impossible business hears why', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'coffee');
  await enter(page, { 'offer/price': '10' });
  const [earn, payback, even] = await answers(page);
  assert.equal(earn.tone, 'bad');
  assert.equal(payback.value, ru['answer.never']);
  assert.ok(even.value === ru['answer.never'] || /^не за \d+ месяц/.test(even.value), even.value);
});
