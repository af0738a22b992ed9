// The largest models that can be entered, and the heaviest links that were found.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { largePlan } from './app.mjs';

const heavy = fileURLToPath(new URL('../fixtures/heavy/', import.meta.url));

/** A link that is kept as one of the heaviest. */
export const heavyLink = (name) => readFileSync(`${heavy}${name}.link`, 'utf8').trim();

/** 40 channels, 60 months, 100 roles who sell, 24 months of facts. */
export function largestPlan() {
  const model = largePlan(40, 60);
  model.about.name = 'Largest';
  const rows = (count, row) => Array.from({ length: count }, (_, at) => row(at));
  model.people = rows(100, (at) => ({
    id: `p${at}`, role: `Роль ${at + 1}`, heads: '1', first: at % 60, salary: '60000', pay: { parts: [{ id: 'a', rate: '0.002' }] },
  }));
  const { stages } = model.funnel;
  const channel = ({ id }, at, t) => ({
    id, spend: String(95_000 + at * 300), leads: String(90 + (at * 7 + t * 5) % 40),
    stages: stages.map((stage, deep) => ({ id: stage.id, count: String(Math.floor(80 / 2 ** deep)) })), revenue: String(350_000 + t * 1000),
  });
  model.facts = {
    months: rows(24, (t) => ({
      id: String(202_701 + t % 12 + 100 * Math.floor(t / 12)), delivered: String(280 + t), active: String(280 + 40 * t), lost: String(20 + t),
      variable_costs: '4200000', payroll: '6100000', fixed_costs: '510000', cash: '900000',
      channels: model.channels.map((own, at) => channel(own, at, t)),
    })),
  };
  model.about.start = '2027-01';
  return model;
}
