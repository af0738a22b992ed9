// A visitor without a plan; `cargo xtask monkey` plays longer and with other seeds.
import { monkey } from '../monkey.mjs';
import { journey } from '../page.mjs';

const seconds = Number(process.env.OBKATKA_MONKEY_SECONDS) || 15;
const seed = Number(process.env.OBKATKA_MONKEY_SEED) || 1;

journey('a monkey breaks nothing and finds what it was told is saved', async ({ open }) => {
  await monkey(open, { seed, seconds });
});
