// The peers inside the page that is measured, so that all take turns in one run of one browser.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LINES, difference } from './engine.mjs';

const here = (name) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
/** What a formula engine is called in the outcome of the page, where that differs. */
const KEYS = { leads: 'month_leads' };

/** A plan as all can work it out: without pay that depends on results, hires and bounds of people; stages take their days, no more and no less. */
export function comparedModel(model) {
  const people = model.people.map(({ pay, hires, capacity, ramp, ...person }) => person);
  const stages = model.funnel.stages.map((stage) => ({ ...stage, delay: 'fixed' }));
  const { team, ...rest } = model;
  return { ...rest, people, funnel: { ...model.funnel, stages } };
}

/** Puts the peers into the page as `window.peers`, after all three have given the same results. */
export async function peersIn(page, model) {
  // Its file for the browser is none of its exports: beside the one that is.
  const main = createRequire(import.meta.url).resolve('hyperformula');
  const engine = readFileSync(join(dirname(main), '../dist/hyperformula.full.min.js'), 'utf8');
  // Expressions of the debugger's, since the page's policy forbids eval.
  await page.evaluate(engine);
  const scripts = ['plain.mjs', 'sheet.mjs', 'engine.mjs'].map((name) => here(`./${name}`).replaceAll('export ', '')).join('\n');
  await page.evaluate(`(() => { ${scripts}
    const model = ${JSON.stringify(model)};
    const input = given(model);
    const own = book(HyperFormula, sheet(input), input.months, LINES);
    window.peers = {
      text: JSON.stringify(model),
      engine: (price) => { own.setPrice(price); return own.results(); },
      script: (price) => plain({ ...input, price }),
    };
  })()`);
  const price = 71_000;
  const results = await page.evaluate(`({ engine: peers.engine(${price}), script: peers.script(${price}) })`);
  const outcome = JSON.parse(await page.evaluate((text) => window.wasmBindings.evaluate(text), JSON.stringify({ ...model, offer: { ...model.offer, price: String(price) } })));
  const lines = LINES.map((name) => [name, outcome.months.map((month) => Number(month[KEYS[name] ?? name]))]);
  // Theirs is before pay and tax.
  const exact = { ltv: Number(outcome.figures.ltv_before), ...Object.fromEntries(lines) };
  for (const [name, other] of Object.entries(results)) {
    const off = difference(exact, other, LINES);
    if (!(off < 1e-9)) throw new Error(`${name} works out another plan: ${off}`);
  }
}
