// The pay slip, on the screen and on paper, and what scores of one's customers do to it.
import assert from 'node:assert/strict';
import { enter, field, go, plain, ru, takeTemplate } from '../app.mjs';
import { eventually, journey } from '../page.mjs';
import { amount, finding, lookAt, lookIn, press, rows, section, slip, wordsOf } from '../people.mjs';

/** That the parts add up, and that 13 % of the sum are withheld. */
function assertWhole({ parts, gross, tax, hand }, where) {
  assert.ok(parts.length >= 1, where);
  assert.equal(parts.reduce((sum, part) => sum + part.amount, 0), gross, `${where}: the parts`);
  assert.ok(Math.abs(tax + gross * 0.13) <= 1, `${where}: ${tax} of ${gross}`);
  assert.equal(gross + tax, hand, `${where}: in hand`);
}

for (const [language, width] of [['ru', 1280], ['en', 360]]) {
  journey(`a pay slip adds up in any month, by either plan, ${language}, ${width} pixels`, async ({ open }) => {
    const texts = wordsOf(language);
    const page = await open({ width, locale: language === 'ru' ? 'ru-RU' : 'en-US' });
    await takeTemplate(page, 'b2b_sales', language);
    await go(page, 'people');
    await lookAt(page, language === 'ru' ? 'Менеджер продаж' : 'Sales manager');
    const sums = new Set();
    for (const proposed of [false, true]) {
      await field(page, 'team/proposed').setChecked(proposed);
      for (const month of [0, 5, 11, 35]) {
        const name = await lookIn(page, month);
        assert.match(plain(await page.locator('#payslip-of').innerText()), new RegExp(name.replaceAll('.', '\\.')));
        const read = await slip(page);
        assertWhole(read, name);
        assert.equal(read.lines, 3);
        assert.ok(read.parts.some(({ how }) => plain(how) !== ''), 'how it is reckoned');
        sums.add(read.gross);
      }
      const note = texts[proposed ? 'slip.plan_proposed' : 'slip.plan_today'];
      assert.ok((await section(page, 'payslip').innerText()).includes(note));
    }
    assert.ok(sums.size >= 5, 'months differ');
    await lookAt(page, language === 'ru' ? 'Сервис' : 'Service');
    await lookIn(page, 0);
    assert.equal(await page.locator('.payslip').count(), 0, 'nobody works there yet');
    assert.ok((await section(page, 'payslip').innerText()).includes(texts['slip.nobody']));
  });
}

journey('each product of a base and a rate is the amount beside it', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'b2b_sales');
  await go(page, 'people');
  await lookIn(page, 11);
  const { parts } = await slip(page);
  assert.equal(parts.length, 3);
  for (const { how, amount: paid } of parts.slice(1)) {
    const [base, rate] = plain(how).split('×').map(amount);
    assert.ok(Math.abs(base * rate / 100 - paid) <= 1, `${how} = ${paid}`);
  }
});

journey('on paper there is the slip and nothing else', async ({ open }) => {
  const page = await open({ colorScheme: 'dark' });
  await takeTemplate(page, 'b2b_sales');
  await go(page, 'people');
  await page.evaluate(() => { window.print = () => { window.asked = document.documentElement.dataset.print; }; });
  await press(page, 'payslip', ru['slip.print']);
  await eventually(async () => assert.equal(await page.evaluate(() => window.asked), 'payslip'));
  await page.emulateMedia({ media: 'print' });
  const [all, own] = await page.evaluate(() => [document.body, document.querySelector('.payslip')].map((element) => element.innerText.trim()));
  assert.ok(own.length > 100);
  assert.equal(plain(all), plain(own));
  const paper = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
  assert.equal(paper.match(/\/Type\s*\/Page\b/g)?.length, 1);

  // Printing ends, and so does any later printing by the browser's own menu.
  for (let times = 0; times < 2; times += 1) await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  assert.ok(await page.locator('nav.tabs').isVisible(), 'the page is whole again');
});

for (const [language, width] of [['ru', 1280], ['en', 360]]) {
  journey(`scores along the chain move pay, ${language}, ${width} pixels`, async ({ open }) => {
    const texts = wordsOf(language);
    const page = await open({ width, locale: language === 'ru' ? 'ru-RU' : 'en-US' });
    await takeTemplate(page, 'b2b_sales', language);
    await go(page, 'people');
    const role = language === 'ru' ? 'Менеджер продаж' : 'Sales manager';
    await lookAt(page, role);
    await lookIn(page, 9);
    const before = await slip(page);
    await press(page, 'chain', texts['chain.fill']);
    assert.deepEqual((await slip(page)).gross, before.gross, 'without scores nothing changes');

    // A score under five counts half for 15 % of the variable pay; of the fourth quarter this is the first month.
    const score = field(page, 'team/handovers/a/scores/d/score');
    await score.fill('4');
    // One score in a year is shown and moves nothing.
    const few = (await rows(section(page, 'chain').locator('table.rated'))).find(([head]) => head === role).at(4);
    assert.match(few, language === 'ru' ? /^не на оплату: за год 1 оценка, нужно 8/ : /^shown, not paid: 1 score within a year, 8 needed/);
    assert.deepEqual((await slip(page)).gross, before.gross, 'with few scores nothing changes');
    const links = await moreCustomers(page, role, texts);
    const fourth = async (value) => {
      for (const link of links) await field(page, `team/handovers/${link}/scores/d/score`).fill(value);
    };
    await fourth('4');
    const weak = await slip(page);
    const rating = weak.parts.find(({ name }) => plain(name) === texts['slip.rating']);
    const variable = before.gross - before.parts[0].amount;
    assert.ok(Math.abs(rating.amount + variable * 0.15 * 0.5) <= 1, `${rating.amount} of ${variable}`);
    assert.ok(Math.abs(weak.gross - before.gross - rating.amount) <= 1);
    assertWhole(weak, 'a weak score');
    const effect = async () => (await rows(section(page, 'chain').locator('table.rated'))).find(([head]) => head === role).at(4);
    const quarter = rating.amount + await ratedIn(page, 10, texts) + await ratedIn(page, 11, texts);
    const told = amount((await effect()).split(/4(\.00|,00)? →/)[0]);
    // Each month's share is rounded to a rouble of its own.
    assert.ok(Math.abs(told - quarter) <= 2, `${told} in the chain, ${quarter} on the slips of the quarter`);
    await lookIn(page, 9);
    await eventually(async () => assert.ok((await finding(page, 'chain')).startsWith(texts['chain.weak'].split('{')[0])));

    await score.fill('10');
    await fourth('10');
    await eventually(async () => assert.ok((await slip(page)).gross > before.gross));
    await eventually(async () => assert.equal(await finding(page, 'chain'), texts['chain.all_good']));
    await score.fill('11');
    await score.blur();
    const note = plain(await page.locator('#in-team-handovers-a-scores-d-score-note').textContent());
    assert.equal(note, texts['issue.score_beyond']);
  });
}

/** Two more customers of a role, who score its first three quarters: with the fourth there are scores enough to be paid. */
async function moreCustomers(page, role, texts) {
  const executors = page.locator('[id^=in-team-handovers-][id$=-executor]');
  const known = async () => executors.evaluateAll((fields) => fields.map(({ id }) => id.split('-').at(-2)));
  const before = await known();
  for (let more = 1; more <= 2; more += 1) {
    await press(page, 'chain', texts['chain.add_link']);
    await eventually(async () => assert.equal((await known()).length, before.length + more));
  }
  const links = (await known()).filter((id) => !before.includes(id));
  for (const link of links) {
    await field(page, `team/handovers/${link}/executor`).selectOption({ label: role });
    for (const quarter of ['a', 'b', 'c']) await field(page, `team/handovers/${link}/scores/${quarter}/score`).fill('8');
  }
  return links;
}

/** What the rating adds to a month's pay, or takes. */
async function ratedIn(page, month, texts) {
  await lookIn(page, month);
  return (await slip(page)).parts.find(({ name }) => plain(name) === texts['slip.rating']).amount;
}
