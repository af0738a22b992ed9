// SHA-384 of the file named on the command line, as an `integrity` attribute has it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

console.log(`sha384-${createHash('sha384').update(readFileSync(process.argv[2])).digest('base64')}`);
