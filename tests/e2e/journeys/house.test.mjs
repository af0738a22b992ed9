// The house itself: the built page stands on its own, in any folder, and lost links find it.
import assert from 'node:assert/strict';
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

journey('the policy lets no foreign or inline script run', async ({ open }) => {
  const page = await open({ expected: [/policy|violates/i] });
  await started(page);
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.intruder = true';
    document.body.append(script);
    return Boolean(window.intruder);
  });
  assert.equal(ran, false);
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
