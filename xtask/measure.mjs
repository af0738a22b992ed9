// For each file named on the command line, one line: size, size after brotli 11.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const packed = bytes.length === 0 ? bytes : brotliCompressSync(bytes, { params });
  console.log(`${bytes.length} ${packed.length}`);
}
