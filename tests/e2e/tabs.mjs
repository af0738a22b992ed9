// Tabs that change one model in the same moment: every edit is found in the storage afterwards.
// Run by `cargo xtask tabs [--dev] [runs]`, in a small form by a journey.
import assert from 'node:assert/strict';
import { field, go, name, saved, takeTemplate } from './app.mjs';

/** Opens so many tabs on one model, has all of them changed at once, and says which edits are gone. */
export async function collide(open, count) {
  const first = await open();
  await takeTemplate(first, 'coffee');
  await saved(first);
  const model = await name(first);
  const pages = [first];
  while (pages.length < count) {
    const page = await open({ context: first });
    await page.waitForFunction((model) => document.querySelector('#model-name')?.value === model, model);
    await go(page, 'plan');
    pages.push(page);
  }
  return { pages, lost: await lostOf(pages) };
}

/** Each of the pages types a price of its own; whoever has seen another's goes on from it. */
async function lostOf(pages) {
  const typed = pages.map((_, at) => String(1001 + at * 1111 + Math.floor(Math.random() * 100)));
  await Promise.all(pages.map((page, at) => field(page, 'offer/price').fill(typed[at])));
  for (const page of pages) await saved(page);
  await new Promise((resolve) => setTimeout(resolve, 300));
  for (const page of pages) await saved(page);
  const shown = await Promise.all(pages.map((page) => field(page, 'offer/price').inputValue()));
  const texts = await pages[0].evaluate(() => Object.keys(localStorage)
    .filter((key) => key.startsWith('ue/m/')).map((key) => localStorage.getItem(key)));
  const prices = texts.map((text) => JSON.parse(text).model.offer.price).map((price) => price.value ?? price);
  const plain = shown.map((text) => text.replace(/\D/g, ''));
  // What a tab shows is stored; what was typed is stored, or stands in the copy before of what was typed over it.
  const copies = await pages[0].evaluate(() => Object.keys(localStorage)
    .filter((key) => /^ue\/[mp]\//.test(key)).map((key) => localStorage.getItem(key)).join('\n'));
  return {
    unsaved: plain.filter((price) => !prices.includes(price)),
    gone: typed.filter((price) => !plain.includes(price) && !copies.includes(`"${price}"`)),
    typed, plain, prices,
  };
}
