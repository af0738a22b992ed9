// The People screen: a team from nothing, overload, both sides, issues that lead there, links, the keyboard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  answerEight, assertAlive, en, enter, field, go, name, openFile, plain, ru, screens, shareLink, takeTemplate, values,
} from '../app.mjs';
import { eventually, journey, overflows } from '../page.mjs';
import {
  amount, filled, finding, hireSellers, lookAt, lookIn, monthLine, press, rows, section, statement, undo, wordsOf,
} from '../people.mjs';

const documents = new URL('../../documents/', import.meta.url);

for (const [language, width] of [['ru', 1280], ['en', 1280], ['ru', 360], ['en', 360]]) {
  journey(`a team is put together from nothing, ${language}, ${width} pixels`, async ({ open }) => {
    const texts = wordsOf(language);
    const page = await open({ width, locale: language === 'ru' ? 'ru-RU' : 'en-US' });
    const role = await hireSellers(page, language);
    const salaries = await values(page);
    assert.match(await section(page, 'payslip').innerText(), new RegExp(role));

    // Of the 120 000 that one brings, 5 %: 6 000. The plan is just met, the tier above it does nothing yet.
    await press(page, 'pay', texts['roles.ready_sales']);
    const month = await lookIn(page, 0);
    const sums = language === 'ru' ? ['40 000 ₽', '6 000 ₽', '46 000 ₽'] : ['$40,000', '$6,000', '$46,000'];
    const [salary, variable, total] = sums;
    assert.equal(await monthLine(page), filled(texts['roles.sum'], { month, salary, variable, total }));
    const paid = await values(page);
    assert.notEqual(paid, salaries, 'the answers count with it');
    assert.equal(await overflows(page), false);

    await go(page, 'result');
    const monthly = async (name) => await statement(page, texts[name]);
    assert.deepEqual(new Set(await monthly('figure.salaries')), new Set([-104]), '2 × 40 000 × 1.3, in thousands');
    assert.deepEqual(new Set(await monthly('figure.variable_pay')), new Set([-16]), '2 × 6 000 × 1.3 = 15 600');

    await undo(page);
    await eventually(async () => assert.equal(await values(page), salaries, 'one step back'));
    // The tables by month are out of sight, and follow when nobody waits.
    const variablePay = page.locator('main table.statement').getByText(texts['figure.variable_pay'], { exact: true });
    await eventually(async () => assert.equal(await variablePay.count(), 0));
    assert.equal((await monthly('figure.salaries'))[0], -104);
    await go(page, 'people');
    assert.equal(await field(page, 'people/a/pay/parts/a/rate').count(), 0);
  });
}

journey('a minimum wage that is entered stands in place of the law', async ({ open }) => {
  const page = await open();
  await hireSellers(page, 'ru');
  const remark = section(page, 'remarks').locator('li', { hasText: ru['remark.pay_below_minimum.what'] });
  assert.match(plain(await section(page, 'team').innerText()), /МРОТ \d{4} года/, 'the law is named while the field is empty');
  assert.equal(await remark.count(), 0, '40 000 is lawful');
  await field(page, 'team/minimum_wage').fill('50 000');
  await remark.waitFor();
  assert.match(plain(await remark.innerText()), /40 000.*50 000/);
  const title = await page.getByRole('button', { name: ru.undo, exact: true }).getAttribute('title');
  assert.ok(title.includes(ru['field.team.minimum_wage']), title);
  await undo(page);
  await eventually(async () => assert.equal(await remark.count(), 0, 'the law again'));
});

journey('overload is marked where it matters, and costs clients once it counts', async ({ open }) => {
  const page = await open();
  const role = await hireSellers(page, 'ru', '20');
  // 120 leads come to two people who can handle 20 each.
  const remark = section(page, 'remarks').locator('li', { hasText: ru['remark.overload.what'] });
  assert.match(plain(await remark.innerText()), /300 %/);
  const chart = section(page, 'team').locator('figure');
  assert.ok(await chart.locator('path[fill="url(#p-bad)"]').first().getAttribute('d'), 'hatched');
  assert.match(plain(await chart.locator('svg.plot').textContent()), /▲ [^\d]*300 %/);
  assert.match(await finding(page, 'team'), /300 %/);
  await remark.getByRole('button').click();
  await eventually(async () => assert.equal(await focused(page), 'people-team', 'the remark leads to the team'));

  await go(page, 'plan');
  const row = field(page, 'people/a/role').locator('xpath=ancestor::tr');
  assert.match(plain(await row.innerText()), new RegExp(ru['load.tag']));
  await go(page, 'result');
  assert.equal((await statement(page, ru['roles.kpi_clients']))[0], 12);
  const before = await values(page);

  await go(page, 'people');
  await press(page, 'team', ru['load.cap']);
  const lost = section(page, 'team').locator('.message');
  await lost.locator('.figures').waitFor();
  // Four clients a month instead of twelve, for 36 months.
  assert.equal(amount(plain(await lost.locator('.figure .value').first().innerText())), 288);
  assert.ok(await field(page, 'team/caps_flow').isChecked());
  assert.notEqual(await values(page), before);
  await go(page, 'result');
  assert.equal((await statement(page, ru['roles.kpi_clients']))[0], 4);
  await go(page, 'people');
  await field(page, 'team/caps_flow').click();
  await eventually(async () => assert.equal(await values(page), before));
  await field(page, 'people/a/capacity').fill('60');
  await eventually(async () => assert.equal(await remark.count(), 0, 'enough for all'));
  assert.match(await section(page, 'team').innerText(), new RegExp(role));
});

journey('if sales change: the parts add up to the revenue, and what is said follows the pickers', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'b2b_sales');
  await go(page, 'people');
  const table = section(page, 'sides').locator('table[aria-labelledby=growth-title]');
  for (const change of ['−20 %', '+10 %', '+30 %', '+50 %']) {
    await press(page, 'sides', change);
    for (const month of [4, 11, 30]) {
      await lookIn(page, month);
      const parts = (await rows(table)).map(([, , , money, share]) => [amount(money), amount(share)]);
      const [[revenue, whole]] = parts.splice(-1);
      assert.equal(Math.sign(revenue), change.startsWith('+') ? 1 : -1);
      // Each is rounded to a rouble of its own.
      const sum = parts.reduce((sum, [money]) => sum + money, 0);
      assert.ok(Math.abs(sum - revenue) <= 2, `${change}: ${sum} of ${revenue}`);
      assert.equal(whole, 100);
      assert.equal(parts.reduce((sum, [, share]) => sum + Math.round(share * 10), 0), 1000, 'shares');
    }
  }
  await lookIn(page, 11);
  const said = new Set([await finding(page, 'sides')]);
  for (const role of ['Директор', 'Сервис', 'Менеджер продаж']) {
    await lookAt(page, role, 'sides');
    const text = await finding(page, 'sides');
    assert.ok(text.includes(`«${role}»`), text);
    said.add(text);
  }
  await lookIn(page, 20);
  said.add(await finding(page, 'sides'));
  assert.equal(said.size, 4);
});

/** Tiers of a part in the wrong order: typed, listed on the Plan screen, found again. */
async function misordered(page, part) {
  const second = field(page, `${part}/tiers/b/from`);
  for (let added = 0; added < 2 && await second.count() === 0; added += 1) await field(page, `${part}/tiers`).click();
  await enter(page, { [`${part}/tiers/a/from`]: '120', [`${part}/tiers/b/from`]: '100' });
  // Another role is looked at meanwhile.
  await lookAt(page, 'Сервис');
  await leads(page, `${part}/tiers/b/from`, ru['issue.tiers_fall']);
}

/** That an issue stands on the Plan screen and leads to its field on the People screen. */
async function leads(page, path, text) {
  await go(page, 'plan');
  const issue = page.locator('.issues li', { hasText: text });
  await issue.locator('button.link').first().click();
  await field(page, path).waitFor();
  await eventually(async () => assert.equal(await focused(page), `in-${path.replaceAll('/', '-')}`));
  assert.match(await page.locator('nav.tabs .tab[aria-current=page]').innerText(), new RegExp(`^${ru['screen.people']}`));
}

journey('an issue of pay leads from the Plan to its field', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'b2b_sales');
  await go(page, 'people');
  await misordered(page, 'people/b/pay/parts/a');
  await enter(page, { 'people/b/pay/parts/a/tiers/b/from': '150' });
  await press(page, 'chain', ru['chain.fill']);
  await enter(page, { 'team/steps/c/from': '4' });
  await leads(page, 'team/steps/c/from', ru['issue.tiers_fall']);
});

journey('an issue of a KPI leads to its steps', async ({ open }) => {
  const page = await open();
  await hireSellers(page);
  await press(page, 'pay', ru['roles.ready_kpi']);
  await section(page, 'pay').locator('#more-in-people-a-pay-parts-a-kpis-a').click();
  await enter(page, { 'people/a/pay/parts/a/kpis/a/steps/c/from': '70' });
  await leads(page, 'people/a/pay/parts/a/kpis/a/steps/c/from', ru['issue.tiers_fall']);
});

journey('an issue of a proposal leads to the proposal', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'b2b_sales');
  await go(page, 'people');
  await press(page, 'pay', ru['roles.proposed']);
  await press(page, 'pay', ru['roles.ready_sales']);
  await misordered(page, 'people/b/proposed/parts/a');
});

journey('a link carries people, pay, proposals and scores whole', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'b2b_sales');
  await go(page, 'people');
  await press(page, 'chain', ru['chain.fill']);
  await enter(page, { 'team/handovers/a/scores/d/score': '4', 'team/handovers/a/weight': '2' });
  await page.locator('#more-in-people-b').click();
  await field(page, 'people/b/hires').click();
  await enter(page, { 'people/b/hires/a/heads': '0,5', 'people/b/contributions': '15', 'people/b/capacity': '30' });
  await field(page, 'people/b/pay/guarantee').selectOption({ label: ru['choice.people.pay.guarantee.draw'] });
  await enter(page, { 'people/b/pay/guaranteed': '90000' });
  await field(page, 'team/caps_flow').check();
  await field(page, 'people/b/pay/at_will').check();
  const told = async (where) => plain(await where.locator('main').innerText());
  await page.locator('#more-in-people-b').click();
  const [seen, people] = [await values(page), await told(page)];
  const link = await shareLink(page);

  const other = await open({ hash: link.slice(link.indexOf('#')) });
  await eventually(async () => assert.equal(await values(other), seen));
  await go(other, 'people');
  await eventually(async () => assert.equal(await told(other), people));
  assert.equal(await field(other, 'team/handovers/a/scores/d/score').inputValue(), '4');
  assert.match(await field(other, 'people/b/pay/guaranteed').inputValue(), /^90\s000$/);
});

for (const id of ['v1', 'people']) {
  journey(`a link made long ago still opens: ${id}`, async ({ open }) => {
    const hash = `#${readFileSync(new URL(`${id}.link`, documents), 'utf8').trim()}`;
    const page = await open({ hash });
    const { model } = JSON.parse(readFileSync(new URL(`${id}.json`, documents), 'utf8'));
    await eventually(async () => assert.equal(await name(page), model.about.name));
    const seen = await values(page);
    assert.match(seen, /×/);
    for (const screen of screens) {
      await go(page, screen);
      await assertAlive(page);
    }
    const other = await open();
    await openFile(other, readFileSync(new URL(`${id}.json`, documents), 'utf8'));
    await eventually(async () => assert.equal(await values(other), seen));
    await go(other, 'people');
    assert.match(await section(other, 'payslip').innerText(), new RegExp(model.people[0].role));
  });
}

journey('by keyboard alone: to a pay rate, and changed', async ({ open }) => {
  const page = await open({ locale: 'en-US' });
  await takeTemplate(page, 'b2b_sales', 'en');
  const before = await values(page);
  await page.locator('body').press('Tab');
  await tabTo(page, (element) => element.matches('nav.tabs .tab') && element.textContent.includes('People'), 60);
  await page.keyboard.press('Enter');
  await section(page, 'pay').waitFor();
  await tabTo(page, (element) => element.matches('.parts button') && element.textContent.includes('How we pay'), 60);
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await focused(page), 'people-pay'));
  await tabTo(page, (element) => element.id === 'in-people-b-pay-parts-a-rate', 40);
  await page.keyboard.type('9');
  assert.notEqual(await values(page), before);
  assert.match(plain(await section(page, 'pay').innerText()), new RegExp(filled(en['slip.of_new_sales'], { rate: '9%' })));
  await page.keyboard.press('Control+z');
  await eventually(async () => assert.equal(await values(page), before));
});

async function focused(page) {
  return await page.evaluate(() => document.activeElement?.id ?? '');
}

/** Presses Tab until the focus is on what fits. */
async function tabTo(page, fits, most) {
  for (let times = 0; times < most; times += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`(${fits})(document.activeElement)`)) return;
  }
  assert.fail(`not reached by Tab: ${fits}`);
}

journey('salaries that the fixed costs of Start hold are asked about when roles are added', async ({ open }) => {
  const page = await open();
  await answerEight(page, ['12 000', '100', '10', '1000', '50', '2', '50', '200 000']);
  await go(page, 'people');
  await field(page, 'people').click();
  const question = page.locator('#doubled-salaries');
  assert.equal(await question.count(), 0, 'nobody is paid yet');
  await enter(page, { 'people/a/heads': '2', 'people/a/salary': '50000' });
  // 2 × 50 000 × 1.3 = 130 000 of 200 000.
  await eventually(async () => assert.match(plain(await question.innerText()), /200 000 ₽.*130 000 ₽/s));
  await question.getByRole('button', { name: ru['salaries.take_out'] }).click();
  await eventually(async () => assert.equal(await question.count(), 0));
  await go(page, 'plan');
  await eventually(async () => assert.equal(plain(await field(page, 'costs/a/amount').inputValue()), '70 000'));
  await undo(page);
  await eventually(async () => assert.equal(plain(await field(page, 'costs/a/amount').inputValue()), '200 000'));
});
