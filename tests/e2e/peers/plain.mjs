// The plan worked out in doubles by plain JavaScript, as somebody would write it who needs nothing else: what a
// spreadsheet and the page are measured against. It knows what the compared model uses, and no more.

/** The numbers of a document that the plan needs. */
export function given(model) {
  const { about, offer, funnel, channels, people, costs, investments, terms, tax } = model;
  const all = (rows, read) => (rows ?? []).map(read);
  return {
    months: about.horizon, life: about.ltv_horizon ?? 36, discount: number(about.discount),
    price: number(offer.price), costShare: number(offer.cost_share), unitCost: number(offer.unit_cost),
    orders: number(offer.frequency, 1), service: number(offer.service_cost), onboarding: number(offer.first_order_cost),
    stays: number(offer.retention.rate),
    addOns: all(offer.add_ons, (one) => ({ kind: one.kind, share: number(one.share), price: number(one.price), costShare: number(one.cost_share) })),
    channels: all(channels, (one) => ({
      first: one.first ?? 0, last: one.last ?? Infinity, budget: number(one.budget), growth: number(one.growth), cost: number(one.cost_per_lead),
      most: one.most_leads === undefined ? Infinity : number(one.most_leads),
      conversions: funnel.stages.map((stage) => number(one.own?.find((own) => own.id === stage.id)?.conversion ?? stage.conversion)),
    })),
    days: funnel.stages.map((stage) => number(stage.days)),
    people: all(people, (one) => ({ salary: number(one.salary), heads: number(one.heads, 1), first: one.first ?? 0, contributions: number(one.contributions) })),
    costs: all(costs, (one) => ({ amount: number(one.amount), growth: number(one.growth), first: one.first ?? 0 })),
    investments: all(investments, (one) => ({ amount: number(one.amount), month: one.month ?? 0 })),
    instalments: all(terms.instalments, (one) => ({ share: number(one.share), days: number(one.days) })),
    supplierDays: number(terms.supplier_days), opening: number(terms.opening_cash), taxRate: number(tax.rate),
  };
}

function number(value, otherwise = 0) {
  return Number((typeof value === 'object' ? value?.value : value) ?? otherwise);
}

/** Lines of the plan by month, and the figures of one client. */
export function plain(input) {
  const { months, life } = input;
  const line = (of) => Array.from({ length: months }, (_, t) => of(t));
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  const stages = lagged(input.days);
  const leads = line(() => 0);
  const marketing = line(() => 0);
  const fresh = line(() => 0);
  for (const channel of input.channels) {
    const come = line(() => 0);
    for (let t = channel.first; t < months && t <= channel.last; t += 1) {
      const budget = channel.budget * (1 + channel.growth) ** (t - channel.first);
      marketing[t] += budget;
      come[t] = Math.min(budget / channel.cost, channel.most);
      leads[t] += come[t];
    }
    let reach = 1;
    stages.forEach((lag, at) => {
      reach *= channel.conversions[at];
      const reached = spread(come.map((count) => count * reach), lag);
      if (at === stages.length - 1) reached.forEach((count, t) => { fresh[t] += count; });
    });
  }
  const active = line((t) => sum(Array.from({ length: t + 1 }, (_, s) => fresh[s] * input.stays ** (t - s))));
  const of = (kind, part) => sum(input.addOns.filter((one) => one.kind === kind).map(part));
  const price = (one) => one.share * one.price;
  const cost = (one) => one.share * one.price * one.costShare;
  const upsell = { price: of('upsell', price), cost: of('upsell', cost) };
  const cross = { price: of('cross_sell', price), cost: of('cross_sell', cost) };
  const orderCost = input.unitCost + input.price * input.costShare;
  const revenue = line((t) => active[t] * (input.orders * input.price + cross.price) + fresh[t] * upsell.price);
  const variable = line((t) => active[t] * (input.orders * orderCost + cross.cost + input.service) + fresh[t] * (upsell.cost + input.onboarding));
  const payroll = line((t) => sum(input.people.map((one) => (t >= one.first ? one.salary * one.heads * (1 + one.contributions) : 0))));
  const fixed = line((t) => sum(input.costs.map((one) => (t >= one.first ? one.amount * (1 + one.growth) ** (t - one.first) : 0))));
  const taxes = line((t) => revenue[t] * input.taxRate);
  const profit = line((t) => revenue[t] - variable[t] - marketing[t] - payroll[t] - fixed[t] - taxes[t]);
  const later = sum(input.instalments.map((one) => one.share));
  const receipts = line((t) => revenue[t] * (1 - later));
  for (const one of input.instalments) spread(revenue.map((amount) => amount * one.share), lag(one.days)).forEach((amount, t) => { receipts[t] += amount; });
  const suppliers = spread(variable, lag(input.supplierDays));
  let balance = input.opening;
  const cash = line((t) => {
    const invested = sum(input.investments.filter((one) => one.month === t).map((one) => one.amount));
    balance += receipts[t] - suppliers[t] - taxes[t] - marketing[t] - payroll[t] - fixed[t] - invested;
    return balance;
  });
  const discount = (1 + input.discount) ** (-1 / 12);
  const month = input.orders * (input.price - orderCost) + cross.price - cross.cost - input.service;
  const ltv = month * sum(Array.from({ length: life }, (_, k) => (input.stays * discount) ** k)) + upsell.price - upsell.cost - input.onboarding;
  return { ltv, leads, new_clients: fresh, active_clients: active, revenue, variable_costs: variable, marketing, payroll, fixed_costs: fixed, tax: taxes, profit, balance: cash };
}

/** The delay of each stage from the lead on. */
function lagged(days) {
  let all = 0;
  return days.map((own) => lag(all += own));
}

function lag(days) {
  const months = days / 30.4375;
  return { whole: Math.floor(months), later: months - Math.floor(months) };
}

function spread(cause, { whole, later }) {
  return cause.map((_, t) => (cause[t - whole] ?? 0) * (1 - later) + (cause[t - whole - 1] ?? 0) * later);
}
