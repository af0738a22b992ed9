// The tests and how they are run: several at a time, in one browser that they share; those that want it for
// themselves come last, one by one.
import { availableParallelism } from 'node:os';

/** A test that takes longer than this, in milliseconds, hangs. */
const LIMIT = 240_000 + 1000 * (Number(process.env.OBKATKA_MONKEY_SECONDS) || 0);
/** Tests that run at the same time. They wait more than they work: for timers, for pages that are drawn. */
const AT_ONCE = Number(process.env.OBKATKA_AT_ONCE) || availableParallelism() + 1;
/** How many of the slowest are told at the end. */
const SLOWEST = 10;

const tests = [];
const ends = [];

/** Declares a test; with `alone` no other runs beside it. */
export function test(name, { alone = false }, run) {
  if (tests.some((other) => other.name === name)) throw new Error(`two tests are called ${name}`);
  tests.push({ name, alone, run });
}

/** Has something done when all tests are over. */
export function after(task) {
  ends.push(task);
}

/** Repeats a check until it holds, at most `limit` milliseconds; then lets its own error through. */
export async function eventually(check, limit = 15_000) {
  const end = Date.now() + limit;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
}

/** Runs the tests that are wanted and tells of each; ends in the slowest and a line `N passed, M failed`. */
export async function runTests(isWanted) {
  const wanted = tests.filter(({ name }) => isWanted(name));
  const stray = [];
  process.on('unhandledRejection', (error) => stray.push(error));
  await side(wanted.filter(({ alone }) => !alone), AT_ONCE);
  await side(wanted.filter(({ alone }) => alone), 1);
  for (const task of ends) await task();
  // What broke outside of every test fails too: nobody waited for it.
  if (stray.length) tell({ name: 'nothing breaks outside of a test', seconds: 0, error: stray[0] });
  return summed(wanted, stray.length);
}

/** So many at a time, each as soon as there is room. */
async function side(these, atOnce) {
  const waiting = [...these];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await runOne(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function runOne(test) {
  const start = performance.now();
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not over after ${LIMIT / 1000} s`)), LIMIT);
  });
  test.error = await Promise.race([test.run(), late]).then(() => null, (error) => error ?? new Error('no reason'));
  clearTimeout(timer);
  test.seconds = (performance.now() - start) / 1000;
  tell(test);
}

function tell({ name, seconds, error }) {
  console.log(`${error ? 'FAILED' : '  ok  '} ${name} (${seconds.toFixed(1)} s)`);
  if (error) console.log(String(error.stack ?? error).split('\n').map((line) => `       ${line}`).join('\n'));
}

function summed(wanted, strays) {
  const slowest = wanted.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  console.log(`The slowest of ${wanted.length}, ${AT_ONCE} at a time:`);
  for (const { name, seconds } of slowest) console.log(`  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  const failed = wanted.filter(({ error }) => error).length + Math.min(strays, 1);
  const passed = wanted.filter(({ error }) => !error).length;
  console.log(`${passed} passed, ${failed} failed`);
  return passed > 0 && failed === 0;
}
