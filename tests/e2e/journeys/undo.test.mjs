// Undo and redo over everything that changes the document.
import assert from 'node:assert/strict';
import { answerEight, field, go, menu, name, notice, openFile, ru, takeTemplate, template, values } from '../app.mjs';
import { eventually, journey } from '../page.mjs';

const EIGHT = ['300 000', '4 500', '6', '74 000', '52', '1', '93', '450 000'];
const undo = (page) => page.getByRole('button', { name: ru.undo, exact: true });
const redo = (page) => page.getByRole('button', { name: ru.redo, exact: true });

journey('typing is undone and redone by buttons', async ({ open }) => {
  const page = await open();
  assert.ok(await undo(page).isDisabled());
  await answerEight(page, EIGHT);
  const eight = await values(page);
  await field(page, 'offer/price').fill('80 000');
  await field(page, 'offer/price').fill('90 000');
  const dear = await values(page);

  await undo(page).click();
  assert.equal(await values(page), eight, 'typing on in one field is one step');
  assert.match(await field(page, 'offer/price').inputValue(), /^74\s000$/);
  await redo(page).click();
  assert.equal(await values(page), dear);
  assert.ok(await redo(page).isDisabled());
  const title = await undo(page).getAttribute('title');
  assert.equal(title, `${ru.undo}: ${ru['field.offer.price']} · Ctrl+Z`, 'it says what it would take back');

  for (let step = 0; step < 9; step += 1) await undo(page).click();
  assert.ok(await undo(page).isDisabled());
  assert.equal(await field(page, 'channels/a/budget').inputValue(), '');
});

journey('the keys of undo work in and out of a field', async ({ open }) => {
  const page = await open();
  await answerEight(page, EIGHT);
  const eight = await values(page);
  const price = field(page, 'offer/price');
  await price.fill('80 000');
  const dear = await values(page);

  await price.press('Control+z');
  assert.equal(await values(page), eight);
  await price.press('Control+y');
  assert.equal(await values(page), dear);
  await page.locator('#page').focus();
  await page.keyboard.press('Control+z');
  assert.equal(await values(page), eight);
  await page.keyboard.press('Control+Shift+z');
  assert.equal(await values(page), dear);
});

journey('rows that come and go are undone', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'coffee');
  const before = await values(page);
  const channels = page.locator('[id^="in-channels-"][id$="-budget"]');
  const count = await channels.count();

  await field(page, 'channels').click();
  await eventually(async () => assert.equal(await channels.count(), count + 1));
  await eventually(async () => assert.match(await focused(page), /^in-channels-.+-name$/), 'one goes on with the new row');
  await undo(page).click();
  await eventually(async () => assert.equal(await channels.count(), count));

  await page.locator('#menu-channels-b-button').click();
  await page.locator('#menu-channels-b').getByRole('button', { name: ru['row.remove'] }).click();
  await eventually(async () => assert.equal(await channels.count(), count - 1));
  assert.notEqual(await values(page), before);
  await undo(page).click();
  await eventually(async () => assert.equal(await channels.count(), count));
  assert.equal(await values(page), before);
  const order = await channels.evaluateAll((inputs) => inputs.map(({ id }) => id));
  assert.deepEqual(order.slice(0, 3), ['a', 'b', 'c'].map((id) => `in-channels-${id}-budget`));
});

journey('what is removed or undone is brought back from its notice, by keyboard too', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'coffee');
  const before = await values(page);
  const channel = await field(page, 'channels/b/name').inputValue();
  const back = page.locator('.toast').getByRole('button', { name: ru['notice.return'], exact: true });
  await page.locator('#menu-channels-b-button').click();
  await page.locator('#menu-channels-b').getByRole('button', { name: ru['row.remove'] }).click();
  await eventually(async () => assert.equal(await notice(page), ru['notice.removed'].replace('{what}', channel)));
  assert.equal(await page.locator('.toasts').getAttribute('role'), 'status');
  await back.focus();
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await values(page), before));
  await eventually(async () => assert.equal(await focused(page), 'in-channels-b-name'), 'one goes on in the row');

  await field(page, 'offer/price').fill('500');
  const dear = await values(page);
  await undo(page).click();
  await eventually(async () => assert.equal(await notice(page), ru['notice.undone'].replace('{what}', ru['field.offer.price'])));
  const again = page.locator('.toast').getByRole('button', { name: ru['notice.redo'], exact: true });
  await again.click();
  await eventually(async () => assert.equal(await values(page), dear));
  await undo(page).click();
  await again.waitFor();
  await field(page, 'offer/price').fill('510');
  await eventually(async () => assert.equal(await again.count(), 0), 'no way back over what was done since');

  await menu(page, ru['model.delete']);
  await back.click();
  await eventually(async () => assert.equal(await field(page, 'offer/price').inputValue(), '510'));
});

journey('undo outlasts a reload, redo too', async ({ open }) => {
  const page = await open();
  await takeTemplate(page, 'coffee');
  const before = await values(page);
  await field(page, 'offer/price').fill('500');
  await field(page, 'terms/opening_cash').fill('100');
  const after = await values(page);
  await undo(page).click();
  const between = await values(page);
  await page.reload();
  await eventually(async () => assert.equal(await values(page), between));
  await redo(page).click();
  await eventually(async () => assert.equal(await values(page), after));
  await undo(page).click();
  await undo(page).click();
  await eventually(async () => assert.equal(await values(page), before));
  const title = await redo(page).getAttribute('title');
  assert.ok(title.startsWith(`${ru.redo}: ${ru['field.offer.price']}`), title);
});

journey('a template and an opened file are undone', async ({ open }) => {
  const page = await open();
  await answerEight(page, EIGHT);
  const own = await values(page);

  await takeTemplate(page, 'agency');
  const taken = await values(page);
  assert.notEqual(taken, own);
  await undo(page).click();
  await eventually(async () => assert.equal(await values(page), own));
  await redo(page).click();
  await eventually(async () => assert.equal(await values(page), taken));

  await openFile(page, template('coffee'));
  await eventually(async () => assert.equal(await name(page), 'Кофейня'));
  await undo(page).click();
  await eventually(async () => assert.equal(await values(page), taken));
  await go(page, 'start');
  // Nothing that was undone is thrown away: the models stand beside each other.
  await eventually(async () => assert.ok(await page.locator('[aria-labelledby=mine] ul.list li').count() >= 2));
});

async function focused(page) {
  return await page.evaluate(() => document.activeElement?.id ?? '');
}
