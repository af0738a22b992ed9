// The Result screen on paper.
import assert from 'node:assert/strict';
import { go, ru, takeTemplate, template } from '../app.mjs';
import { journey } from '../page.mjs';

journey('the Result screen prints as a report', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'agency');
  await go(page, 'result');
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['nav.tabs', '.saved', '.answers .how', '#model-menu', 'main .choice', '.settings']) {
    assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
  }
  for (const seen of ['.answers .value', 'main .only-print', '#report-inputs', 'main svg.plot', 'main .statement']) {
    assert.ok(await page.locator(seen).first().isVisible(), seen);
  }
  assert.match(await page.locator('main .only-print').first().innerText(), new RegExp(template('agency').about.name));
  assert.match(await page.locator('main .only-print').first().innerText(), new RegExp(ru['report.printed'].split('{')[0]));
  const paper = await page.pdf({ format: 'A4', printBackground: true });
  const pages = paper.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
  assert.ok(pages.length >= 1 && pages.length < 20, `${pages.length} pages`);
});

journey('the People screen prints without what is to press', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'b2b_sales');
  await go(page, 'people');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('main button:visible').count(), 0);
  for (const seen of ['#people-sides', 'main svg.plot', 'main table.contrast', '.payslip']) {
    assert.ok(await page.locator(seen).first().isVisible(), seen);
  }
  const paper = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
  const pages = paper.match(/\/Type\s*\/Page\b/g) ?? [];
  assert.ok(pages.length >= 1 && pages.length < 20, `${pages.length} pages`);
});

journey('paper is light in the dark theme too', async ({ open }) => {
  const page = await open({ colorScheme: 'dark' });
  await takeTemplate(page, 'coffee');
  await go(page, 'result');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const [back, ink] = await page.evaluate(() => {
    const style = getComputedStyle(document.body);
    return [style.backgroundColor, style.color];
  });
  const light = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
  assert.ok(light(back) > 600 || back === 'rgba(0, 0, 0, 0)', back);
  assert.ok(light(ink) < 300, ink);
});
