// The run-in: from facts to verdicts, and what is decided of a channel.
import assert from 'node:assert/strict';
import { assertAlive, en, enter, field, plain, ru, values } from '../app.mjs';
import { openAll, openTested, tested } from '../board.mjs';
import { filled } from '../people.mjs';
import { eventually, journey } from '../page.mjs';

const wordsOf = (language) => (language === 'ru' ? ru : en);
const undo = (page) => page.getByRole('button', { name: ru.undo, exact: true });

/** The card of a channel, or of an indicator, by its name. */
function card(board, name) {
  return board.locator('li.pay-part', { has: board.page().getByRole('heading', { name, exact: true }) });
}

async function press(card, text) {
  await card.getByRole('button', { name: text, exact: true }).click();
}

async function tells(card, ...texts) {
  await eventually(async () => {
    const all = plain(await card.innerText());
    for (const text of texts) assert.ok(all.includes(plain(text)), `${text} in ${all}`);
  });
}

for (const [language, width] of [['ru', 1280], ['en', 1280], ['ru', 360], ['en', 360]]) {
  journey(`facts come to verdicts with their counts, ${language}, ${width} pixels`, async ({ open }) => {
    const page = await open({ locale: language === 'ru' ? 'ru-RU' : 'en-US', width });
    const texts = wordsOf(language);
    const board = await openTested(page, language);
    await tells(card(board, 'Поиск'), texts['board.verdict.holds'], texts['board.next_pass'].split('{')[0]);
    await tells(card(board, 'Письма'), texts['board.verdict.below'], texts['board.next_decide']);
    await tells(card(board, 'Выставки'), texts['board.verdict.no_data'], texts['board.next_record']);
    // 17 + 16 + 18 of 132 + 129 + 135.
    await openAll(board);
    const counted = language === 'ru' ? '51 новый клиент из 396 заявок; план 10 %' : '51 new customers out of 396 leads; plan 10%';
    await tells(card(board, 'Поиск'), counted);
    await tells(board, filled(texts['board.missing'], { what: texts['board.missing.deal'] }));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(over, 0, 'nothing is wider than the page');
    await assertAlive(page);
  });
}

journey('after a month nobody is accused: there is a range, and the day of the first verdict', async ({ open }) => {
  const page = await open();
  const months = tested.facts.months.slice(0, 1);
  const board = await openTested(page, 'ru', { ...tested, facts: { months } });
  const bad = card(board, 'Письма');
  await tells(bad, ru['board.verdict.open'], ru['board.next_go_on']);
  for (const button of ['board.adopt', 'board.drop']) {
    assert.equal(await bad.getByRole('button', { name: ru[button], exact: true }).count(), 0);
  }
  await openAll(board);
  await tells(bad, ru['board.outlook_quarter']);
  await tells(board, ru['board.judged_first'].split('{')[0]);
});

journey('more sales than leads came are no conversion', async ({ open }) => {
  const page = await open();
  const [first, ...rest] = tested.facts.months;
  const channels = first.channels.map((own) => ({ ...own, stages: [{ id: 'a', count: '500' }] }));
  const board = await openTested(page, 'ru', { ...tested, facts: { months: [{ ...first, channels }, ...rest] } });
  await openAll(board);
  await tells(card(board, 'Письма'), filled(ru['board.impossible'], { hits: '503', trials: '179' }));
});

journey('a channel that has passed is called proven, and that is undone', async ({ open }) => {
  const page = await open();
  const board = await openTested(page);
  await press(card(board, 'Поиск'), ru['board.pass']);
  await tells(card(board, 'Поиск'), ru['board.next_passed'], ru['choice.channels.status.proven']);
  await undo(page).click();
  await tells(card(board, 'Поиск'), ru['board.next_pass'].split('{')[0], ru['choice.channels.status.run_in']);
});

journey('the plan is changed to the facts as one step, after it was shown what that does', async ({ open }) => {
  const page = await open();
  const board = await openTested(page);
  const before = await values(page);
  const bad = card(board, 'Письма');
  await press(bad, ru['board.adopt']);
  await tells(bad, ru['board.adopt_title'], ru['board.measured.cost_per_lead'], ru['board.lowest']);
  assert.equal(await values(page), before, 'nothing is changed by asking');
  await press(bad, ru['board.keep']);
  await press(bad, ru['board.adopt']);
  await press(bad, ru['board.do_adopt']);
  await eventually(async () => assert.notEqual(await values(page), before));
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'board-channel-b'));
  assert.equal(await bad.locator('.asked').count(), 0);
  await undo(page).click();
  await eventually(async () => assert.equal(await values(page), before));
  await tells(bad, ru['board.next_decide']);
});

journey('the plan as it stood stays the measure after the plan was changed', async ({ open }) => {
  const page = await open();
  const board = await openTested(page);
  // With its first figure typed the quarter keeps its plan.
  await enter(page, { 'facts/months/202701/cash': '100000' });
  assert.equal(await board.locator('.choice button').count(), 0);
  const bad = card(board, 'Письма');
  await press(bad, ru['board.adopt']);
  await press(bad, ru['board.do_adopt']);
  await tells(bad, ru['board.verdict.below'], ru['board.since_then'].split('.')[0]);
  await board.getByRole('button', { name: ru['board.today'], exact: true }).click();
  await eventually(async () => assert.ok(!plain(await bad.innerText()).includes(ru['board.verdict.below'])));
  await assertAlive(page);
});

journey('a channel is given up after it was shown what is lost', async ({ open }) => {
  const page = await open();
  const board = await openTested(page);
  const before = await values(page);
  const bad = card(board, 'Письма');
  await press(bad, ru['board.drop']);
  await tells(bad, ru['board.drop_title'], ru['board.clients'], ru['board.profit']);
  await press(bad, ru['board.do_drop']);
  await eventually(async () => assert.notEqual(await values(page), before));
  await eventually(async () => assert.equal(await bad.count(), 0, 'a channel that was given up leaves the board'));
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'facts-board'));
  await undo(page).click();
  await eventually(async () => assert.equal(await values(page), before));
  await tells(bad, ru['board.next_decide']);
});

journey('without facts the board says so and leads to where they are written down', async ({ open }) => {
  const page = await open();
  const board = await openTested(page, 'ru', { ...tested, facts: undefined });
  await tells(board, ru['board.nothing']);
  await press(board, ru['board.to_record']);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'facts-record');
});

journey('the start of the run-in leaves out the months before it', async ({ open }) => {
  const page = await open();
  const board = await openTested(page);
  await board.locator('summary', { hasText: ru['board.settings'] }).click();
  await field(page, 'facts/run_in').focus();
  await field(page, 'facts/run_in').selectOption('1');
  await eventually(async () => {
    const text = plain(await board.locator('.verdict .say').innerText());
    assert.ok(text.includes('месяц 2 из 3'), text);
  });
  await tells(card(board, 'Поиск'), ru['board.next_go_on']);
});
