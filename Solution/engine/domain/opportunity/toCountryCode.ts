import { countries } from "./countries";

/** ISO 3166 alpha-2, upper case. `UK` is not among them: the United Kingdom is GB. */
export const isCountryCode = (code: string): boolean => /^[A-Z]{2}$/.test(code) && countries.includes(`\n${code} `);

const hasName = (names: string, name: string): boolean => names.toLowerCase().split("/").includes(name);

/** The alpha-2 code behind a code or a common English name in any case; null for what is neither. */
export const toCountryCode = (text: string): string | null => {
  const code = text.trim().toUpperCase();
  if (code === "") return null;
  if (isCountryCode(code)) return code;
  const name = text.trim().toLowerCase();
  const line = countries
    .split("\n")
    .find((entry) => entry !== "" && (entry.slice(3, 6) === code || hasName(entry.slice(7), name)));
  return line?.slice(0, 2) ?? null;
};
