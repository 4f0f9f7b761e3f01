/**
 * Copies the browser builds that the pages use, with their licences and hashes, into static/vendor/.
 *
 * `npm ci --ignore-scripts && npm run vendor`; the result is committed, so running the product needs no Node.
 */

import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const MODULES = join(HERE, 'node_modules');
const TARGET = join(HERE, '..', '..', 'static', 'vendor');

/** What is taken: package -> {file under static/vendor/<package>/: path inside the package}. */
const TAKEN = {
  dompurify: { 'purify.js': 'dist/purify.es.mjs', LICENSE: 'LICENSE', 'LICENSE-MPL': 'LICENSE-MPL' },
  marked: { 'marked.js': 'lib/marked.esm.js', LICENSE: 'LICENSE' },
};

/** The comment that would point at a source map we do not ship (hashing static files fails on it). */
const SOURCE_MAP = /^\/\/# sourceMappingURL=.*\n?/gm;

async function copy(name, file, source) {
  const text = (await readFile(join(MODULES, name, source), 'utf8')).replace(SOURCE_MAP, '');
  await writeFile(join(TARGET, name, file), text);
  return { path: `${name}/${file}`, source, sha256: createHash('sha256').update(text).digest('hex') };
}

async function vendor([name, files]) {
  const { version, license } = JSON.parse(await readFile(join(MODULES, name, 'package.json'), 'utf8'));
  await mkdir(join(TARGET, name), { recursive: true });
  const copied = await Promise.all(Object.entries(files).map(([file, source]) => copy(name, file, source)));
  return { name, version, licence: license, files: copied };
}

await rm(TARGET, { recursive: true, force: true });
const manifest = await Promise.all(Object.entries(TAKEN).map(vendor));
await writeFile(join(TARGET, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
