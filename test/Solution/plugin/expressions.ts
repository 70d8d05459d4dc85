/** Expressions whose value must not depend on the JavaScript engine; JSON of the value is compared. */
export const expressions: readonly string[] = [
  // Numbers and their texts
  "[0.1 + 0.2, 1 / 3, 1e21, 123456789012345680000, 5e-324, 1.7976931348623157e308, -0]",
  "[(25).toString(36), (0.1).toFixed(20), (1.005).toFixed(2), (1234.5678).toFixed(1), (1e21).toFixed(2)]",
  "[(123.456).toPrecision(4), (0.00001).toPrecision(1), (12345.6789).toExponential(2)]",
  "[Number('12.50'), Number(''), Number(' 12 '), Number('1,5'), Number('0x1f'), parseInt('08'), parseFloat('3.14abc')]",
  "[Number.isInteger(5.0), Number.isSafeInteger(2 ** 53), Number.EPSILON > 0, Math.round(-0.5), Math.round(2.5), Math.trunc(-4.7)]",
  "[Math.max(), Math.min(), Math.sign(-3), Math.cbrt(27), Math.hypot(3, 4), Math.log10(1000), Math.fround(5.5), Math.clz32(1)]",
  "[7 % -3, -7 % 3, 2 ** 10, 5 & 3, 5 | 3, 5 ^ 3, ~5, -9 >> 1, -9 >>> 28, 1 << 31]",
  // BigInt
  "[String(2n ** 64n), String(-7n / 2n), String(BigInt('9007199254740993') + 1n), String(BigInt.asUintN(8, 257n))]",
  "[10n > 9, 10n == 10, typeof 1n, String(123456789n * 987654321n)]",
  // JSON
  'JSON.parse(\'{"a":[1,2.50,-3e2,true,null,"\\\\u00e9\\\\n"],"b":{}}\')',
  "JSON.stringify({ a: undefined, b: () => 1, c: NaN, d: new Date(0), e: [undefined], f: 'é\\u2028\\ud800' })",
  "JSON.stringify({ b: 1, a: { d: [1, 2] } }, null, 2)",
  "JSON.stringify({ a: 1, b: 2 }, ['b'])",
  'JSON.parse(\'{"a":1,"b":{"c":2}}\', (key, value) => (typeof value === \'number\' ? value * 2 : value))',
  "(() => { try { JSON.parse('{a:1}'); } catch (error) { return error.name; } })()",
  "JSON.stringify(Object.fromEntries([['10', 1], ['2', 2], ['a', 3], ['1', 4]]))",
  // Dates
  "[new Date('2024-02-29T23:59:59.999Z').toISOString(), new Date('2024-03-10').getTime(), Date.UTC(2024, 0, 31)]",
  "[new Date('2024-03-10T01:30:00+02:00').toISOString(), new Date(8.64e15).toISOString(), new Date('nonsense').getTime()]",
  "[new Date(2024, 1, 30).toISOString(), new Date(0).getTimezoneOffset(), new Date(0).getHours()]",
  "(() => { const d = new Date('2024-01-31T00:00:00Z'); d.setUTCMonth(1); return d.toJSON(); })()",
  "[new Date(0).setUTCFullYear(1, 0, 1), new Date(0).setUTCFullYear(2026, 1, 30), new Date(0).setUTCFullYear(NaN, 0, 1)]",
  "[-62135596800000, -1, 951782400000, 253402300799999].map((ms) => new Date(ms).toISOString())",
  // Texts
  "['straße'.toUpperCase(), 'İ'.toLowerCase().length, 'ΑΣ'.toLowerCase(), 'a'.codePointAt(0), '👍'.length]",
  "['a-b-c'.split('-'), 'abc'.split(''), 'a,b'.split(',', 1), 'aXbX'.replace('X', '$&$&'), 'aXbX'.replaceAll('X', '_')]",
  "['  a\\u00a0\\ufeff'.trim(), 'abc'.at(-1), 'abc'.padStart(5, 'xy'), 'ab'.repeat(3), 'abcdef'.slice(-3, -1), 'abc'.substring(2, 0)]",
  "['abc'.includes('b'), 'abc'.startsWith('b', 1), 'abc'.endsWith('b', 2), 'abcb'.lastIndexOf('b'), 'a' < 'B', 'a' < 'b']",
  "[encodeURIComponent(\"a b&c=d/é'()*\"), decodeURIComponent('%E2%82%AC'), encodeURI('https://a/b c?d=é')]",
  "[...'abc'].reverse().join('')",
  "[...'👨‍👩‍👧'].length",
  "Array.from('👍a')",
  "'ﬁ'.normalize('NFKC')",
  "'Straße'.localeCompare('Strasse')",
  "['ä', 'a', 'z', 'Z'].sort()",
  "String.raw`a\\n${1 + 1}`",
  // Regular expressions
  "'2024-05-01'.match(/(?<y>\\d{4})-(?<m>\\d\\d)/u).groups",
  "[...'a1b22'.matchAll(/\\d+/g)].map((match) => [match[0], match.index])",
  "'price: 12,50 €'.replace(/(\\d+),(\\d+)/, (_, a, b) => a + '.' + b)",
  "[/^[\\w.+-]+@[\\w-]+\\.[\\w.]+$/.test('a.b+c@d-e.co.uk'), /(?<=\\$)\\d+/.exec('$42')[0], /(?<!\\$)\\b\\d+/.exec('$42 17')[0]]",
  "[/^\\p{L}+$/u.test('Zwölf'), /^.$/su.test('\\n'), /^.$/u.test('👍'), /a.c/s.test('a\\nc'), /\\u{1F44D}/u.test('👍')]",
  "(() => { const sticky = /a/y; return [sticky.test('ba'), (sticky.lastIndex = 1), sticky.test('ba'), sticky.lastIndex]; })()",
  "['aBc'.replace(/b/i, 'x'), 'x'.replace(/(y)?x/, '[$1]'), 'a\\r\\nb\\nc'.split(/\\r?\\n/), /^b/m.test('a\\nb')]",
  // Arrays and collections
  "[[3, 1, 10, 2].sort(), [3, 1, 10, 2].sort((a, b) => a - b), [1, [2, [3]]].flat(Infinity), [1, 2].flatMap((x) => [x, x])]",
  "[[1, 2, 3].at(-1), [1, 2, 3].includes(NaN), [NaN].includes(NaN), [1, 2, 3].findLast((x) => x < 3), Array.from({ length: 3 }, (_, i) => i * i)]",
  "[5, 1, 4].map((n, i) => ({ n, i })).sort((a, b) => (a.n > 3) - (b.n > 3)).map(({ i }) => i)",
  "[[1, 2, 3, 4].copyWithin(0, 2), [1, 2, 3].fill(0, 1), Array.of(7), [, 1].length, [1, 2, 3].reduceRight((a, b) => a + b)]",
  "[[...new Set([3, 1, 3])], [...new Map([['a', 1]]).entries()], new Map([[NaN, 1]]).get(NaN), [...new Map([[1, 2]]).keys()]]",
  "Object.entries({ b: 1, a: 2, 1: 3 }).concat(Object.entries('ab'))",
  "[Object.is(-0, 0), Object.hasOwn({ a: 1 }, 'a'), Object.keys(Object.assign({}, null, { a: 1 })), Object.isFrozen(Object.freeze({}))]",
  "[Array.isArray(new Uint8Array(2)), [...new Uint8Array([1, 300])], new DataView(new ArrayBuffer(4)).getInt16(0), [...Int32Array.of(-1)]]",
  // Language
  "(({ a, ...rest }) => [a, rest])({ a: 1, b: 2, c: 3 })",
  "[null ?? 1, 0 || 2, undefined?.a, null?.[0], (() => { let x = null; x ??= 5; return x; })()]",
  "(() => { class A { #p = 1; static s = 2; static { A.t = 3; } get p() { return this.#p; } has(o) { return #p in o; } } return [new A().p, A.s, A.t, new A().has({})]; })()",
  "(() => { class E extends Error { constructor(m, o) { super(m, o); this.name = 'E'; } } const e = new E('m', { cause: 1 }); return [e instanceof Error, String(e), e.cause]; })()",
  "(() => { function* g() { const x = yield 1; yield x * 2; } const i = g(); return [i.next().value, i.next(21).value, i.next().done]; })()",
  "(async () => { const out = []; for await (const x of (async function* () { yield 1; yield 2; })()) out.push(x); return out; })()",
  "Promise.allSettled([Promise.resolve(1), Promise.reject(new Error('x'))]).then((all) => all.map((one) => one.status))",
  "Promise.all([1, Promise.resolve(2)]).then(([a, b]) => a + b)",
  "(async () => { const order = []; const p = (async () => { order.push(1); await null; order.push(3); })(); order.push(2); await p; return order; })()",
  "(() => { label: for (const a of [1, 2]) { for (const b of [1, 2]) { if (b === 2) continue label; if (a === 2) break label; } } return 'done'; })()",
  "(() => { try { return 'a'; } finally { void 0; } })()",
  "[typeof null, typeof undefined, typeof Symbol('a'), Symbol('a').description, void 0, [] + {}, [] == false]",
  "(() => { const p = new Proxy({}, { get: (_, key) => String(key) }); return [p.x, Reflect.ownKeys({ b: 1, [Symbol.iterator]: 2 }).length]; })()",
  "(() => { 'use strict'; try { undefinedName = 1; } catch (error) { return error.name; } })()",
  "(() => { try { null.x; } catch (error) { return error.name; } })()",
  "((a, b = a + 1, ...c) => [a, b, c, ((x, y = 1) => x).length])(1, undefined, 3, 4)",
  "new Function.prototype.constructor('return 1')()",
  // What exists at all
  "[typeof TextEncoder, typeof atob, typeof URL, typeof structuredClone, typeof setTimeout, typeof queueMicrotask, typeof crypto]",
  "[typeof globalThis, typeof WeakRef, typeof FinalizationRegistry, typeof Intl, typeof Atomics]",
  "new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Rome', dateStyle: 'short', timeStyle: 'short' }).format(0)",
  "(1234567.891).toLocaleString('en-US')",
];

const byGlobalization = [
  "'ﬁ'.normalize('NFKC')",
  "new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Rome', dateStyle: 'short', timeStyle: 'short' }).format(0)",
];

/** Both refuse code from text, each with an error of its own. */
const byRefusal = "new Function.prototype.constructor('return 1')()";

/** Kept away from by lint rules in the engine; a change here is a change of what the engine may use. */
export const knownDifferences: Record<"dotnet" | "mono", ReadonlySet<string>> = {
  dotnet: new Set(["[...'👨‍👩‍👧'].length", byRefusal, ...byGlobalization]),
  mono: new Set(["'Straße'.localeCompare('Strasse')", byRefusal, ...byGlobalization]),
};
