import { isWordCharacter } from "./isWordCharacter";

/** Letters that stand for others where somebody typed without them. */
const plain: Readonly<Record<string, string>> = {
  à: "a",
  á: "a",
  â: "a",
  ã: "a",
  ä: "a",
  å: "a",
  æ: "ae",
  ç: "c",
  è: "e",
  é: "e",
  ê: "e",
  ë: "e",
  ì: "i",
  í: "i",
  î: "i",
  ï: "i",
  ñ: "n",
  ò: "o",
  ó: "o",
  ô: "o",
  õ: "o",
  ö: "o",
  ø: "o",
  œ: "oe",
  ù: "u",
  ú: "u",
  û: "u",
  ü: "u",
  ý: "y",
  ÿ: "y",
  ß: "ss",
  ł: "l",
  ś: "s",
  š: "s",
  ż: "z",
  ž: "z",
  ź: "z",
  č: "c",
  ć: "c",
  ę: "e",
  ě: "e",
  ą: "a",
  ń: "n",
  ř: "r",
  ů: "u",
};

/** Words that say how a company is founded, not what it is called. */
const legalForms =
  "ab ag aps as asa bv co company corp corporation gmbh inc incorporated kft kg limited llc llp lp ltd nv oy oyj plc " +
  "pty sa sas sarl se sl spa spol srl sro";

const forms = legalForms.split(" ");

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/[ß-ž]/g, (letter) => plain[letter] ?? letter)
    .replace(/['’.]/g, "")
    .replace(/&/g, " and ")
    .split("")
    .map((character) => (isWordCharacter(character) ? character : " "))
    .join("")
    .split(" ")
    .filter((word) => word !== "");

/**
 * A company's name as far as it tells companies apart: case, accents, punctuation and a legal form at the end do not. Empty
 * for a name without a letter or digit.
 */
export const normalizeName = (name: string): string => {
  const words = wordsOf(name);
  while (words.length > 1 && forms.includes(words.at(-1) ?? "")) words.pop();
  return words.join(" ");
};
