// Plan against fact, quarter by quarter: differences, causes of profit, the forecast, plans as they stood, the report.
import assert from 'node:assert/strict';
import { download, en, field, go, menu, notice, openFile, plain, ru, takeTemplate } from '../app.mjs';
import { eventually, journey } from '../page.mjs';
import { facts, numbers, openQuarters, part, rowsOf } from '../quarters.mjs';

const close = (one, other) => Math.abs(one - other) < 0.011;

for (const [language, width] of [['ru', 1280], ['en', 360]]) {
  journey(`plan and fact, and causes that are the whole difference, ${language}, ${width} pixels`, async ({ open }) => {
    const texts = language === 'ru' ? ru : en;
    const page = await open({ width, locale: language === 'ru' ? 'ru-RU' : 'en-US' });
    await openQuarters(page, 3, { language });
    const lines = await rowsOf(page, 'compare-statement');
    const profit = lines.find(([name]) => name === texts['figure.profit']);
    const [plan, fact, difference] = profit.slice(1, 4).map((text) => numbers(text)[0]);
    assert.ok(Math.abs(fact - plan - difference) <= 1, profit.join(' | '));
    const channels = await rowsOf(page, 'compare-channels');
    const leads = channels.filter(([name]) => name === texts['compare.leads']).map(([, , fact]) => fact);
    assert.equal(leads.filter((fact) => fact === texts['compare.not_recorded']).length, 1, 'letters are in the plan alone');
    const counted = leads.map((fact) => numbers(fact)[0]).filter((count) => count !== undefined);
    assert.deepEqual(counted, [14 + 17 + 12, 5 + 4 + 6, 43 + 15]);

    const told = numbers((await page.locator('.causes-sum').innerText()).replace(/ ([−+]) /, ' $1'));
    assert.equal(told.length, 3, told.join());
    assert.ok(close(told[0] + told[1], told[2]), told.join());
    const causes = await part(page, 'compare').locator('ul.causes li').allInnerTexts();
    const sum = causes.map((text) => numbers(text.split(': ').at(-1))[0]).reduce((sum, amount) => sum + amount, 0);
    assert.ok(Math.abs(sum - told[1]) <= causes.length, `${sum} and ${told[1]}`);
    assert.equal(await part(page, 'compare').locator('.two svg.plot').count(), 2, 'two funnels');

    await page.locator('#compare-months').selectOption({ index: 2 });
    await eventually(async () => {
      const [first] = (await rowsOf(page, 'compare-channels')).filter(([name]) => name === texts['compare.leads']);
      assert.equal(numbers(first[2])[0], 14);
    });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} pixels too wide`);
    await allInSight(page);
  });
}

/** That no table of plan and fact, and none of the report, hides its last column behind scrolling. */
async function allInSight(page) {
  const hidden = await page.locator('.scroll:has(> :is(.beside, .said))').evaluateAll((frames) =>
    frames.filter((frame) => frame.scrollWidth > frame.clientWidth + 1).map((frame) => frame.innerText.slice(0, 40)));
  assert.deepEqual(hidden, []);
  const cells = page.locator('table[aria-labelledby=compare-statement] tbody tr:first-child > *');
  assert.equal(await cells.count(), 5);
  for (const cell of await cells.all()) {
    const { x, width } = await cell.boundingBox();
    assert.ok(width > 0 && x >= 0 && x + width <= page.viewportSize().width, await cell.innerText());
  }
}

journey('what is not recorded is said to be so and taken from the plan', async ({ open }) => {
  const page = await open();
  await openQuarters(page, 2, { left_out: ['payroll', 'cash'] });
  const lines = await rowsOf(page, 'compare-statement');
  const blank = { 'compare.pay': 'compare.not_recorded', 'figure.profit': 'compare.partly', 'compare.cash': 'compare.not_recorded' };
  for (const [word, told] of Object.entries(blank)) {
    const [, , fact, difference] = lines.find(([name]) => name === ru[word]);
    assert.deepEqual([fact, difference], [ru[told], '—'], word);
  }
  const said = plain(await part(page, 'compare').innerText());
  assert.match(said, new RegExp(ru['compare.line.payroll']));
  assert.ok(said.includes(ru['compare.uneven']), 'the lines of the statement are of different months');
  assert.ok((await page.locator('.causes-sum').innerText()).length > 0);
});

journey('without facts there is the plan and the way to write them down', async ({ open }) => {
  const page = await open();
  await openQuarters(page, 0);
  assert.match(await part(page, 'compare').innerText(), new RegExp(ru['compare.none']));
  assert.match(await part(page, 'quarters').innerText(), new RegExp(ru['quarters.none']));
  assert.match(await part(page, 'report').innerText(), new RegExp(ru['quarters.report_none']));
  await part(page, 'compare').getByRole('button', { name: ru['compare.to_facts'] }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'facts-record');
});

for (const [language, width] of [['ru', 360], ['en', 1280]]) {
  journey(`the forecast with its bounds and what has changed, ${language}, ${width} pixels`, async ({ open }) => {
    const texts = language === 'ru' ? ru : en;
    const page = await open({ width, locale: language === 'ru' ? 'ru-RU' : 'en-US' });
    await openQuarters(page, 5, { language });
    const own = part(page, 'quarters');
    const rows = await own.locator('table.three tbody tr').allInnerTexts();
    assert.equal(rows.length, 2);
    const lines = await own.locator('.changed li').allInnerTexts();
    assert.ok(lines.length >= 1 && lines.length <= 5, lines.join('\n'));
    assert.doesNotMatch(lines.join(), /NaN|inf|undefined/);
    const begin = texts['quarters.band'].split('{')[0];
    await eventually(async () => assert.ok((await own.innerText()).includes(begin)));
    const table = await rowsOf(page, 'quarters-table');
    assert.ok(table.filter(([name]) => name === texts['quarters.cash']).length >= 4);
    const told = texts['quarters.told'].replace('{n}', '2').replace('{all}', '3');
    assert.ok(table.some((row) => row.some((cell) => cell.includes(told))), 'the second quarter is not over');
  });
}

journey('a plan is kept, returned to, and the step undone', async ({ open }) => {
  const page = await open();
  await openQuarters(page, 3);
  const own = part(page, 'quarters');
  await own.getByRole('button', { name: ru['quarters.keep'], exact: true }).click();
  await eventually(async () => assert.equal((await rowsOf(page, 'quarters-kept')).length, 2));
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const hidden = await page.locator('.kept').evaluate((frame) => frame.scrollWidth - frame.clientWidth);
  assert.ok(hidden <= 1, 'the way back is in sight on a phone');
  await page.setViewportSize(wide);
  const revenue = async () => (await rowsOf(page, 'quarters-table')).filter(([name]) => name === ru['quarters.revenue']).at(-1);
  const before = await revenue();
  await go(page, 'plan');
  await field(page, 'offer/price').fill('99000');
  await field(page, 'offer/price').blur();
  await go(page, 'facts');
  // What was planned is the kept plan; where it goes is today's, as far as deals that were counted let it.
  await eventually(async () => {
    const [, plan, , forecast] = await revenue();
    assert.equal(plan, before[1]);
    assert.ok(numbers(forecast)[0] > numbers(before[3])[0] * 1.1, `${forecast} after ${before[3]}`);
  });
  assert.ok(plain(await part(page, 'report').innerText()).includes(ru['board.then'].split('{')[0].trim()), 'the report says of which plan');
  const back = own.getByRole('button', { name: ru['quarters.back'] });
  await back.click();
  assert.ok((await notice(page)).startsWith(ru['quarters.back_done'].split('{')[0]));
  await go(page, 'plan');
  assert.ok(plain(await field(page, 'offer/price').inputValue()).includes('70 000'));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: ru.undo, exact: true }).click();
  await eventually(async () => assert.ok(plain(await field(page, 'offer/price').inputValue()).includes('99 000')));
  await go(page, 'facts');
  assert.match(await part(page, 'compare').innerText(), new RegExp(ru['compare.by_channel']), 'facts are there');
});

journey('the forecast becomes the plan only when asked, in one step', async ({ open }) => {
  const page = await open();
  await openQuarters(page, 5);
  const own = part(page, 'quarters');
  await own.getByRole('button', { name: ru['quarters.adopt_open'], exact: true }).click();
  const changes = own.locator('.asked tbody tr');
  assert.ok(await changes.count() > 4);
  await own.getByRole('button', { name: ru['quarters.adopt_do'], exact: true }).click();
  assert.equal(await notice(page), ru['quarters.adopt_done']);
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'quarters-adopt'));
  await eventually(async () => assert.equal((await rowsOf(page, 'quarters-kept')).length, 2, 'the plan before is kept'));
  await page.getByRole('button', { name: ru.undo, exact: true }).click();
  await eventually(async () => assert.match(await own.innerText(), new RegExp(ru['quarters.kept_none'])));
});

/** How many pages the screen takes on paper. */
async function pages(page) {
  const paper = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
  return paper.match(/\/Type\s*\/Page\b/g)?.length;
}

journey('two pages are printed and nothing else, by the button and without it', async ({ open }) => {
  const page = await open();
  await openQuarters(page, 5);
  await page.evaluate(() => { window.print = () => { window.asked = document.documentElement.dataset.print; }; });
  await part(page, 'report').getByRole('button', { name: ru['quarters.report_print'], exact: true }).click();
  await eventually(async () => assert.equal(await page.evaluate(() => window.asked), 'report'));
  for (const by_button of [true, false]) {
    if (!by_button) await page.evaluate(() => { delete document.documentElement.dataset.print; });
    await page.emulateMedia({ media: 'print' });
    const [all, sheets] = await page.evaluate(() => [document.body, document.querySelector('.sheets')].map((element) => element.innerText.trim()));
    assert.equal(plain(all), plain(sheets));
    assert.equal(await pages(page), 2);
    await page.emulateMedia({ media: null });
  }
});

/** Four channels, two of them told for one month of three, through a funnel of four stages. */
async function openFourByFour(page) {
  await takeTemplate(page, 'agency');
  const file = JSON.parse((await download(page, () => menu(page, ru['model.save_file']))).text);
  const { stages } = file.model.funnel;
  stages.push({ ...stages.at(-1), id: 'z', name: 'Предоплата' });
  const told = facts(3);
  for (const { channels } of told.months) for (const own of channels) own.stages.push({ id: 'z', count: '1' });
  const { channels } = told.months[2];
  channels.push(...['c', 'd'].map((id) => ({ ...channels[0], id })));
  file.model.facts = told;
  await openFile(page, file);
  await go(page, 'facts');
  await part(page, 'report').waitFor();
}

journey('four channels through four stages are two pages too, in print that can be read', async ({ open }) => {
  const page = await open();
  await openFourByFour(page);
  const table = page.locator('table[aria-labelledby=report-channels]');
  assert.equal(await table.locator('.group').count(), 5, 'four channels and all of them');
  assert.ok(await table.locator('small').count() >= 18, 'lines that say how many months are told');
  assert.equal(await pages(page), 2);
  await page.emulateMedia({ media: 'print' });
  const sizes = await page.locator('.sheet :is(th, td, small, li, p)').evaluateAll((elements) =>
    elements.map((element) => parseFloat(getComputedStyle(element).fontSize)));
  assert.ok(Math.min(...sizes) >= 10, `${Math.min(...sizes)} pixels are less than seven and a half points`);
});
