// Facts: written down by the keyboard, pasted from a spreadsheet, opened from the files of CRMs.
import assert from 'node:assert/strict';
import { assertAlive, field, go, note, plain, ru, saved, state } from '../app.mjs';
import {
  at, cell, COLUMNS, factsOf, figures, focused, input, openFacts, openTable, paste, sum, table, write,
} from '../facts.mjs';
import { axe, eventually, journey, overflows, settled } from '../page.mjs';
import { filled, undo } from '../people.mjs';

// Of the channels of the agency "a" and "b" run from January on, "d" from February.
const QUARTER = {
  1: { a: ['148500', '16', '7', '4', '1', '70000'], b: ['39000', '5', '3', '2', '1', '70000'] },
  2: { a: ['151200,5', '15', '6', '3', '1', '140000'], b: ['41500', '5', '2', '1', '0', '70000'], d: ['30000', '7', '1', '1', '0', '0'] },
  3: { a: ['153000', '17', '6', '4', '1', '210000'], b: ['40000', '6', '3', '2', '1', '140000'], d: ['29500', '8', '2', '1', '0', '0'] },
};

journey('a quarter is written down by the keyboard alone', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  await tabTo(page, input(at(1, 'a', 'spend')));
  for (const [month, channels] of Object.entries(QUARTER)) {
    if (month > 1) await turn(page, Object.keys(QUARTER[month - 1]).length, month);
    const cells = Object.entries(channels).flatMap(([id, texts]) => texts.map((text, column) => [id, column, text]));
    for (const [index, [id, column, text]] of cells.entries()) {
      assert.equal(await focused(page), input(at(month, id, COLUMNS[column])));
      await page.keyboard.type(text);
      if (index < cells.length - 1) await page.keyboard.press('Tab');
    }
  }
  assert.equal(await page.locator('#facts-month').inputValue(), '2');
  const facts = await factsOf(page);
  for (const [month, channels] of Object.entries(QUARTER)) {
    for (const [id, texts] of Object.entries(channels)) {
      const { spend, leads, stages, revenue } = figures(facts, month, id);
      const read = [spend, leads, ...stages.map(({ count }) => count), revenue].map(String);
      assert.deepEqual(read, texts.map((text) => text.replace(',', '.')), `${month} ${id}`);
    }
  }
  assert.deepEqual(facts.snapshots.map(({ id }) => id), ['202701'], 'the plan of the quarter is kept once');
  assert.match(plain(await page.locator('#facts-filled').innerText()), /^Записано 48 из \d+$/);

  await page.reload();
  await go(page, 'facts');
  assert.equal(await cell(page, at(1, 'b', 'spend')), '39 000', 'a reload keeps it');
});

/** From the last cell of a month to the first of the next, by keys. */
async function turn(page, rows, month) {
  await page.keyboard.press('Alt+PageDown');
  const last = input(at(month, rows === 2 ? 'b' : 'd', 'revenue'));
  await eventually(async () => assert.equal(await focused(page), last));
  for (let times = 1; times < rows; times += 1) await page.keyboard.press('ArrowUp');
  for (let times = 1; times < COLUMNS.length; times += 1) await page.keyboard.press('ArrowLeft');
}

journey('Enter and arrows move in the column, arrows at the ends of the text in the row', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  await field(page, at(1, 'a', 'leads')).focus();
  const move = async (key, to) => {
    await page.keyboard.press(key);
    assert.equal(await focused(page), input(to), key);
  };
  await move('Enter', at(1, 'b', 'leads'));
  await move('Enter', at(1, 'b', 'leads'));
  await move('ArrowUp', at(1, 'a', 'leads'));
  await move('ArrowRight', at(1, 'a', 'stages/a/count'));
  await page.keyboard.type('12');
  await move('ArrowLeft', at(1, 'a', 'stages/a/count'));
  await move('Home', at(1, 'a', 'stages/a/count'));
  await move('ArrowLeft', at(1, 'a', 'leads'));
  await field(page, 'facts/months/202701/delivered').focus();
  await move('ArrowDown', 'facts/months/202701/cash');
});

journey('a wrong number keeps its text, a blank stays blank, the rest goes on', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  const [spend, leads, stage] = COLUMNS.map((figure) => at(1, 'a', figure));
  assert.match(await field(page, leads).getAttribute('placeholder'), /^план 1\d/);
  await field(page, spend).fill('сто');
  assert.equal(await state(page, spend), 'wrong');
  assert.ok(await note(page, spend), 'says what is wrong');
  await field(page, leads).fill('16,5');
  assert.equal(await state(page, leads), 'wrong');
  await field(page, stage).fill('0');
  await field(page, 'facts/months/202701/cash').fill('-5000');
  await field(page, 'facts/months/202701/taxes').fill('-1');
  assert.equal(await note(page, 'facts/months/202701/taxes'), ru['record.negative']);

  // A look at another month does not lose the text.
  await page.locator('#facts-month').selectOption('1');
  await field(page, at(2, 'a', 'spend')).waitFor();
  await page.locator('#facts-month').selectOption('0');
  assert.equal(await cell(page, spend), 'сто');
  assert.equal(await state(page, spend), 'wrong');

  const facts = await factsOf(page);
  assert.deepEqual(figures(facts, 1, 'a'), { id: 'a', stages: [{ id: 'a', count: '0' }] });
  assert.deepEqual([facts.months[0].cash, facts.months[0].taxes], ['-5000', undefined]);
  const missing = page.getByRole('button', { name: /^Всё, чего не хватает/ });
  await missing.click();
  await page.locator('#facts-missing').getByRole('button', { name: 'Расход — Контекст' }).click();
  await eventually(async () => assert.equal(await focused(page), input(spend)));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('148 500');
  assert.equal(await state(page, spend), null);
  await page.keyboard.press('Escape');
  await assertAlive(page);
});

journey('what can hardly be right is pointed out, with the way to its cell', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  const doubts = page.locator('#facts-doubts');
  const [spend, leads, stage] = COLUMNS.map((figure) => at(1, 'a', figure));
  await field(page, leads).fill('16');
  assert.equal(await doubts.count(), 0);
  await field(page, stage).fill('50');
  await field(page, spend).fill('1 000 000 000');
  await doubts.waitFor();
  const stages = doubts.getByRole('button', { name: /Контекст: всего до «Годная заявка» дошло 50, а заявок пришло 16$/ });
  await stages.waitFor();
  const far = /Расход — Контекст: больше плана в [\d ]+ раза?, проверьте нули/;
  await eventually(async () => assert.match(plain(await doubts.innerText()), far));
  await axeQuiet(page);

  // From another month it leads back to its own.
  await page.locator('#facts-month').selectOption('1');
  await field(page, at(2, 'a', 'leads')).waitFor();
  await stages.click();
  await eventually(async () => assert.equal(await focused(page), input(stage)));
  await field(page, stage).fill('5');
  await field(page, spend).fill('100 000');
  await eventually(async () => assert.equal(await doubts.count(), 0));
});

journey('typing is undone, with the plan that was kept for it', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  const leads = at(1, 'a', 'leads');
  await field(page, leads).fill('16');
  assert.equal((await factsOf(page)).snapshots.length, 1);
  await field(page, leads).press('Control+z');
  await eventually(async () => assert.equal(await cell(page, leads), ''));
  assert.deepEqual((await factsOf(page)).snapshots, []);
});

journey('a block is pasted from a cell on, to the right and down', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  await paste(page, at(1, 'a', 'leads'), '16\t7\t4\r\n\t3\t2\r\n');
  assert.equal(await page.locator('#import-from').inputValue(), at(1, 'a', 'leads'));
  assert.match(await sum(page), /^5 чисел в 1 месяце$/);
  await write(page);
  const read = async (channel) => await Promise.all(COLUMNS.map((figure) => cell(page, at(1, channel, figure))));
  assert.deepEqual(await read('a'), ['', '16', '7', '4', '', '']);
  assert.deepEqual(await read('b'), ['', '', '3', '2', '', ''], 'a blank is not recorded');
  await undo(page);
  await eventually(async () => assert.deepEqual(await read('a'), ['', '', '', '', '', '']));

  // Behind an open preview nothing is taken back.
  await cell(page, at(1, 'a', 'leads'));
  await field(page, at(1, 'a', 'leads')).fill('9');
  await paste(page, at(1, 'b', 'leads'), '1\t2\r\n');
  await page.locator('#import-sum').waitFor();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
  assert.equal(await cell(page, at(1, 'a', 'leads')), '9');

  // One number alone goes into the text.
  await paste(page, at(1, 'a', 'leads'), '16');
  assert.equal(await page.locator('dialog.import').isVisible(), false);
});

journey('a table from Excel is pasted, looked at, written in one step', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  await paste(page, at(1, 'a', 'spend'), table('excel_ru.tsv').text);
  assert.match(await sum(page), /^54 числа в 3 месяцах$/);
  const text = plain(await page.locator('dialog.import').innerText());
  assert.ok(text.includes(plain(ru['record.shape.long'])));
  await axeQuiet(page);

  // The reader knows better: the leads are left out, then taken again.
  const column = page.locator('#import-taken-3');
  await column.selectOption({ label: ru['record.taken.left'] });
  await eventually(async () => assert.match(await sum(page), /^45 чисел/));
  await eventually(async () => assert.equal(await focused(page), 'import-taken-3'));
  await page.locator('#import-left').evaluate((details) => { details.open = true; });
  await column.selectOption({ label: 'Заявки' });
  await eventually(async () => assert.match(await sum(page), /^54 числа/));

  await write(page);
  const row = async () => await Promise.all(COLUMNS.map((figure) => cell(page, at(1, 'a', figure))));
  assert.deepEqual(await row(), ['148 500', '16', '7', '4', '1', '70 000']);
  const facts = await factsOf(page);
  assert.deepEqual(facts.months.map(({ id }) => id), ['202701', '202702', '202703']);
  assert.equal(figures(facts, 2, 'a').spend, '151200.5');
  assert.equal(facts.snapshots.length, 1);
  await saved(page);
  await page.reload();
  await go(page, 'facts');
  await eventually(async () => assert.deepEqual(await row(), ['148 500', '16', '7', '4', '1', '70 000']));

  await paste(page, at(1, 'a', 'spend'), table('excel_ru.tsv').text);
  assert.equal(await sum(page), ru['record.nothing_new'], 'the same once more changes nothing');
  assert.ok(await page.locator('#import-write').isDisabled());
});

for (const [name, language] of [
  ['excel_ru.csv', 'ru'], ['google_sheets.csv', 'ru'], ['google_sheets.tsv', 'ru'], ['amocrm.csv', 'ru'],
  ['bitrix24.csv', 'ru'], ['pivot_ru.tsv', 'ru'], ['excel_en.tsv', 'en'],
]) {
  journey(`a file is opened, looked at, written, undone at once: ${name}`, async ({ open }) => {
    const page = await open({ locale: language === 'ru' ? 'ru-RU' : 'en-US' });
    await openFacts(page, language);
    await openTable(page, name);
    const told = await sum(page);
    assert.match(told, language === 'ru' ? /^\d+ (чис\S+) в 3 месяцах$/ : /^\d+ figures in 3 months$/);
    await assertAlive(page);
    await write(page);
    await eventually(async () => assert.equal(await cell(page, at(1, 'a', 'leads')), '16'));
    assert.equal(await field(page, at(3, 'a', 'leads')).count(), 0, 'another month is elsewhere');
    await page.locator('#facts-month').selectOption('2');
    await eventually(async () => assert.equal(await cell(page, at(3, 'a', 'leads')), '17'));
    await undo(page);
    await eventually(async () => assert.equal(await cell(page, at(3, 'a', 'leads')), ''));
    await page.locator('#facts-month').selectOption('0');
    await eventually(async () => assert.equal(await cell(page, at(1, 'a', 'leads')), ''));
  });
}

journey('what is not understood is listed, what has another name is told', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  await page.locator('#facts-import').click();
  const text = [
    'Месяц;Канал;Расход;Заявки', '01.2027;Контекст;1 500,5;16', '01.2027;Сарафан;много;5', '02.2027;Сарафан;;7',
  ].join('\n');
  await page.locator('#import-text').fill(text);
  const bad = page.locator('#import-bad');
  await bad.waitFor();
  assert.match(plain(await bad.innerText()), /Строка 3, «Расход»: «много»/);
  assert.match(await sum(page), /^2 числа в 1 месяце$/);
  await page.getByLabel('Сарафан').selectOption({ label: 'Рекомендации' });
  await eventually(async () => assert.match(await sum(page), /^4 числа в 2 месяцах$/));
  await write(page);
  // What could not be read is not lost: it stays in its cell, marked, and is no figure.
  const unread = at(1, 'b', 'spend');
  await eventually(async () => assert.equal(await cell(page, unread), 'много'));
  assert.equal(await field(page, unread).getAttribute('aria-invalid'), 'true');
  const facts = await factsOf(page);
  assert.equal(figures(facts, 2, 'b').leads, '7');
  assert.equal(figures(facts, 2, 'b').spend, undefined);
  assert.equal(figures(facts, 1, 'b').spend, undefined);
  await field(page, unread).fill('9 000');
  assert.equal(await field(page, unread).getAttribute('aria-invalid'), null);
  assert.equal(figures(await factsOf(page), 1, 'b').spend, '9000');
});

journey('a doubtful form of numbers is shown by an example of both readings', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  await page.locator('#facts-import').click();
  await page.locator('#import-text').fill('Месяц\tКанал\tРасход\n01.2027\tКонтекст\t1,234\n02.2027\tКонтекст\t5,678');
  const doubt = page.locator('dialog.import .doubt').first();
  assert.match(plain(await doubt.innerText()), /«1,234» → 1 ?[ ,]?234 или 1 ?[ ,]?234/);
  const before = plain(await page.locator('#import-table tbody tr td').nth(2).innerText());
  const other = before.includes(',') ? ru['record.number.english'] : ru['record.number.russian'];
  await page.locator('#import-numbers-2').selectOption({ label: other });
  await eventually(async () => {
    assert.notEqual(plain(await page.locator('#import-table tbody tr td').nth(2).innerText()), before);
  });
});

journey('dates that can be read in two ways are told, and chosen for all months across at once', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  await page.locator('#facts-import').click();
  await page.locator('#import-text').fill('Показатель\t01/02/2027\t01/03/2027\t01/04/2027\nКонтекст: лиды\t5\t6\t7');
  assert.match(await sum(page), /^3 числа в 3 месяцах$/);
  const dialog = page.locator('dialog.import');
  assert.match(plain(await dialog.locator('ul.told').first().innerText()), /«01\/02\/2027» — февр\. 2027 или янв\. 2027/);
  assert.match(plain(await dialog.locator('.doubt').first().innerText()), /«01\/02\/2027» → февр\. 2027 или янв\. 2027/);
  await page.locator('#import-dates-1').selectOption({ label: ru['record.date.slash_month_first'] });
  await eventually(async () => assert.match(await sum(page), /^1 число в 1 месяце$/));
  // Read so, they are three days of January: parts of its sum.
  assert.match(plain(await page.locator('#import-table tbody tr').innerText()), /сумма 3\s+18/);
  await axeQuiet(page);
});

journey('what is said twice is told apart from what is not understood', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  await page.locator('#facts-import').click();
  const rows = ['Месяц\tКанал\tЗаявки', 'янв.27\tКонтекст\t5', 'янв.27\tКонтекст\t5', 'янв.27\tКонтекст\t6'];
  await page.locator('#import-text').fill(rows.join('\n'));
  const repeated = plain(await page.locator('#import-repeated').innerText());
  assert.match(repeated, /^2 ячейки повторяют уже взятое: оставлено первое/);
  assert.match(repeated, /Строка 4, «Заявки»: «6» — этот месяц, канал и показатель уже есть в строке 2/);
  assert.equal(await page.locator('#import-bad').count(), 0);
});

journey('channels down, months across: what the figures are is assumed aloud and can be said', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  await page.locator('#facts-import').click();
  await page.locator('#import-text').fill('Канал\tянв.27\tфев.27\nКонтекст\t16\t15\nРекомендации\t5\t6');
  const figure = page.locator('#import-figure');
  assert.equal(plain(await figure.locator('option:checked').innerText()), 'Заявки');
  const note = page.locator('#import-figure-note');
  assert.equal(plain(await note.innerText()), plain(ru['record.figure_assumed']));
  await axeQuiet(page);
  await figure.selectOption({ label: 'Выручка' });
  await eventually(async () => assert.equal(await note.innerText(), ''));
  await eventually(async () => assert.equal(await focused(page), 'import-figure'));
  assert.match(await sum(page), /^4 числа в 2 месяцах$/);
  await write(page);
  assert.equal(figures(await factsOf(page), 2, 'b').revenue, '6');
});

journey('half a lead does not go into a cell, with headings or without', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  await paste(page, at(1, 'a', 'spend'), '1,5\t1,5\t2\r\n');
  assert.match(await sum(page), /^2 числа в 1 месяце$/);
  assert.match(plain(await page.locator('dialog.import').innerText()), /1 число не подходит к своей ячейке/);
  await write(page);
  const row = await Promise.all(COLUMNS.slice(0, 3).map((figure) => cell(page, at(1, 'a', figure))));
  assert.deepEqual(row, ['1,5', '', '2']);
});

journey('facts on a phone: typed, opened, nothing scrolls sideways', async ({ open }) => {
  const page = await open({ width: 360, height: 740 });
  await openFacts(page);
  await field(page, at(1, 'a', 'leads')).fill('16');
  assert.equal(await overflows(page), false);
  await axeQuiet(page);
  await openTable(page, 'amocrm.csv');
  assert.equal(await overflows(page), false);
  const wide = await page.locator('dialog.import').evaluate((dialog) => dialog.scrollWidth > dialog.clientWidth);
  assert.equal(wide, false, 'the dialog fits');
  await axeQuiet(page);
  await write(page);
  const written = await page.locator('.toasts .toast p').innerText();
  assert.match(plain(written), new RegExp(filled(ru['record.written'].replace(/\{n\|[^}]*\}/g, '.*'), { n: '\\d+' })));
  assert.equal(await overflows(page), false);
  assert.equal(await cell(page, at(1, 'a', 'leads')), '16');
});

journey('a long table is read a part at a time, and stops where one says so', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  await page.locator('#facts-import').click();
  const rows = Array.from({ length: 8_000 }, (_, at) => `15.0${1 + (at % 6)}.2027;Контекст;Сделка ${at};Успешно;70${at % 9}00,00`);
  const buffer = Buffer.from(['Дата создания;Источник;Название;Этап сделки;Сумма', ...rows].join('\n'));
  const take = async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.locator('#import-file').click();
    await (await chooser).setFiles({ name: 'deals.csv', mimeType: 'text/csv', buffer });
  };
  await take();
  const bar = page.locator('#import-progress');
  await bar.getByRole('button', { name: ru['record.read_stop'] }).click();
  assert.equal(await page.locator('#import-text-note').innerText(), ru['record.read_stopped']);
  assert.equal(await page.locator('#import-text').inputValue(), '');
  assert.ok(await page.locator('#import-write').isDisabled());
  await take();
  await bar.waitFor();
  assert.ok(await page.locator('#import-write').isDisabled());
  await eventually(async () => assert.match(await sum(page), /чис/), 60_000);
  assert.equal(await page.locator('#import-text').evaluate((element) => element.tagName), 'P');
  await write(page);
  assert.equal(figures(await factsOf(page), 1, 'a').leads, '1334');
});

journey('a file of a spreadsheet opens on its first table with figures, another sheet can be chosen', async ({ open }) => {
  const page = await open({ width: 360, height: 740 });
  await openFacts(page);
  await openTable(page, '../workbooks/openpyxl.xlsx');
  assert.match(await page.locator('#import-hidden').innerText(), /1/);
  assert.equal(await overflows(page), false);
  await axeQuiet(page);
  const sheets = page.locator('#import-sheet');
  assert.deepEqual(await sheets.locator('option').allInnerTexts(), ['Реклама', 'Продажи']);
  await sheets.selectOption('1');
  await eventually(async () => assert.match(await page.locator('#import-text').inputValue(), /90000/));
  await sheets.selectOption('0');
  await eventually(async () => assert.match(await page.locator('#import-text').inputValue(), /Контекст/));
  await eventually(async () => assert.match(await sum(page), /4/));
  await write(page);
  assert.equal(await cell(page, at(1, 'a', 'leads')), '7');
});

journey('days of a month add up, and the first alone is taken where one says so', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  await paste(page, at(1, 'a', 'spend'), 'День\tКанал\tРасход\n05.01.2027\tКонтекст\t100\n06.01.2027\tКонтекст\t50\nИтого\t\t150');
  const value = async () => plain(await page.locator('#import-table tbody tr').innerText());
  await eventually(async () => assert.match(await value(), /сумма 2\s+150/));
  assert.match(plain(await page.locator('#import-rows').innerText()), /^3 строки: прочитано — 2, пустых — 0, с нечитаемым — 0, не взято — 1\.$/);
  await page.locator('#import-add-up').uncheck();
  await eventually(async () => assert.match(await value(), /100\s+100/));
  await page.locator('#import-add-up').check();
  await eventually(async () => assert.match(await value(), /150/));
  await write(page);
  assert.equal(figures(await factsOf(page), 1, 'a').spend, '150');
});

async function axeQuiet(page) {
  await settled(page);
  assert.deepEqual(await axe(page), []);
}

/** Presses Tab until the focus is on the element of an id. */
async function tabTo(page, id) {
  for (let times = 0; times < 80; times += 1) {
    await page.keyboard.press('Tab');
    if (await focused(page) === id) return;
  }
  assert.fail(`not reached by Tab: ${id}`);
}

journey('what is too much is refused at once, wherever it is pasted', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  const fault = page.locator('#import-text-note .wrong');
  for (const [line, times, word] of [
    ['1\t2\n', 12_500_000, 'record.fault.too_long'],
    ['1\n', 450_000, 'record.fault.too_many_rows'],
  ]) {
    // As long as the page is busy nothing is drawn: this is how long one waits for an answer.
    const took = await page.evaluate(async ([id, line, times]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', line.repeat(times));
      const begin = performance.now();
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.getElementById(id).dispatchEvent(event);
      await new Promise((drawn) => { requestAnimationFrame(() => setTimeout(drawn)); });
      return performance.now() - begin;
    }, [input(at(1, 'a', 'leads')), line, times]);
    assert.equal(await fault.innerText(), ru[word]);
    assert.equal(await page.locator('#import-text').inputValue(), '');
    assert.ok(took < 2_000, `${word} after ${took} ms`);
    await page.keyboard.press('Escape');
  }
});

journey('months before the plan can be made part of it, and Result says that it is the plan', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  assert.equal(await page.locator('.answers').getAttribute('data-of'), null);
  const earlier = page.locator('#facts-earlier');
  const before = await page.locator('#facts-month option').count();
  await earlier.getByRole('button').click();
  await eventually(async () => assert.equal(await page.locator('#facts-month option').count(), before + 3));
  await page.locator('[id^=in-facts-months][id$=channels-a-leads]').first().fill('60');
  await eventually(async () => assert.equal(await page.locator('.answers').getAttribute('data-of'), ru['answer.of_plan']));
});

journey('a recorded month is a line that says what is in it, and opens it', async ({ open }) => {
  const page = await open();
  await openFacts(page);
  await page.locator('#facts-month').selectOption('1');
  await page.locator(`#${input(at(2, 'a', 'leads'))}`).fill('41');
  await page.locator('#facts-month').selectOption('0');
  const line = page.locator('.recorded-months button').first();
  await eventually(async () => assert.match(plain(await line.innerText()), /1 канал · 41 заявка · не хватает \d+ чис/));
  await line.click();
  await eventually(async () => assert.equal(await page.locator('#facts-month').inputValue(), '1'));
});
