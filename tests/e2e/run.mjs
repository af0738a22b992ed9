// Runs the journeys and ends in a line `N passed, M failed`.
// A word on the command line picks the files whose name has it or, where there is none, the tests.
import { readdirSync } from 'node:fs';
import { runTests } from './tests.mjs';

const folder = new URL('./journeys/', import.meta.url);
const [filter = ''] = process.argv.slice(2);
const all = readdirSync(folder).filter((name) => name.endsWith('.test.mjs')).sort();
const named = all.filter((name) => filter && name.includes(filter));
for (const name of named.length ? named : all) await import(new URL(name, folder));

const isWanted = (name) => named.length > 0 || name.includes(filter);
process.exitCode = await runTests(isWanted) ? 0 : 1;
