// The People screen as a visitor uses it: its sections, its pickers, a pay slip, amounts as numbers.
import assert from 'node:assert/strict';
import { answerEight, en, enter, field, go, plain, ru } from './app.mjs';

/** The words of a language. */
export const wordsOf = (language) => (language === 'ru' ? ru : en);

// By hand: 12 000 ÷ 100 = 120 leads a month, of whom 10 % become clients: 12 a month, all at once. An order costs
// 20 000 and leaves half; each client orders once a month, half of them stay. New sales: 12 × 20 000 = 240 000.
const EIGHT = ['12000', '100', '10', '20000', '50', '1', '50', '5000'];

/** Two sellers at 40 000 each in a plan of eight numbers: they pay 2 × 40 000 × 1.3 = 104 000 a month. */
export async function hireSellers(page, language = 'ru', capacity = '80') {
  const texts = wordsOf(language);
  await answerEight(page, EIGHT);
  await go(page, 'people');
  await field(page, 'people').click();
  await field(page, 'people/a/process').selectOption({ label: texts['choice.people.process.sales'] });
  const role = language === 'ru' ? 'Продавец' : 'Seller';
  const typed = { role, heads: '2', salary: '40000', capacity };
  await enter(page, Object.fromEntries(Object.entries(typed).map(([key, text]) => [`people/a/${key}`, text])));
  return role;
}

/** A section by the name in its heading's id: remarks, team, pay, sides, compare, chain, payslip. */
export function section(page, name) {
  return page.locator(`section[aria-labelledby=people-${name}]`);
}

/** Presses a button of a section by its text. */
export async function press(page, name, text) {
  await section(page, name).getByRole('button', { name: text, exact: true }).first().click();
}

/** Chooses the role that all sections look at: by its button, or in the list that a narrow page has instead. */
export async function lookAt(page, role, name = 'payslip') {
  const list = section(page, name).locator('label.whose select');
  if (await list.count() && await list.first().isVisible()) await list.first().selectOption({ label: role });
  else await press(page, name, role);
}

/** Chooses the month of the plan that all sections look at; returns its name. */
export async function lookIn(page, month) {
  const list = section(page, 'payslip').locator('.looked select').first();
  await list.selectOption(String(month));
  return plain(await list.locator('option:checked').textContent());
}

/** The line under a pay plan that says what it comes to. */
export async function monthLine(page) {
  return plain(await page.locator('.month-sum').innerText());
}

/** A phrase with its gaps filled. */
export function filled(text, fillings) {
  return text.replace(/\{(\w+)\}/g, (_, name) => fillings[name]);
}

/** The amount in a text: '−10 801 ₽' and '−₽10,801' are -10801. */
export function amount(text) {
  const isEnglish = /[₽$]\d/.test(text);
  const digits = text.replaceAll('−', '-').replace(isEnglish ? /,/g : /\s/g, '').replace(',', '.');
  const number = Number(digits.replace(/[^\d.-]/g, ''));
  assert.ok(/\d/.test(text) && Number.isFinite(number), `an amount: ${text}`);
  return number;
}

/** The cells of the rows of a table, heads of rows included. */
export async function rows(table) {
  const read = (all) => all.map((row) => [...row.cells].map((cell) => cell.textContent));
  const texts = await table.locator('tbody tr').evaluateAll(read);
  return texts.map((row) => row.map(plain));
}

/** The pay slip: its parts, its total, what is withheld, what is left. */
export async function slip(page) {
  const table = section(page, 'payslip').locator('.payslip table');
  const read = (all) => all.map((row) => ({
    kind: row.className, how: row.querySelector('small')?.textContent ?? '',
    name: row.cells[0].firstChild.textContent, text: row.cells[1].textContent,
  }));
  const lines = (await table.locator('tbody tr').evaluateAll(read)).filter(({ text }) => text);
  for (const line of lines) line.amount = amount(plain(line.text));
  const at = lines.findIndex(({ kind }) => kind === 'sum');
  const [gross, tax, hand] = lines.slice(at).map((line) => line.amount);
  return { parts: lines.slice(0, at), gross, tax, hand, lines: lines.length - at };
}

/** The table of two pay plans: name, today, proposed, difference; the headings of its parts left out. */
export async function compared(page) {
  const lines = await rows(section(page, 'compare').locator('table.contrast'));
  // How a difference sounds stands before it: 'good: +4 000 ₽'.
  const read = (text) => (/\d ₽|[₽$]\d/.test(text) ? amount(text.replace(/^.*: /, '')) : null);
  const cells = lines.filter((line) => line.length === 4);
  return cells.map(([name, ...texts]) => ({ name, texts, amounts: texts.map(read) }));
}

/** The amounts of a line of the statement by month, as it shows them (thousands, perhaps), without the years' sums. */
export async function statement(page, name) {
  const table = page.locator('main table.statement').first();
  await table.waitFor();
  const line = (await rows(table)).find(([head]) => head === name);
  assert.ok(line, `a line ${name}`);
  return line.slice(2, 14).map(amount);
}

/** What a chart of a section says. */
export async function finding(page, name) {
  return plain(await section(page, name).locator('figcaption .finding').first().innerText());
}

/** Undoes by the keys, outside of any field. */
export async function undo(page) {
  await page.locator('#page').focus();
  await page.keyboard.press('Control+z');
}
