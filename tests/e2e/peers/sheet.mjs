// The same plan as a spreadsheet: one line a row, one month a column, as a careful user would lay it out in Excel.

/** The cells of a plan: rows of values and formulas, and where the results stand. */
export function sheet(input) {
  const { months } = input;
  const rows = [];
  const at = {};
  const put = (name, cells) => {
    rows.push([name, ...cells]);
    at[name] = rows.length;
    return rows.length;
  };
  const put1 = (name, value) => `$B$${put(name, [value])}`;
  const column = (t) => letters(t + 1);
  const line = (name, formula) => put(name, Array.from({ length: months }, (_, t) => `=${formula(t, column(t))}`));
  const cell = (row, t) => (t < 0 ? '0' : `${column(t)}${row}`);
  // The delayed line: of two months before, in the parts of the split.
  const delayed = (row, days) => (t) => {
    const range = `$B${row}:${column(t)}${row}`;
    const back = (more) => `IF(${t + 1}-INT(${days}/30.4375)-${more}<1,0,INDEX(${range},1,${t + 1}-INT(${days}/30.4375)-${more}))`;
    const part = `(${days}/30.4375-INT(${days}/30.4375))`;
    return `${back(0)}*(1-${part})+${back(1)}*${part}`;
  };

  const price = put1('price', input.price);
  const orderCost = put1('order cost', `=${put1('unit cost', input.unitCost)}+${price}*${put1('cost share', input.costShare)}`);
  const orders = put1('orders', input.orders);
  const service = put1('service', input.service);
  const onboarding = put1('onboarding', input.onboarding);
  const stays = put1('stays', input.stays);
  const addOns = input.addOns.map((one, index) => {
    const taken = `${put1(`share ${index}`, one.share)}*${put1(`add-on price ${index}`, one.price)}`;
    return { kind: one.kind, price: taken, cost: `${taken}*${put1(`add-on cost ${index}`, one.costShare)}` };
  });
  const total = (kind, part) => ['0', ...addOns.filter((one) => one.kind === kind).map((one) => one[part])].join('+');
  const upsell = { price: put1('upsell price', `=${total('upsell', 'price')}`), cost: put1('upsell cost', `=${total('upsell', 'cost')}`) };
  const cross = { price: put1('cross price', `=${total('cross_sell', 'price')}`), cost: put1('cross cost', `=${total('cross_sell', 'cost')}`) };
  const days = [];
  input.days.forEach((own, index) => {
    const before = days.at(-1);
    days.push(put1(`days ${index}`, before ? `=${before}+${own}` : own));
  });

  const budgets = [];
  const leads = [];
  const fresh = [];
  input.channels.forEach((channel, index) => {
    const [budget, growth, cost] = ['budget', 'growth', 'cost'].map((key) => put1(`${key} ${index}`, channel[key]));
    const runs = (t) => t >= channel.first && t <= channel.last;
    const spend = line(`spend ${index}`, (t) => (runs(t) ? `${budget}*(1+${growth})^${t - channel.first}` : '0'));
    const most = Number.isFinite(channel.most) ? put1(`most ${index}`, channel.most) : undefined;
    const come = line(`leads ${index}`, (t) => {
      const bought = `${cell(spend, t)}/${cost}`;
      return most && runs(t) ? `MIN(${bought},${most})` : bought;
    });
    let reach;
    let last = come;
    channel.conversions.forEach((conversion, stage) => {
      const own = put1(`conversion ${index} ${stage}`, conversion);
      reach = put1(`reach ${index} ${stage}`, reach ? `=${reach}*${own}` : `=${own}`);
      const here = line(`here ${index} ${stage}`, (t) => `${cell(come, t)}*${reach}`);
      last = line(`stage ${index} ${stage}`, delayed(here, days[stage]));
    });
    budgets.push(spend);
    leads.push(come);
    fresh.push(last);
  });
  const added = (lines) => (t) => lines.map((row) => cell(row, t)).join('+');
  line('leads', added(leads));
  const clients = line('new_clients', added(fresh));
  const survival = line('survival', (t) => `${stays}^${t}`);
  const cohorts = Array.from({ length: months }, (_, s) => line(`cohort ${s}`, (t) => (t < s ? '0' : `${cell(clients, s)}*${cell(survival, t - s)}`)));
  const active = line('active_clients', (t, letter) => `SUM(${letter}${cohorts[0]}:${letter}${cohorts.at(-1)})`);
  const revenue = line('revenue', (t) => `${cell(active, t)}*(${orders}*${price}+${cross.price})+${cell(clients, t)}*${upsell.price}`);
  const variable = line('variable_costs', (t) => `${cell(active, t)}*(${orders}*${orderCost}+${cross.cost}+${service})+${cell(clients, t)}*(${upsell.cost}+${onboarding})`);
  const marketing = line('marketing', added(budgets));
  const people = input.people.map((one, index) => {
    const pay = put1(`pay ${index}`, `=${put1(`salary ${index}`, one.salary)}*${one.heads}*(1+${put1(`contributions ${index}`, one.contributions)})`);
    return (t) => (t >= one.first ? pay : '0');
  });
  const payroll = line('payroll', (t) => ['0', ...people.map((pay) => pay(t))].join('+'));
  const costs = input.costs.map((one, index) => {
    const amount = put1(`amount ${index}`, one.amount);
    return (t) => (t >= one.first ? `${amount}*(1+${one.growth})^${t - one.first}` : '0');
  });
  const fixed = line('fixed_costs', (t) => ['0', ...costs.map((cost) => cost(t))].join('+'));
  const rate = put1('tax rate', input.taxRate);
  const taxes = line('tax', (t) => `${cell(revenue, t)}*${rate}`);
  line('profit', (t) => `${cell(revenue, t)}-${[variable, marketing, payroll, fixed, taxes].map((row) => cell(row, t)).join('-')}`);
  const instalments = input.instalments.map((one, index) => {
    const share = put1(`instalment ${index}`, one.share);
    const part = line(`part ${index}`, (t) => `${cell(revenue, t)}*${share}`);
    return { share, row: line(`paid ${index}`, delayed(part, put1(`after ${index}`, one.days))) };
  });
  const later = ['0', ...instalments.map(({ share }) => share)].join('+');
  const receipts = line('receipts', (t) => [`${cell(revenue, t)}*(1-(${later}))`, ...instalments.map(({ row }) => cell(row, t))].join('+'));
  const suppliers = line('suppliers', delayed(variable, put1('supplier days', input.supplierDays)));
  const opening = put1('opening', input.opening);
  const invested = (t) => input.investments.filter((one) => one.month === t).map((one) => `-${one.amount}`).join('');
  const balance = rows.length + 1;
  line('balance', (t) => `${t ? cell(balance, t - 1) : opening}+${cell(receipts, t)}-${[suppliers, taxes, marketing, payroll, fixed].map((row) => cell(row, t)).join('-')}${invested(t)}`);
  const ages = input.life;
  const month = `(${orders}*(${price}-${orderCost})+${cross.price}-${cross.cost}-${service})`;
  const factor = put1('discount factor', `=(1+${input.discount})^(-1/12)`);
  const aged = put('aged', Array.from({ length: ages }, (_, k) => `=(${stays}*${factor})^${k}`));
  put1('ltv', `=${month}*SUM(B${aged}:${column(ages - 1)}${aged})+${upsell.price}-${upsell.cost}-${onboarding}`);
  return { rows, at };
}

/** A column's letters: 0 is A. */
function letters(index) {
  return index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);
}
