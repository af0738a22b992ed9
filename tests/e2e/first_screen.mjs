// Writes the first screen as the page draws it into `src/first_screen/`, from where `index.html` takes it.
import { writeFileSync } from 'node:fs';
import { launch, url } from './chromium.mjs';
import { drawnFirst, FIRST_SCREENS, watchFirst } from './drawn_first.mjs';

const browser = await launch();
for (const { locale, file } of FIRST_SCREENS) {
  const page = await (await browser.newContext({ locale })).newPage();
  await watchFirst(page);
  await page.goto(url);
  writeFileSync(file, await drawnFirst(page));
  console.log(file);
}
await browser.close();
