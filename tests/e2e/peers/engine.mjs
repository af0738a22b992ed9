// A spreadsheet engine with the plan in it. Runs in Node and, as text, inside a page: `HyperFormula` is handed in.

/** The lines that all who work the plan out are compared by. */
export const LINES = [
  'leads', 'new_clients', 'active_clients', 'revenue', 'variable_costs', 'marketing', 'payroll', 'fixed_costs', 'tax', 'profit', 'balance',
];

/** A book of the engine over a sheet: sets one input, reads all results. */
export function book(HyperFormula, { rows, at }, months, lines) {
  const engine = HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3', maxColumns: 1000 });
  const place = (name, col) => ({ sheet: 0, row: at[name] - 1, col });
  const read = (name) => Array.from({ length: months }, (_, t) => engine.getCellValue(place(name, t + 1)));
  return {
    setPrice: (price) => engine.setCellContents(place('price', 1), [[price]]),
    results: () => ({ ltv: engine.getCellValue(place('ltv', 1)), ...Object.fromEntries(lines.map((name) => [name, read(name)])) }),
  };
}

/** The largest relative difference between two results, by their lines. */
export function difference(one, other, lines) {
  const pairs = [[one.ltv, other.ltv], ...lines.flatMap((name) => one[name].map((value, t) => [value, other[name][t]]))];
  const off = pairs.map(([a, b]) => Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b)));
  return off.every(Number.isFinite) ? Math.max(...off) : Infinity;
}
