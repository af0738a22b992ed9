// Measures the release build in Chromium and prints a table; asserts nothing.
// A word on the command line picks measurements by name.
import { chromiumVersion, measurements, open } from './measure.mjs';

const [filter = ''] = process.argv.slice(2);
const rows = [];
for (const { name, unit = 'ms', run } of measurements.filter(({ name }) => name.includes(filter))) {
  const page = await open();
  const values = await run(page).catch((error) => String(error.message ?? error).split('\n')[0]);
  await page.context().close();
  // A measurement of several side by side gives a list for each.
  const several = typeof values === 'object' && !Array.isArray(values);
  if (several) rows.push(...Object.entries(values).map(([who, own]) => row(`${name}: ${who}`, unit, own)));
  else rows.push(row(name, unit, values));
}
console.log(`Chromium ${await chromiumVersion()}, node ${process.version}\n`);
print([['measurement', 'median', 'p95', 'n'], ...rows]);
process.exit();

function row(name, unit, values) {
  if (typeof values === 'string') return [name, values, '', ''];
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return [name, `${short(at(0.5))} ${unit}`, `${short(at(0.95))} ${unit}`, sorted.length];
}

function short(value) {
  return String(Number(value.toPrecision(3)));
}

function print(table) {
  const widths = table[0].map((_, column) => Math.max(...table.map((cells) => String(cells[column]).length)));
  for (const cells of table) {
    const [name, ...figures] = cells;
    const padded = figures.map((cell, index) => String(cell).padStart(widths[index + 1]));
    console.log([String(name).padEnd(widths[0]), ...padded].join('  '));
  }
}
