// The house itself: the built page stands on its own, in any folder, and lost links find it.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import {
  download, enter, go, menu, name, openFile, ru, saved, screens, template,
} from '../app.mjs';
import { eventually, journey, otherUrl, started, url } from '../page.mjs';

journey('the page opens under a folder and asks nobody else', async ({ open }) => {
  const page = await open();
  assert.equal(page.url(), url);
  await started(page);
});

journey('the page opens at the root of another host', async ({ open }) => {
  const page = await open({ expected: [/foreign request: GET http:\/\/127/] });
  await page.goto(otherUrl);
  await started(page);
});

journey('the policy lets nothing foreign and nothing inline run or load', async ({ open }) => {
  const page = await open({ expected: [/policy|violates|foreign|unsafe-eval|Framing|ERR_BLOCKED/i] });
  await started(page);
  const breaches = await page.evaluate(async () => {
    const told = [];
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => told.push(effectiveDirective));
    const add = (tag, values) => document.body.append(Object.assign(document.createElement(tag), values));
    add('script', { textContent: 'window.intruder = 1' });
    add('script', { src: 'data:text/javascript,window.intruder=2' });
    add('script', { src: 'https://intruder.invalid/a.js' });
    add('img', { src: 'https://intruder.invalid/a.png' });
    add('iframe', { src: 'https://intruder.invalid/' });
    add('object', { data: 'https://intruder.invalid/a.swf' });
    add('style', { textContent: 'body { display: none }' });
    add('base', { href: 'https://intruder.invalid/' });
    document.body.insertAdjacentHTML('beforeend', '<a id="trap" href="javascript:window.intruder=3" onclick="window.intruder=4">x</a>');
    document.getElementById('trap').click();
    document.body.insertAdjacentHTML('beforeend', '<form action="https://intruder.invalid/"></form>');
    document.forms[document.forms.length - 1].submit();
    setTimeout('window.intruder = 5');
    await fetch('https://intruder.invalid/').catch(() => {});
    try { new Worker('data:text/javascript,1'); } catch { /* As it should be. */ }
    await new Promise((later) => { setTimeout(later, 500); });
    return { told: [...new Set(told)].sort(), intruder: window.intruder, hidden: getComputedStyle(document.body).display };
  });
  assert.equal(breaches.intruder, undefined);
  assert.notEqual(breaches.hidden, 'none');
  for (const kind of ['base-uri', 'connect-src', 'form-action', 'frame-src', 'img-src', 'object-src', 'script-src-attr', 'script-src-elem', 'style-src-elem', 'worker-src']) {
    assert.ok(breaches.told.includes(kind), `${kind} was let through: ${breaches.told}`);
  }
});

journey('texts of a stranger stay texts', async ({ open }) => {
  const page = await open();
  const hostile = '<img src=x onerror=window.intruder=1>"\'`=HYPERLINK("https://intruder.invalid")../../{{x}}javascript:1';
  const texts = (value) => {
    if (Array.isArray(value)) return value.map(texts);
    if (value === null || typeof value !== 'object') return value;
    const own = (key, inner) => (['name', 'role', 'note', 'hypothesis', 'source'].includes(key) ? hostile : texts(inner));
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, own(key, inner)]));
  };
  await openFile(page, texts(template('b2b_sales')));
  await eventually(async () => assert.equal(await name(page), hostile.slice(0, 120)));
  for (const screen of screens) await go(page, screen);
  assert.equal(await page.evaluate(() => window.intruder), undefined);
  assert.equal(await page.locator('img').count(), 0);
  const file = await download(page, () => menu(page, ru['model.save_file']));
  assert.match(file.name, /^[^<>:"/\\|?*]+\.json$/);
});

journey('a stranger\'s frame finds nothing stored', async ({ open }) => {
  const page = await open({ expected: [/foreign request|storage|404|autofocus/i] });
  await enter(page, { 'offer/price': '777' });
  await saved(page);
  const body = `<iframe src="${url}" width="1000" height="700"></iframe>`;
  const server = createServer((request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(body));
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  try {
    // Another site to the browser, though the same machine.
    await page.goto(`http://localhost:${server.address().port}/`);
    const price = page.frameLocator('iframe').locator('#in-offer-price');
    await price.waitFor();
    assert.equal(await price.inputValue(), '');
  } finally {
    server.close();
  }
});

for (const mark of ['%23', '%2523', '%252523']) {
  journey(`a link whose # became ${mark} is rescued`, async ({ open }) => {
    const page = await open({ path: `${mark}m1.3.abcE?utm_source=mail`, expected: [/404/] });
    await eventually(() => assert.equal(page.url(), `${url}#m1.3.abcE`));
    await started(page);
  });
}

journey('a path that never was gets a plain answer', async ({ open }) => {
  const page = await open({ path: 'nowhere', expected: [/404/] });
  assert.match(await page.locator('h1').innerText(), /нет/);
  await page.getByRole('link', { name: 'Obkatka' }).click();
  await started(page);
});
