// A business with three months of facts: a channel that keeps its plan, one that does not, one without facts.
import { go, openFile } from './app.mjs';

const channel = (id, name, status) => ({ id, name, status, first: 0, budget: '120000', cost_per_lead: '1000' });

/** Facts of a channel in a month: what was spent, leads, sales, revenue. */
const fact = (id, [spend, leads, sales]) => ({
  id, spend: String(spend), leads: String(leads), stages: [{ id: 'a', count: String(sales) }],
});

/** What a month brought by channel; deals, of which some late and one complained about. */
const month = (id, good, bad) => ({
  id, channels: [fact('a', good), fact('b', bad)], delivered: '30', on_promise: '29', complaints: '1',
});

export const tested = {
  about: { name: 'Обкатка', start: '2027-01', horizon: 24 },
  offer: { price: '30000', cost_share: '0.5', retention: { kind: 'once' } },
  funnel: { stages: [{ id: 'a', name: 'Договор', conversion: '0.1' }] },
  channels: [channel('a', 'Поиск', 'run_in'), channel('b', 'Письма', 'run_in'), channel('c', 'Выставки', 'test')],
  costs: [{ id: 'a', name: 'Офис', amount: '300000' }],
  facts: {
    months: [
      month('202701', [120000, 132, 17], [120000, 60, 2]),
      month('202702', [120000, 129, 16], [120000, 55, 1]),
      month('202703', [120000, 135, 18], [120000, 64, 2]),
    ],
  },
};

/** Opens that business, or another, on the Run-in screen. */
export async function openTested(page, language = 'ru', model = tested) {
  await openFile(page, model, language);
  await go(page, 'facts');
  await page.locator('section[aria-labelledby=facts-board]').waitFor();
  return page.locator('section[aria-labelledby=facts-board]');
}

/** Opens everything on the board that can be opened; the figures of a channel are drawn only then. */
export async function openAll(board) {
  const open = () => board.locator('details').evaluateAll((all) => all.forEach((own) => { own.open = true; }));
  await open();
  await board.locator('li.pay-part > details details').first().waitFor();
  await open();
}
