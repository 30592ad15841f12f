import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cite } from '../../src/domain/source.ts';
import { inFull, SOURCES, sourceOf } from '../../src/knowledge/sources.ts';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const text = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(src + name, 'utf8'))
  .join('\n');

const keys = Object.keys(SOURCES);
const cited = new Set([...text.matchAll(/\bcite\(\s*(['"`])([^'"`]+)\1/g)].map((match) => match[2]!));
/** Keys may also stand in a table that a function cites from: any whole string literal counts as use. */
const used = keys.filter((key) => ["'", '"', '`'].some((quote) => text.includes(quote + key + quote)));

describe('the register of sources', () => {
  it('finds citations in the source tree', () => expect(cited.size).toBeGreaterThan(30));

  it('every key that is cited exists (a key built from parts is checked where it is built)', () =>
    expect([...cited].filter((key) => !key.includes('${') && !(key in SOURCES))).toEqual([]));

  it('every source is used somewhere', () => {
    const articles = keys.filter((key) => /^article-\d{3}$/.test(key)); // cited as `article-${id}` by the ledger
    expect(keys.filter((key) => !used.includes(key) && !articles.includes(key))).toEqual([]);
  });

  it.each(keys)('%s has a citation and says how much of it was seen', (key) => {
    expect(sourceOf(key).citation.length).toBeGreaterThan(10);
    expect(sourceOf(key).seen).not.toBe('');
  });

  it('a key that is not registered is a mistake in the program', () =>
    expect(() => sourceOf('toString')).toThrow(RangeError));

  it('a citation for a reader says what was seen of it', () =>
    expect(inFull(cite('moloney-2026', 'results'))).toMatch(/^Moloney 2026.*; results \(seen: excerpt/));
});
