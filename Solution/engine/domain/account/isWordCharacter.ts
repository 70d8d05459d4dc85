/** From here on, scripts have letters without a capital. */
const firstUncased = 0x0590;
/** Blocks of punctuation among them: general, of Chinese and Japanese, and full-width forms. */
const punctuation = [
  [0x2000, 0x206f],
  [0x3000, 0x303f],
  [0xff00, 0xff0f],
] as const;

/** Whether one UTF-16 unit belongs to a word: a letter of any script, or a digit. */
export const isWordCharacter = (character: string): boolean => {
  if (/[0-9]/.test(character) || character.toLowerCase() !== character.toUpperCase()) return true;
  const code = character.charCodeAt(0);
  return code >= firstUncased && !punctuation.some(([first, last]) => code >= first && code <= last);
};
