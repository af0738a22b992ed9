// Two quarters of facts in the agency, and what the sections of the Run-in screen say of them.
import { download, en, go, menu, openFile, plain, ru, takeTemplate } from './app.mjs';

/** Spend, leads, qualified, meetings, contracts and revenue of two channels, and the business, by month. */
const MONTHS = [
  { a: [150000, 14, 6, 3, 0, 0], b: [40000, 5, 2, 1, 0, 0], business: [0, 0, 0, 20000, 390000, 110000, 0, 4600000] },
  { a: [148000, 17, 6, 4, 1, 70000], b: [40000, 4, 2, 1, 1, 65000], business: [2, 2, 0, 95000, 390000, 110000, 8000, 4100000] },
  { a: [152500, 12, 5, 2, 0, 68000], b: [40000, 6, 3, 2, 0, 70000], business: [2, 2, 0, 80000, 390000, 112500, 8200, 3650000] },
  { a: [150000, 22, 9, 6, 2, 205000], b: [40000, 5, 2, 1, 1, 140000], business: [5, 5, 0, 190000, 390000, 110000, 20000, 3300000] },
  { a: [150000, 25, 11, 7, 2, 340000], b: [40000, 6, 3, 2, 1, 205000], business: [8, 8, 0, 290000, 390000, 110000, 31000, 3050000] },
];

const BUSINESS = ['delivered', 'active', 'lost', 'variable_costs', 'payroll', 'fixed_costs', 'taxes', 'cash'];

function channel(id, [spend, leads, ...rest]) {
  const revenue = rest.pop();
  const stages = rest.map((count, at) => ({ id: 'abc'[at], count: String(count) }));
  return { id, spend: String(spend), leads: String(leads), stages, revenue: String(revenue) };
}

/** The facts of so many months, as a file holds them; without the figures that are left out. */
export function facts(months, left_out = []) {
  const row = ({ a, b, business }, at) => {
    const figures = BUSINESS.map((name, place) => [name, String(business[place])]);
    const known = Object.fromEntries(figures.filter(([name]) => !left_out.includes(name)));
    const rows = [channel('a', a), channel('b', b)];
    return { id: `20270${at + 1}`, channels: rows, upsell_revenue: '0', cross_sell_revenue: '0', ...known };
  };
  return { months: MONTHS.slice(0, months).map(row) };
}

/** The agency with facts of so many months on the screen. */
export async function openQuarters(page, months, { language = 'ru', left_out = [] } = {}) {
  const texts = language === 'ru' ? ru : en;
  await takeTemplate(page, 'agency', language);
  const file = JSON.parse((await download(page, () => menu(page, texts['model.save_file']))).text);
  file.model.facts = facts(months, left_out);
  await openFile(page, file, language);
  await go(page, 'facts');
  await part(page, 'quarters').waitFor();
}

/** A section by the name in its heading's id: record, board, compare, quarters, report. */
export function part(page, name) {
  return page.locator(`section[aria-labelledby=facts-${name}]`);
}

/** The rows of a table by its heading's id: the texts of their cells. */
export async function rowsOf(page, id) {
  const rows = await page.locator(`table[aria-labelledby=${id}] tbody tr`).evaluateAll((rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.innerText)));
  return rows.map((row) => row.map(plain));
}

/** Every amount of money or number in a text, with its sign. */
export function numbers(text) {
  const found = plain(text).replace(/(\d) (?=\d{3})/g, '$1').matchAll(/[+−-]?\s?₽?\s?\d[\d,.]*/g);
  return [...found].map(([number]) => Number(number.replace(/[₽\s+]/g, '').replace('−', '-').replace(/,(?=\d{3}\b)/g, '').replace(',', '.').replace(/\.$/, '')));
}
