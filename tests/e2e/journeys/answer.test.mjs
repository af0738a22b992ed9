// The first answer: eight numbers as people write them, and what a client then brings.
import assert from 'node:assert/strict';
import { QUICK, answerEight, answers, en, enter, field, go, note, plain, ru, state, stored, values } from '../app.mjs';
import { eventually, journey } from '../page.mjs';

// By hand, what both owners below have entered:
//   leads     = 12 000 ÷ (1200 ÷ 12)        = 120 a month, of whom 10 % become clients: 12 a month
//   CAC       = 12 000 ÷ 12                 = 1 000
//   order     = 1 234.56 × (1 − 50 %)       = 617.28, and after the first two a month at any time, half of the clients staying
//   1st month : 1 + 2 × (µ − 1 + ½) ÷ µ²    = 1.80402 orders of a client, µ = ln 2
//   LTV       = 617.28 × (1.80402 + 2 × (½ + ¼ + …)) = 2 348.15 over 36 months
//   LTV ÷ CAC = 2.348
//   payback   : the first order leaves 382.72, 0.62 of an order, reached at the age t: 2 × (1 − ½^t) ÷ µ = 0.62, t = 0.35
//   1st month : 12 × 1.80402 × 617.28 − 12 000 − 5 000        = −3 636.97, the lowest cash
//   2nd month : 12 × (1.80402 + 2 × ½) × 617.28 − 17 000      = +3 770.39, and profit ever after
const READY = {
  ru: ['12 тыс', '=1200/12', '10 %', '1 234,56', '50', '2', '40..60', '5000'],
  en: ['12k', '=1200/12', '10 %', '1,234.56', '50', '2', '40..60', '5,000'],
};
const ANSWERS = {
  ru: [
    ['2,3×', 'LTV 2 348 ₽ / CAC 1 000 ₽'], ['0,3 месяца', 'с первого заказа'],
    [/фев/, '2-й месяц плана'], ['≈ -3,6 тыс. ₽', /янв/],
  ],
  en: [
    ['2.3×', 'LTV $2,348 / CAC $1,000'], ['0.3 months', 'from the first order'],
    [/Feb/, 'month 2 of the plan'], ['≈ -$3.6K', /Jan/],
  ],
};

for (const [language, locale] of [['ru', 'ru-RU'], ['en', 'en-US']]) {
  journey(`eight numbers give the first answer, ${language}`, async ({ open }) => {
    const page = await open({ locale });
    const texts = language === 'ru' ? ru : en;
    await page.getByRole('heading', { level: 1, name: texts['start.title'] }).waitFor();
    assert.deepEqual(await stored(page, 'ue/m/'), {}, 'nothing is kept before anything is typed');

    await answerEight(page, READY[language]);
    const said = await answers(page);
    for (const [at, [value, detail]] of ANSWERS[language].entries()) {
      matches(said[at].value, value);
      // A range among the numbers takes the place of what stands under an answer.
      if (!said[at].detail.includes(' – ')) matches(said[at].detail, detail);
    }
    assert.deepEqual(said.map(({ tone }) => tone), ['watch', 'good', 'good', 'watch']);
    assert.equal(said[0].meaning, texts['answer.earn.watch'].replace('{units}', 'customers'));
    // The verdict is that of Result, and the same on both screens.
    const verdict = () => page.locator('main .verdict .say').innerText().then(plain);
    await eventually(async () => assert.match(await verdict(), new RegExp(`^${texts['meaning.money_short'].split('{')[0]}`)));
    const first = await verdict();

    await page.getByRole('button', { name: texts['start.to_result'] }).click();
    assert.equal(plain(await page.locator('main h1').innerText()), texts['screen.result']);
    assert.equal(await verdict(), first);
    assert.equal(await page.locator('main .verdict').getAttribute('data-tone'), 'watch');
  });
}

function matches(text, expected) {
  const minus = text.replaceAll('−', '-');
  if (expected instanceof RegExp) assert.match(minus, expected);
  else assert.equal(minus, expected);
}

journey('typed letter by letter, every keystroke is answered', async ({ open }) => {
  const page = await open();
  await answerEight(page, READY.ru);
  const before = await values(page);
  await field(page, 'offer/price').fill('');
  await field(page, 'offer/price').pressSequentially('2 469,12');
  await eventually(async () => assert.match(await values(page), /^4,7× /));
  assert.notEqual(await values(page), before);
  assert.equal(await field(page, 'offer/price').inputValue(), '2 469,12', 'the text is the visitor\'s own');
});

journey('a range is kept and its middle counts', async ({ open }) => {
  const page = await open();
  await answerEight(page, READY.ru);
  const rate = 'offer/retention/rate';
  assert.match(await note(page, rate), /от 40 % до 60 %, считаем по 50 %/);
  await field(page, rate).focus();
  assert.equal(plain(await field(page, rate).inputValue()), '40..60');
  await enter(page, { 'costs/a/amount': 'от 5 до 9 тыс' });
  assert.match(await note(page, 'costs/a/amount'), /от 5 000 ₽ до 9 000 ₽, считаем по 7 000 ₽/);
});

journey('a bad number keeps its text, says what is wrong, and the rest goes on', async ({ open }) => {
  const page = await open();
  await answerEight(page, READY.ru);
  const before = await values(page);
  const worth = async () => (await answers(page)).map(({ value }) => value);
  const former = await worth();
  await enter(page, { 'offer/price': 'дорого' });
  assert.equal(await field(page, 'offer/price').inputValue(), 'дорого');
  assert.equal(await state(page, 'offer/price'), 'wrong');
  assert.equal(await field(page, 'offer/price').getAttribute('aria-invalid'), 'true');
  assert.match(await note(page, 'offer/price'), /дорого/);
  assert.deepEqual(await worth(), former, 'the last good price counts');
  for (const { tone, detail } of await answers(page)) assert.deepEqual([tone, detail], ['unknown', ru['answer.refused']]);
  // What no price can be is refused as well, and the number before is named.
  await enter(page, { 'offer/price': '-5' });
  assert.deepEqual(await worth(), former);
  assert.ok((await note(page, 'offer/price')).startsWith(ru['fault.negative']));
  assert.match(await note(page, 'offer/price'), /1 234,56/);
  await enter(page, { 'offer/price': 'дорого' });

  await enter(page, { 'channels/a/budget': '24 000' });
  assert.equal(await field(page, 'offer/price').inputValue(), 'дорого');
  // The first month with 24 clients: 24 × 1.80402 × 617.28 − 24 000 − 5 000.
  assert.equal((await answers(page))[3].value, '≈ −2,3 тыс. ₽');
  assert.notEqual(await values(page), before, 'the other numbers are still worked out');

  // Elsewhere the result has no colour, and the text is there when one comes back.
  await go(page, 'result');
  const verdict = page.locator('.verdict');
  await eventually(async () => assert.equal(await verdict.getAttribute('data-tone'), 'unknown'));
  assert.ok((await verdict.textContent()).includes(ru['answer.refused_meaning']));
  await go(page, 'plan');
  await eventually(async () => assert.equal(await field(page, 'offer/price').inputValue(), 'дорого'));
  await go(page, 'start');
  assert.equal(await field(page, 'offer/price').inputValue(), 'дорого');
  assert.equal(await state(page, 'offer/price'), 'wrong');

  for (const [text, fault] of [['5,000 5', 'bad_groups'], ['1/0', null], ['=1/0', 'division_by_zero'], ['9..5', 'range_backwards']]) {
    await enter(page, { 'offer/price': text });
    assert.equal(await state(page, 'offer/price'), 'wrong', text);
    if (fault) assert.ok((await note(page, 'offer/price')).startsWith(ru[`fault.${fault}`].split('{')[0]), text);
  }
  await enter(page, { 'offer/price': '1 234,56', 'channels/a/budget': '12 000' });
  assert.equal(await state(page, 'offer/price'), null);
  assert.equal(await values(page), before);
});

journey('a doubtful reading is shown under the number', async ({ open }) => {
  const page = await open();
  await field(page, 'offer/price').fill('1.234');
  assert.equal(await state(page, 'offer/price'), 'doubt');
  // It asks, with both readings to press; it is not forgotten when one goes on.
  await eventually(async () => assert.match(await note(page, 'offer/price'), /^= 1,234 ₽\. Что имелось в виду\?/));
  await field(page, 'offer/price').blur();
  assert.equal(await state(page, 'offer/price'), 'doubt');
  await page.getByRole('button', { name: '1 234 ₽', exact: true }).click();
  assert.equal(plain(await field(page, 'offer/price').inputValue()), '1 234');
  assert.equal(await state(page, 'offer/price'), null);
  await field(page, 'channels/a/budget').fill('=1200/12');
  assert.equal(await note(page, 'channels/a/budget'), '= 100 ₽');
  // Pasted from a sheet, with spaces that do not break and a currency sign.
  await field(page, 'costs/a/amount').fill('1\u00a0234\u202f567,80 ₽');
  assert.equal(await state(page, 'costs/a/amount'), null);
  await field(page, 'costs/a/amount').blur();
  assert.equal(plain(await field(page, 'costs/a/amount').inputValue()), '1 234 567,8');
});

journey('an emptied question is an open one again', async ({ open }) => {
  const page = await open();
  await answerEight(page, READY.ru);
  await enter(page, { 'channels/a/cost_per_lead': '' });
  assert.equal(await field(page, 'channels/a/cost_per_lead').inputValue(), '');
  assert.equal((await answers(page))[0].tone, 'unknown');
  for (const path of QUICK) assert.equal(await field(page, path).count(), 1, path);
  await go(page, 'plan');
  await eventually(async () => assert.equal(await field(page, 'offer/price').count(), 1));
});

journey('Back goes to the screen that one came from, and Forward to it again', async ({ open }) => {
  const page = await open();
  const at = () => page.locator('nav.tabs .tab[aria-current=page]').innerText();
  const start = await at();
  await go(page, 'plan');
  await go(page, 'result');
  const result = await at();
  await page.goBack();
  assert.notEqual(await at(), result);
  await page.goBack();
  await eventually(async () => assert.equal(await at(), start));
  await page.goForward();
  await page.goForward();
  await eventually(async () => assert.equal(await at(), result));
  // What one goes to from there takes the place of what was forward.
  await page.goBack();
  await go(page, 'share');
  await page.goBack();
  await page.goBack();
  await eventually(async () => assert.equal(await at(), start));
});

journey('what is not known yet is neither red nor a sum, and zero is said', async ({ open }) => {
  const page = await open();
  const verdict = page.locator('main .verdict');
  await enter(page, { 'channels/a/budget': '40 тыс', 'channels/a/cost_per_lead': '150', 'offer/price': '290' });
  for (const { value, tone } of await answers(page)) assert.deepEqual([value, tone], [ru['answer.blank'], 'unknown']);
  assert.equal(await verdict.getAttribute('data-tone'), 'unknown');
  assert.equal(plain(await verdict.locator('.say').innerText()), 'Осталось 5 чисел.');
  // A coffee shop whose rent is above all that it earns: cheap clients do not make it green.
  const rest = ['40', '35', '4,5', '60', '280 тыс'];
  await enter(page, Object.fromEntries([2, 4, 5, 6, 7].map((at, place) => [QUICK[at], rest[place]])));
  assert.deepEqual((await answers(page)).map(({ tone }) => tone), ['good', 'good', 'bad', 'watch']);
  await eventually(async () => assert.equal(await verdict.getAttribute('data-tone'), 'bad'));
  // Rent of nothing is said, and stays said.
  await enter(page, { 'costs/a/amount': '0' });
  await eventually(async () => assert.equal(await verdict.getAttribute('data-tone'), 'good'));
  assert.equal(await field(page, 'costs/a/amount').inputValue(), '0');
  await go(page, 'plan');
  await go(page, 'start');
  assert.equal(await field(page, 'costs/a/amount').inputValue(), '0');
});

journey('ranges reach the answers, and what would bring it out ahead can be tried', async ({ open }) => {
  const page = await open();
  // Five clients of fifty leads at 100; 500 an order, half of it costs, none comes back; rent of 6 000: 11 000 against 5 × 250.
  await answerEight(page, ['5000', '100', '10', '500', '50', '0', '0', '6000']);
  assert.equal((await answers(page))[2].tone, 'bad');
  await enter(page, { 'offer/price': '400..600' });
  await go(page, 'result');
  await eventually(async () => assert.match(plain(await page.locator('main').innerText()), /0,2× – 0,3×/));
  const ways = page.locator('section[aria-labelledby=ahead] li');
  await eventually(async () => assert.equal(await ways.count(), 4));
  // 11 000 of five clients are 2 200 of each, twice that the price; were orders for nothing, 2 500 would not do.
  assert.equal(plain(await ways.nth(0).locator('span').innerText()), 'Цена заказа: нужно 4 400 ₽ вместо 500 ₽.');
  assert.equal(plain(await ways.nth(2).innerText()), plain(ru['ahead.cannot_cost'].replace('{name}', ru['field.offer.cost_share'])));
  await ways.nth(0).getByRole('button').click();
  await eventually(async () => assert.equal(await ways.count(), 0));
  assert.ok((await answers(page))[2].tone !== 'bad');
  await page.getByRole('button', { name: ru.undo, exact: true }).click();
  await eventually(async () => assert.equal(await ways.count(), 4));
});
