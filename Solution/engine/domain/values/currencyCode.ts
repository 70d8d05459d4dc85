/** Three letters, as ISO 4217 has them. */
export const isCurrencyCode = (text: string): boolean => /^[A-Za-z]{3}$/.test(text);
