// The built page, as the commands of `cargo xtask` serve it: the same for every browser.

/** The page's address, under a folder of its host. */
export const url = handed('OBKATKA_URL');
/** The same page at the root of a second origin. */
export const otherUrl = handed('OBKATKA_OTHER_URL');

/** Waits until the page is there and its wasm module has started. */
export async function started(page, limit = 15_000) {
  const there = await page.evaluate(async (limit) => {
    const end = performance.now() + limit;
    const isThere = () => 'wasmBindings' in window && !document.querySelector('#app[data-loading]');
    while (!isThere() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
    return isThere();
  }, limit);
  if (!there) throw new Error('the wasm module has not started');
}

/** What the command has handed over. */
export function handed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this by \`cargo xtask\``);
  return value;
}
