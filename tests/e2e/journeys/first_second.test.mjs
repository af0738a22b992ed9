// The first second: what a person does before all of the page is there is neither lost nor does it go elsewhere.
// Files are held back until the visitor has acted, so that nothing depends on who is faster.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  answerEight, en, enter, field, go, menu, name, openFile, ru, saved, screens, shareLink, state, stored, takeTemplate, template,
  values,
} from '../app.mjs';
import { drawnFirst, FIRST_SCREENS, watchFirst } from '../drawn_first.mjs';
import { eventually, hold, journey, started } from '../page.mjs';

const EIGHT = ['12 тыс', '100', '10 %', '1 234,56', '50', '2', '50', '5000'];
const PROGRAM = /\/obkatka-[^/]*_bg[^/]*\.wasm$/;
const PAGE = /\/page-[^/]*\.wasm$/;
const KEEPING = /\/keeping-[^/]*\.wasm$/;
const SCREENS = /\/screens-[^/]*\.wasm$/;
const PEOPLE = /\/people-[^/]*\.wasm$/;
const LATER_SHEET = /\/later-[^/]*\.css$/;

const focused = (page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.className);
const undo = (page) => page.getByRole('button', { name: ru.undo, exact: true });
const tab = (page, screen) => page.locator('nav.tabs button').nth(screens.indexOf(screen));
/** The lower part of Start: it comes with the part that keeps models. */
const lowerPart = (page) => page.locator('#templates');

async function arrived(page, { letGo }) {
  letGo();
  await lowerPart(page).waitFor();
}

for (const [locale, texts] of [['ru-RU', ru], ['en-US', en]]) {
  journey(`Tab before the program is there goes to the way past, ${locale}`, async ({ open }) => {
    const program = hold(PROGRAM);
    const page = await open({ locale, before: program.before });
    await field(page, 'channels/a/budget').waitFor();
    await page.keyboard.press('Tab');
    const skip = page.locator('.skip');
    assert.ok(await skip.evaluate((link) => link === document.activeElement), 'it has the focus');
    assert.equal(await skip.innerText(), locale === 'ru-RU' ? 'К содержанию' : 'Skip to content');
    program.letGo();
    await field(page, 'channels/a/budget').waitFor();
    assert.ok(await skip.evaluate((link) => link === document.activeElement), 'it still has it');
    assert.match(await page.title(), new RegExp(texts['app.name']));
  });
}

journey('whoever skips the head before the program is there goes on from there', async ({ open }) => {
  const program = hold(PROGRAM);
  const page = await open({ before: program.before });
  await field(page, 'channels/a/budget').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'page');
  program.letGo();
  await field(page, 'channels/a/budget').waitFor();
  assert.equal(await focused(page), 'page');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'door');
  assert.equal(new URL(page.url()).hash, '', 'the address belongs to links');
});

journey('a chosen language and theme stand before the program is there', async ({ open }) => {
  const page = await open();
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('.settings button[title]').click();
  await page.locator('.settings button[title]').click();
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  const program = hold(PROGRAM);
  await program.before(page);
  await page.reload({ waitUntil: 'commit' });
  await field(page, 'channels/a/budget').waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  program.letGo();
  await field(page, 'channels/a/budget').waitFor();
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
});

for (const { locale, file } of FIRST_SCREENS) {
  journey(`the first screen in index.html is the one that the page draws, ${locale}`, async ({ open }) => {
    const page = await open({ locale, before: watchFirst });
    assert.equal(await drawnFirst(page), readFileSync(file, 'utf8'), 'cargo xtask first-screen brings it up to date');
  });
}

/** Where everything stands that is seen, but what the page adds below the form in a free moment. */
const places = (page) => page.evaluate(() => [...document.querySelectorAll('#app *')]
  .filter((element) => element.getClientRects().length && !element.matches('main, main > .quick ~ *, main > .quick ~ * *'))
  .map((element) => [element.tagName, ...Object.values(element.getBoundingClientRect().toJSON())].join(' ')));

for (const width of [360, 1280]) {
  journey(`the page takes the first screen over without a move, at ${width} px`, async ({ open }) => {
    const whole = hold(PAGE);
    const page = await open({ width, before: whole.before });
    await field(page, 'offer/price').waitFor();
    const before = await restingPlaces(page);
    whole.letGo();
    await page.locator('#app:not([data-loading])').waitFor();
    assert.deepEqual(await restingPlaces(page), before);
  });
}

/** Where everything is once two looks in a row agree: the first frame of a busy machine may lack its last style. */
async function restingPlaces(page) {
  let last = await places(page);
  return await eventually(async () => {
    const now = await places(page);
    const before = last;
    last = now;
    assert.deepEqual(now, before);
    return now;
  });
}

journey('what is typed before any program is there is worked out when it comes', async ({ open }) => {
  const program = hold(PROGRAM);
  const page = await open({ before: program.before });
  await answerEight(page, EIGHT);
  program.letGo();
  await page.locator('#app:not([data-loading])').waitFor();
  const eight = await values(page);
  assert.match(await field(page, 'offer/price').inputValue(), /1.234,56/);
  await saved(page);
  await page.reload();
  await eventually(async () => assert.equal(await values(page), eight));
});

journey('the first answer comes before the page, which takes over text, focus and caret', async ({ open }) => {
  const whole = hold(PAGE);
  const page = await open({ before: whole.before });
  await answerEight(page, EIGHT);
  await field(page, 'offer/frequency').fill('2 раза');
  const eight = await eventually(async () => {
    const eight = await values(page);
    assert.match(eight, /×/);
    return eight;
  });
  const first = await page.locator('#first-answer-card').innerText();
  const price = field(page, 'offer/price');
  await price.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  whole.letGo();
  await page.locator('#app:not([data-loading])').waitFor();
  assert.equal(await values(page), eight);
  assert.equal(await page.locator('#first-answer-card').innerText(), first);
  await page.keyboard.type('7');
  assert.equal(await price.inputValue(), '1 234,576');
  assert.equal(await field(page, 'offer/frequency').inputValue(), '2 раза', 'what was refused says why');
  assert.equal(await state(page, 'offer/frequency'), 'wrong');
});

journey('a name typed before the page is there is the name of the model', async ({ open }) => {
  const whole = hold(PAGE);
  const page = await open({ before: whole.before });
  await page.locator('#model-name').fill('Пекарня');
  await field(page, 'offer/price').fill('100');
  whole.letGo();
  await page.locator('#app:not([data-loading])').waitFor();
  await saved(page);
  assert.equal(await name(page), 'Пекарня');
  assert.match(Object.values(await stored(page, 'ue/m/')).join(), /Пекарня/);
});

journey('what is pressed before the page is there counts when it is', async ({ open }) => {
  const whole = hold(PAGE);
  const page = await open({ before: whole.before });
  await tab(page, 'plan').click();
  whole.letGo();
  await page.locator('div.plan').waitFor();
});

journey('where one has scrolled to while the program was loaded one stays', async ({ open }) => {
  const program = hold(PROGRAM);
  const page = await open({ width: 360, height: 500, before: program.before });
  await field(page, 'channels/a/budget').waitFor();
  const place = await page.evaluate(() => {
    scrollTo(0, 120);
    return scrollY;
  });
  assert.ok(place > 0);
  program.letGo();
  await lowerPart(page).waitFor();
  assert.equal(await page.evaluate(() => scrollY), place);
});

journey('a number half typed before models can be kept stays in its field', async ({ open }) => {
  const keeping = hold(KEEPING);
  const page = await open({ before: keeping.before });
  const price = field(page, 'offer/price');
  await price.focus();
  await page.keyboard.type('от');
  await arrived(page, keeping);
  assert.equal(await price.inputValue(), 'от');
  await page.keyboard.type(' 5 до 9');
  assert.equal(await price.inputValue(), 'от 5 до 9');
  await saved(page);
  assert.equal(Object.keys(await stored(page, 'ue/m/')).length, 1);
});

journey('what is typed and undone before models can be kept is kept as it then stands', async ({ open }) => {
  const keeping = hold(KEEPING);
  const page = await open({ before: keeping.before });
  await answerEight(page, EIGHT);
  const eight = await values(page);
  await enter(page, { 'offer/price': '9 000' });
  const dear = await values(page);
  await undo(page).click();
  assert.equal(await values(page), eight);
  await arrived(page, keeping);
  await page.getByRole('button', { name: ru.redo, exact: true }).click();
  assert.equal(await values(page), dear, 'and its steps are not forgotten');
  await undo(page).click();
  await saved(page);
  await page.reload();
  await eventually(async () => assert.equal(await values(page), eight));
});

journey('what is typed after a press on "new" is not taken away when models can be kept', async ({ open }) => {
  const keeping = hold(KEEPING);
  const page = await open({ before: keeping.before });
  await menu(page, ru['model.new']);
  await enter(page, { 'offer/price': '100' });
  await arrived(page, keeping);
  await saved(page);
  assert.equal(await field(page, 'offer/price').inputValue(), '100');
  assert.equal(Object.keys(await stored(page, 'ue/m/')).length, 1);
});

journey('a file chosen before models can be kept is opened', async ({ open }) => {
  const keeping = hold(KEEPING);
  const page = await open({ before: keeping.before });
  await openFile(page, template('coffee'));
  keeping.letGo();
  await eventually(async () => assert.equal(await name(page), 'Кофейня'));
});

journey('a file dropped before the program is there is opened', async ({ open }) => {
  const program = hold(PROGRAM);
  const page = await open({ before: program.before });
  await field(page, 'channels/a/budget').waitFor();
  const stopped = await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'model.json', { type: 'application/json' }));
    const drop = (kind) => !document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    return drop('dragover') && drop('drop');
  }, JSON.stringify(template('coffee')));
  assert.ok(stopped, 'the browser does not leave the page for the file');
  program.letGo();
  await eventually(async () => assert.equal(await name(page), 'Кофейня'));
});

journey('tabs and settings pressed before their screens are there count, the last of them', async ({ open }) => {
  const parts = hold(SCREENS);
  const page = await open({ before: parts.before });
  await tab(page, 'plan').click();
  await page.locator('main [aria-busy]').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('.settings button[title]').click();
  await tab(page, 'share').click();
  parts.letGo();
  await page.locator('#share-link').waitFor();
  assert.equal(await page.locator('main h1').innerText(), en['screen.share']);
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'light');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), en['screen.share'], 'the focus stays on the tab');
});

journey('an explanation asked for before it is there opens when it comes', async ({ open }) => {
  const parts = hold(SCREENS);
  const page = await open({ before: parts.before });
  await answerEight(page, EIGHT);
  await page.locator('.answers .how').first().click();
  parts.letGo();
  await page.locator('dialog[open]').waitFor();
  assert.equal(await focused(page), 'how-title');
});

journey('an explanation asked for does not come over what is done after it', async ({ open }) => {
  const parts = hold(SCREENS);
  const page = await open({ before: parts.before });
  await answerEight(page, EIGHT);
  await page.locator('.answers .how').first().click();
  await field(page, 'offer/price').click();
  await page.keyboard.type('2 469');
  parts.letGo();
  await page.locator('dialog.computed').waitFor({ state: 'attached' });
  await page.keyboard.type(',12');
  assert.equal(await field(page, 'offer/price').inputValue(), '2 469,12');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  assert.equal(await focused(page), 'in-offer-price');
});

journey('what a number rests on, asked for before the card is there, opens when it comes', async ({ open }) => {
  const parts = hold(SCREENS);
  const page = await open({ before: parts.before });
  await enter(page, { 'offer/price': '100' });
  await page.locator('.basis').first().click();
  parts.letGo();
  await page.locator('#basis-card:popover-open').waitFor();
});

journey('a screen is not drawn before its style sheet, which would move it', async ({ open }) => {
  const sheet = hold(LATER_SHEET);
  const page = await open({ before: sheet.before });
  const part = page.waitForResponse(SCREENS);
  await tab(page, 'plan').click();
  await (await part).finished();
  await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 100)); }));
  assert.equal(await page.locator('div.plan').count(), 0);
  sheet.letGo();
  await page.locator('div.plan').waitFor();
});

/** A plan with something the matter on the People screen. */
const WITH_ISSUE = { people: [{ id: 'a', role: 'Продавец', pay: { parts: [{ id: 'a', base: 'kpi', amount: '1000' }] } }] };

/** On Plan, with that, and on the way to the place on People, whose part is held back. */
async function onTheWay(open) {
  const people = hold(PEOPLE);
  const page = await open({ before: people.before });
  await openFile(page, WITH_ISSUE);
  await go(page, 'plan');
  await page.locator('main .issues button.link', { hasText: 'Продавец' }).click();
  await page.locator('main [aria-busy]').waitFor();
  return { page, people };
}

journey('the way to a field on a screen that is still to come leads there', async ({ open }) => {
  const { page, people } = await onTheWay(open);
  people.letGo();
  await eventually(async () => assert.ok(await page.evaluate(() => document.activeElement.closest('main section'))));
  assert.equal(await tab(page, 'people').getAttribute('aria-current'), 'page');
});

journey('whoever does something else on the way to a field is not called away from it', async ({ open }) => {
  const { page, people } = await onTheWay(open);
  await page.locator('#model-name').click();
  await page.keyboard.type('Пека');
  people.letGo();
  await page.locator('main section').first().waitFor();
  await page.keyboard.type('рня');
  assert.equal(await name(page), 'Пекарня');
  assert.equal(await focused(page), 'model-name');
});

/** Writes down, frame by frame, where the tabs stand once they can be pressed. */
function watchTabs() {
  window.places = new Set();
  const look = () => {
    const button = document.querySelector('nav.tabs button');
    if (button) window.places.add(Math.round(button.getBoundingClientRect().top + scrollY));
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

journey('what came by a link does not move the page under the hand', async ({ open }) => {
  const first = await open();
  await takeTemplate(first, 'coffee');
  const link = await shareLink(first);
  const page = await open({ hash: link.slice(link.indexOf('#')), before: (page) => page.addInitScript(watchTabs) });
  await page.locator('.banner').waitFor();
  await page.locator('#pictures').waitFor();
  assert.equal(await page.evaluate(() => window.places.size), 1);
});

journey('what is the matter with a plan comes with it, not after it', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'coffee');
  await enter(page, { 'offer/price': '0' });
  await page.locator('main .issues').waitFor();
  await saved(page);
  const watch = () => {
    new MutationObserver(() => {
      if (!document.querySelector('div.plan') || 'whole' in window) return;
      // The next frame is the first in which it is seen.
      window.whole = null;
      requestAnimationFrame(() => { window.whole = Boolean(document.querySelector('main .issues')); });
    }).observe(document, { childList: true, subtree: true });
  };
  await page.addInitScript(watch);
  await page.reload();
  await tab(page, 'plan').click();
  await page.locator('div.plan').waitFor();
  await page.waitForFunction(() => window.whole !== null);
  assert.equal(await page.evaluate(() => window.whole), true);
});

journey('what is typed right after a row was added goes into the row', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'coffee');
  const next = await field(page, 'channels').evaluate((button) => new Promise((resolve) => {
    // The very next thing that the browser does could be to hand over a key.
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(document.activeElement.id);
    button.click();
    channel.port2.postMessage(null);
  }));
  assert.match(next, /^in-channels-.+-name$/);
});

journey('the lines of lists stay while the model on the desk is kept', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'coffee');
  await saved(page);
  await menu(page, ru['model.new']);
  await go(page, 'start');
  await enter(page, { 'offer/price': '100' });
  await saved(page);
  await page.locator('.model [popovertarget=model-menu]').click();
  const inMenu = await page.locator('#model-menu').getByRole('button', { name: 'Кофейня' }).elementHandle();
  const inList = await page.locator('[aria-labelledby=mine] button.link', { hasText: 'Кофейня' }).elementHandle();
  const before = await stored(page, 'ue/m/');
  await page.locator('#model-name').evaluate((input) => {
    input.value = 'Пекарня';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await eventually(async () => assert.notDeepEqual(await stored(page, 'ue/m/'), before));
  await saved(page);
  assert.ok(await inMenu.evaluate((line) => line.isConnected), 'in the menu');
  assert.ok(await inList.evaluate((line) => line.isConnected), 'in the list');
});

journey('the tab one is on takes nothing away', async ({ open }) => {
  const page = await open();
  await field(page, 'offer/price').fill('дорого');
  await tab(page, 'start').click();
  assert.equal(await field(page, 'offer/price').inputValue(), 'дорого');
});

journey('on a slow machine all keys of the first second arrive', async ({ open }) => {
  const page = await open({ before: async (page) => {
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  } });
  const budget = field(page, 'channels/a/budget');
  await budget.focus();
  // As fast as they come, through the arrival of all later parts.
  const digits = '1234567890'.repeat(2);
  for (const digit of digits) await page.keyboard.press(digit);
  assert.equal(await budget.inputValue(), digits);
  await started(page);
  await saved(page);
  assert.equal((await budget.inputValue()).replace(/\s/g, ''), digits);
});
