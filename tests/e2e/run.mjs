// Runs the journeys, two files at a time, and ends in a line `N passed, M failed`.
// A word on the command line picks the files whose name has it or, where there is none, the tests.
import { readdirSync } from 'node:fs';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./journeys/', import.meta.url));
const [filter] = process.argv.slice(2);
const all = readdirSync(folder).filter((name) => name.endsWith('.test.mjs')).sort();
const named = all.filter((name) => filter && name.includes(filter));
const files = (named.length ? named : all).map((name) => folder + name);
const testNamePatterns = filter && !named.length ? [filter] : undefined;

const count = { passed: 0, failed: 0 };
const tests = run({ files, concurrency: 2, testNamePatterns });
tests.on('test:pass', (event) => tell(event, 'passed'));
tests.on('test:fail', (event) => tell(event, 'failed'));
tests.on('test:stderr', ({ message }) => process.stderr.write(message));
tests.on('test:stdout', ({ message }) => process.stdout.write(message));
tests.on('end', () => {
  console.log(`${count.passed} passed, ${count.failed} failed`);
  process.exitCode = count.failed || !count.passed ? 1 : 0;
});
tests.resume();

function tell({ name, details, skip }, result) {
  // A file that passed is no test; one that failed as such broke down before or after its tests.
  const isFile = name.endsWith('.mjs');
  if (skip !== undefined || (isFile && result === 'passed')) return;
  count[result] += 1;
  const seconds = (details.duration_ms / 1000).toFixed(1);
  console.log(`${result === 'passed' ? '  ok  ' : 'FAILED'} ${name} (${seconds} s)`);
  if (result === 'failed') console.log(reason(details.error));
}

function reason(error) {
  const cause = error?.cause ?? error;
  return String(cause?.stack ?? cause).split('\n').map((line) => `       ${line}`).join('\n');
}
