// What a program consists of, by crate and, of this one, by room: kilobytes of its code and data, by the names of its functions.
//   node weigh.mjs program.wasm
import { readFileSync } from 'node:fs';

const bytes = readFileSync(process.argv[2]);
let at = 8;

function number() {
  for (let value = 0, shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
}

function text() {
  const length = number();
  at += length;
  return bytes.toString('utf8', at - length, at);
}

/** The sections: id, where they begin and end; for a custom one its name. */
function sections() {
  const found = [];
  while (at < bytes.length) {
    const id = bytes[at++];
    const size = number();
    const [start, end] = [at, at + size];
    found.push({ id, start: id ? start : (text(), at), end, name: id ? '' : (at = start, text()) });
    at = end;
  }
  return found;
}

const all = sections();
const section = (id, name = '') => all.find((one) => one.id === id && one.name === name);

/** How many functions are imported: those of the code are counted after them. */
function imported() {
  const imports = section(2);
  if (!imports) return 0;
  at = imports.start;
  let functions = 0;
  for (let left = number(); left > 0; left--) {
    text();
    text();
    const kind = bytes[at++];
    if (kind === 0) { number(); functions++; }
    if (kind === 1) { at++; limits(); }
    if (kind === 2) limits();
    if (kind === 3) at += 2;
  }
  return functions;
}

function limits() {
  const flags = bytes[at++];
  number();
  if (flags & 1) number();
}

function names() {
  const known = new Map();
  const list = section(0, 'name');
  if (!list) return known;
  at = list.start;
  while (at < list.end) {
    const kind = bytes[at++];
    const size = number();
    const end = at + size;
    if (kind === 1) {
      for (let left = number(); left > 0; left--) {
        const index = number();
        known.set(index, text());
      }
    }
    at = end;
  }
  return known;
}

/** The crate, and for this project's own the room: of `obkatka[1a2b]::plan::cash` it is `obkatka plan`. */
function origin(name) {
  const [, crate, room] = name.match(/(\w+)\[[0-9a-f]+\](?:::(\w+))?/) ?? [];
  if (!crate) return 'bindings and what the compiler adds';
  return crate === 'obkatka' ? `obkatka ${room}` : crate;
}

const first = imported();
const known = names();
const code = section(10);
at = code.start;
const sums = new Map();
const count = number();
for (let index = 0; index < count; index++) {
  const size = number();
  at += size;
  const from = origin(known.get(first + index) ?? '');
  sums.set(from, (sums.get(from) ?? 0) + size);
}
const data = section(11);
if (data) sums.set('data: words, tables, texts', data.end - data.start);
const total = [...sums.values()].reduce((sum, size) => sum + size, 0);
for (const [from, size] of [...sums].sort((a, b) => b[1] - a[1])) {
  if (size > total / 400) console.log(`  ${from.padEnd(40)} ${(size / 1000).toFixed(1).padStart(8)} ${(100 * size / total).toFixed(1).padStart(6)} %`);
}
console.log(`  ${'in all'.padEnd(40)} ${(total / 1000).toFixed(1).padStart(8)}`);
