/** Most characters of a reason; more would hide our own words. */
export const maxReasonChars = 200;

/** Nobody's reason is longer than this; what is, is not looked at further. */
const maxReadChars = 2_000;

/** Markup, stack traces and other things for programmers: no sentence that helps a seller. */
const technical = /[<>{}]|exception\b|\bstack ?trace\b|\bat \w+[\w.$]*\(|\bline \d+\b/i;

const address = /\b[a-z][a-z0-9+.-]*:\/\/\S*/gi;
const scheme = /\b(?:bearer|basic|digest|signature|sharedaccesssignature)\s+\S+/gi;
const named =
  /[\w-]*(?:token|secret|passw|pwd|apikey|api-key|signature|authorization|cookie|assertion|credential)[\w-]*\s*["']?\s*[:=]\s*["']?[^\s"',;)]+/gi;
/** A place in a referral or a path of a server. */
const path = /(?:\/[\w.~%-]*)+/g;
const run = /[A-Za-z0-9+/=_~.-]{16,}/g;
const hexadecimal = /\b(?:0x[0-9a-f]+|(?=[0-9a-f]*\d)[0-9a-f]{8,}|[0-9a-f]{12,})\b/gi;
const errorNumber = /\b[A-Z]{4,}\d{4,}\b/g;

/** One word, or several written together as programmers do: `customerProfile`. */
const isWord = (text: string): boolean => text.length <= 40 && /^[A-Za-z]?[a-z]+(?:[A-Z][a-z]+)*[.]?$/.test(text);

/** A solution's id or the like: short groups between hyphens. */
const isNumber = (text: string): boolean => text.length <= 24 && /^[A-Z]{2,5}(?:-[A-Z0-9]{1,6}){1,4}[.]?$/.test(text);

const hidden = "…";

const shorten = (text: string): string => {
  if (text.length <= maxReasonChars) return text;
  const cut = text.slice(0, maxReasonChars - 1);
  const end = cut.lastIndexOf(" ");
  return `${(end > maxReasonChars / 2 ? cut.slice(0, end) : cut).trim()}${hidden}`;
};

/**
 * What a service says about a value that it refused, as far as a seller may read it: one short line without addresses, tokens,
 * keys and other long or numbered texts, whoever put them there. `known` are secrets that went out with the request;
 * `labelAt` names places of a referral as sellers know them. Empty where nothing is left that says anything.
 */
export const cleanReason = (
  text: string,
  known: readonly string[] = [],
  labelAt: (path: string) => string | null = () => null,
): string => {
  const read = text.slice(0, maxReadChars);
  if (technical.test(read)) return "";
  const withoutKnown = known
    .filter((secret) => secret !== "")
    .reduce((left, secret) => left.split(secret).join(hidden), read);
  const cleaned = withoutKnown
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff\s]+/g, " ")
    .replace(address, hidden)
    .replace(scheme, hidden)
    .replace(named, hidden)
    .replace(path, (place) => labelAt(place) ?? (place.length > 1 && place !== "//" ? hidden : place))
    .replace(hexadecimal, hidden)
    .replace(errorNumber, hidden)
    .replace(run, (long) => (isWord(long) || isNumber(long) ? long : hidden))
    .replace(/["“”]/g, "'")
    .replace(/(?:…\s*)+/g, `${hidden} `)
    .trim();
  const words = cleaned.split(/[\s.,;:'()…]+/).filter((word) => word.length > 1);
  return words.length < 3 ? "" : shorten(cleaned);
};
