// The facts of the Run-in screen as a visitor writes them down: cells, months, tables pasted and opened.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { download, field, go, menu, plain, ru, takeTemplate, showMonth } from './app.mjs';

/** A table as a spreadsheet or a CRM gives it: its path, and its text where that is UTF-8. */
export function table(name) {
  const path = fileURLToPath(new URL(`../fixtures/import/${name}`, import.meta.url));
  return { path, text: readFileSync(path, 'utf8') };
}

/** The path of a channel's figure in a month of 2027. */
export function at(month, channel, figure) {
  return `facts/months/2027${String(month).padStart(2, '0')}/channels/${channel}/${figure}`;
}

/** The figures of a channel in the order of the columns, in the template of the agency. */
export const COLUMNS = ['spend', 'leads', 'stages/a/count', 'stages/b/count', 'stages/c/count', 'revenue'];

/** The agency on the desk, its facts on the screen. */
export async function openFacts(page, language = 'ru') {
  await takeTemplate(page, 'agency', language);
  await go(page, 'facts');
  await page.locator('#facts-month').waitFor();
}

/** What stands in a cell, spaces that do not break as plain ones. */
export async function cell(page, path) {
  await showMonth(page, path);
  return plain(await field(page, path).inputValue());
}

/** The id of what has the focus. */
export async function focused(page) {
  return await page.evaluate(() => document.activeElement?.id ?? '');
}

/** The id of the input of a path. */
export function input(path) {
  return `in-${path.replaceAll('/', '-')}`;
}

/** Pastes a text into a cell, as Ctrl+V does. */
export async function paste(page, path, text) {
  await field(page, path).focus();
  await field(page, path).evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Opens a file in the dialog for tables. */
export async function openTable(page, name) {
  if (!await page.locator('dialog.import').isVisible()) await page.locator('#facts-import').click();
  const chooser = page.waitForEvent('filechooser');
  await page.locator('#import-file').click();
  await (await chooser).setFiles(table(name).path);
  await page.locator('#import-sum').waitFor();
}

/** What the dialog says would be written. */
export async function sum(page) {
  return plain(await page.locator('#import-sum').innerText());
}

/** Writes down what the dialog shows. */
export async function write(page) {
  await page.locator('#import-write').click();
  await page.locator('dialog.import').waitFor({ state: 'hidden' });
}

/** The facts of the document, as a file holds them. */
export async function factsOf(page, texts = ru) {
  const file = await download(page, () => menu(page, texts['model.save_file']));
  const { facts } = JSON.parse(file.text).model;
  return facts ?? {};
}

/** The facts of a channel in a month, by the figures' names. */
export function figures(facts, month, channel) {
  const row = facts.months?.find(({ id }) => id === `2027${String(month).padStart(2, '0')}`);
  assert.ok(row, `month ${month}`);
  return row.channels?.find(({ id }) => id === channel);
}
