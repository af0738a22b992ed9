// Pay plans: tiers and KPIs reckoned by hand, a proposal beside today's pay, remarks on what is wrong.
import assert from 'node:assert/strict';
import { assertAlive, enter, field, go, plain, ru, takeTemplate, values } from '../app.mjs';
import { eventually, journey } from '../page.mjs';
import {
  compared, filled, finding, hireSellers, lookAt, lookIn, monthLine, press, section, slip, wordsOf,
} from '../people.mjs';

const remarks = (page) => section(page, 'remarks');

journey('tiers and KPIs come to what one reckons by hand', async ({ open }) => {
  const page = await open();
  await hireSellers(page);
  await press(page, 'pay', ru['roles.ready_sales']);
  const month = await lookIn(page, 5);
  const told = async (variable, total) => {
    const expected = filled(ru['roles.sum'], { month, salary: '40 000 ₽', variable: `${variable} ₽`, total: `${total} ₽` });
    await eventually(async () => assert.equal(await monthLine(page), expected));
  };
  const part = 'people/a/pay/parts/a';
  // 120 000 against a target of 100 000: 100 000 × 5 % + 20 000 × 8 %.
  await enter(page, { [`${part}/target`]: '100 тыс', [`${part}/tiers/a/from`]: '100', [`${part}/tiers/a/rate`]: '8' });
  await told('6 600', '46 600');
  const how = plain(await section(page, 'payslip').locator('.payslip table').innerText());
  assert.ok(how.includes('До 100 % плана: 100 000 ₽ × 5 % = 5 000 ₽'), how);
  assert.ok(how.includes('20 000 ₽ × 8 % = 1 600 ₽'), how);
  // All of it at the rate reached: 120 000 × 8 %.
  await field(page, `${part}/tier_rule`).selectOption({ label: ru['choice.people.pay.parts.tier_rule.retroactive'] });
  await told('9 600', '49 600');
  // A cap from 110 % pays nothing above it: 100 000 × 5 % + 10 000 × 8 %.
  await field(page, `${part}/tier_rule`).selectOption({ label: ru['choice.people.pay.parts.tier_rule.marginal'] });
  await field(page, `${part}/tiers`).click();
  await enter(page, { [`${part}/tiers/b/from`]: '110', [`${part}/tiers/b/rate`]: '0' });
  await told('5 800', '45 800');

  await field(page, 'people/a/pay/parts').click();
  await field(page, 'people/a/pay/parts/b/base').selectOption({ label: ru['choice.people.pay.parts.base.kpi'] });
  await kpis(page, 'people/a/pay/parts/b');
  await told('19 000', '59 000');
});

/** A sum of 20 000: 60 % for new clients, six of ten, which pays half; 40 % for what is attained at 90 %. */
async function kpis(page, part) {
  await field(page, `${part}/kpis`).click();
  await field(page, `${part}/kpis`).click();
  const [clients, records] = ['a', 'b'].map((id) => `${part}/kpis/${id}`);
  await field(page, `${clients}/measure`).selectOption({ label: ru['choice.people.pay.parts.kpis.measure.new_clients'] });
  await enter(page, {
    [`${part}/pool`]: '20000', [`${clients}/weight`]: '60', [`${clients}/target`]: '10',
    [`${records}/weight`]: '40', [`${records}/attainment`]: '90',
  });
  await page.locator(`[id="more-in-${clients.replaceAll('/', '-')}"]`).click();
  await field(page, `${clients}/steps`).click();
  await field(page, `${clients}/steps`).click();
  await enter(page, {
    [`${clients}/steps/a/from`]: '50', [`${clients}/steps/a/coefficient`]: '0,5',
    [`${clients}/steps/b/from`]: '100', [`${clients}/steps/b/coefficient`]: '1',
  });
}

journey('a row that is added goes on from those before it', async ({ open }) => {
  const page = await open();
  await hireSellers(page);
  const part = 'people/a/pay/parts/a';
  await field(page, 'people/a/pay/parts').click();
  await enter(page, { [`${part}/rate`]: '6' });
  const added = async (rows, names, expected) => {
    for (const [at, values] of expected.entries()) {
      const row = `${rows}/${'abc'[at]}`;
      // A ready-made part may have its first rows already.
      if (await field(page, `${row}/${names[0]}`).count() === 0) await field(page, rows).click();
      await field(page, `${row}/${names[0]}`).waitFor();
      const seen = await Promise.all(names.map((name) => field(page, `${row}/${name}`).inputValue()));
      assert.deepEqual(seen.map(plain), values, row);
    }
  };
  await added(`${part}/tiers`, ['from', 'rate'], [['100', '9'], ['120', '12'], ['140', '15']]);
  await field(page, `${part}/base`).focus();
  await field(page, `${part}/base`).selectOption({ label: ru['choice.people.pay.parts.base.kpi'] });
  await field(page, `${part}/kpis`).click();
  await enter(page, { [`${part}/kpis/a/weight`]: '70' });
  await field(page, `${part}/kpis`).click();
  await eventually(async () => assert.equal(await field(page, `${part}/kpis/b/weight`).inputValue(), '30'));
  const opener = page.locator(`[id="more-in-${part.replaceAll('/', '-')}-kpis-a"]`);
  await opener.click();
  await added(`${part}/kpis/a/steps`, ['from', 'coefficient'], [['80', '0,5'], ['100', '1'], ['120', '1,2']]);
  await opener.click();
  assert.equal(plain(await opener.innerText()), filled(ru['roles.steps'], { n: '3' }));
});

journey('a row is taken back while one is in its field', async ({ open }) => {
  const page = await open();
  await hireSellers(page);
  const part = 'people/a/pay/parts/a';
  await field(page, 'people/a/pay/parts').click();
  await field(page, `${part}/tiers`).click();
  // The new row is entered by itself; it leaves the page with the cursor in it.
  await eventually(async () => assert.ok(await field(page, `${part}/tiers/a/from`).evaluate((own) => own === document.activeElement)));
  await page.keyboard.press('Control+z');
  await eventually(async () => assert.equal(await field(page, `${part}/tiers/a/from`).count(), 0));
  await assertAlive(page);
  await enter(page, { [`${part}/rate`]: '7' });
  await eventually(async () => assert.match(await monthLine(page), /8 400 ₽/));
});

journey('ready-made KPIs as a proposal keep what is paid today', async ({ open }) => {
  const page = await open();
  await hireSellers(page);
  await press(page, 'pay', ru['roles.ready_sales']);
  await press(page, 'pay', ru['roles.proposed']);
  await press(page, 'pay', ru['roles.propose']);
  await press(page, 'pay', ru['roles.ready_kpi']);
  await field(page, 'people/a/proposed/parts/a/pool').waitFor();
  const line = await monthLine(page);
  assert.ok(line.includes('= 46 000 ₽') && line.endsWith(ru['roles.same_as_today']), line);
});

for (const language of ['ru', 'en']) {
  journey(`another plan is proposed and compared with today's, ${language}`, async ({ open }) => {
    const texts = wordsOf(language);
    const page = await open({ locale: language === 'ru' ? 'ru-RU' : 'en-US' });
    const role = await hireSellers(page, language);
    await press(page, 'pay', texts['roles.ready_sales']);
    await lookIn(page, 11);
    const [today, before] = [await slip(page), await values(page)];
    assert.equal(today.gross, 46_000);

    await press(page, 'pay', texts['roles.proposed']);
    await press(page, 'pay', texts['roles.propose']);
    await field(page, 'people/a/proposed/parts/a/rate').waitFor();
    // 30 000 and 10 % of 120 000: 4 000 less than today, 2 × 4 000 × 1.3 more for the owner.
    await enter(page, { 'people/a/proposed_salary-again': '30000', 'people/a/proposed/parts/a/rate': '10' });
    assert.equal(await values(page), before, 'a proposal alone changes nothing');
    const lines = await compared(page);
    const of = (name, at = 0) => lines.filter((line) => line.name === name)[at].amounts;
    assert.deepEqual(of(role), [46_000, 42_000, -4_000]);
    assert.deepEqual(of(role, 1), [2 * 36 * 46_000, 2 * 36 * 42_000, -2 * 36 * 4_000]);
    const profit = of(texts['sides.profit_month']);
    assert.equal(profit[2], 10_400);
    assert.equal(of(texts['sides.profit_plan'])[2], 36 * 10_400);
    const verdict = plain(await section(page, 'compare').locator('.verdict').innerText());
    assert.ok(verdict.includes(texts['sides.cheaper'].replace(': ', '').slice(0, 20)), verdict);
    const shown = (thousands) => (language === 'ru' ? `${thousands} ₽` : `$${thousands.replace(' ', ',')}`);
    assert.ok(verdict.includes(shown('4 000')) && verdict.includes(shown('10 400')), verdict);

    const keeps = async () => (await finding(page, 'sides')).replace(/\.$/, '');
    assert.ok((await keeps()).includes(money(profit[0], language)), 'the owner keeps the same in both sections');
    await field(page, 'team/proposed').check();
    await eventually(async () => assert.notEqual(await values(page), before));
    const proposed = await slip(page);
    assert.equal(proposed.gross - today.gross, of(role)[2]);
    assert.ok((await keeps()).includes(money(profit[1], language)));
    assert.match(await section(page, 'payslip').innerText(), new RegExp(texts['slip.plan_proposed']));
    assert.deepEqual(await compared(page), lines, 'the comparison stays');
    await field(page, 'team/proposed').uncheck();
    await eventually(async () => assert.equal(await values(page), before));
  });
}

/** An amount as the page writes it: a ready-made model counts in roubles in English too. */
function money(number, language, sign = language === 'ru' ? '₽' : '$') {
  const digits = String(number).replace(/\B(?=(\d{3})+$)/g, language === 'ru' ? ' ' : ',');
  return language === 'ru' ? `${digits} ${sign}` : `${sign}${digits}`;
}

journey('the plan of the role that is chosen is the one that is shown and changed', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'agency');
  await go(page, 'people');
  for (const [role, id] of [['Аккаунт', 'c'], ['Директор', 'a'], ['Продажи', 'b']]) {
    await lookAt(page, role, 'pay');
    await eventually(async () => assert.ok(await field(page, `people/${id}/salary-again`).isVisible(), role));
    assert.equal(await page.locator('[id$="-salary-again"]').count(), 1);
  }
  await takeTemplate(page, 'b2b_sales');
  await go(page, 'people');
  await press(page, 'pay', ru['roles.proposed']);
  await eventually(async () => assert.ok(await field(page, 'people/b/proposed/parts/a/pool').isVisible()));
  // What is proposed has amounts beside today's, before the plan counts with it and after.
  const beside = /= 88 000 ₽.*Сейчас — [\d ]+ ₽: предлагаем на [\d ]+ ₽ (больше|меньше)\./;
  await eventually(async () => assert.match(await monthLine(page), beside));
  const told = await monthLine(page);
  await press(page, 'pay', ru['roles.count']);
  await eventually(async () => assert.ok(await field(page, 'team/proposed').isChecked()));
  await eventually(async () => assert.equal(await monthLine(page), told));
  await press(page, 'pay', ru['roles.today']);
  await eventually(async () => assert.ok(await field(page, 'people/b/pay/parts/a/rate').isVisible()));
});

for (const language of ['ru', 'en']) {
  journey(`what is wrong with pay is said with its reason, ${language}`, async ({ open }) => {
    const texts = wordsOf(language);
    const page = await open({ locale: language === 'ru' ? 'ru-RU' : 'en-US' });
    await takeTemplate(page, 'b2b_sales', language);
    await go(page, 'people');
    const promised = remarks(page).locator('li', { hasText: texts['remark.promise_unreachable.what'] });
    assert.ok((await remarks(page).innerText()).includes(texts['load.if_proposed']), 'nothing of it counts yet');
    // 40 000 and, at 150 %, 60 000 × (60 % × 1.5 + 40 % × 0.5 for the calls, which stay at 90 %).
    const said = plain(await promised.innerText());
    for (const sum of [250_000, 40_000 + 60_000 * 1.1]) assert.ok(said.includes(money(sum, language, '₽')), said);
    await field(page, 'team/proposed').check();
    await eventually(async () => assert.equal((await remarks(page).innerText()).includes(texts['load.if_proposed']), false));
    assert.equal(await promised.count(), 1, 'now it counts');
    await field(page, 'team/proposed').uncheck();

    const low = remarks(page).locator('li', { hasText: texts['remark.pay_below_minimum.what'] });
    assert.equal(await low.count(), 0);
    await enter(page, { 'people/b/salary': '20000' });
    // The last minimum that is law, for a plan that begins a year later.
    assert.match(plain(await low.innerText()), /2026/);
    assert.ok(plain(await low.innerText()).includes(money(27_093, language, '₽')));
    const will = remarks(page).locator('li', { hasText: texts['remark.at_will.what'] });
    assert.equal(await will.count(), 0);
    await lookAt(page, language === 'ru' ? 'Менеджер продаж' : 'Sales manager');
    await field(page, 'people/b/pay/at_will').check();
    assert.match(plain(await will.innerText()), language === 'ru' ? /ст\. 135.*144-ФЗ.*2025/ : /art\. 135.*144-FZ.*2025/);
    assert.ok((await remarks(page).innerText()).includes(texts['load.law']));
    await will.getByRole('button').click();
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'people-pay'));
  });
}

journey('a plan in which nothing is wrong says so', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'coffee');
  await go(page, 'people');
  assert.ok((await remarks(page).innerText()).includes(ru['remark.all_well'].slice(0, 30)));
});

journey('a role that has just been added is not blamed for its empty salary', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'coffee');
  await go(page, 'people');
  assert.equal(plain(await section(page, 'remarks').getByRole('heading').first().innerText()), 'Замечания');
  await field(page, 'people').click();
  await section(page, 'team').locator('tbody tr').nth(1).waitFor();
  const low = remarks(page).locator('li', { hasText: ru['remark.pay_below_minimum.what'] });
  assert.equal(await low.count(), 0);
});
