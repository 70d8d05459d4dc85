/** A yes or no as people type it, in any case; null for any other text. */
export const parseFlag = (text: string): boolean | null =>
  /^(?:yes|true|1)$/i.test(text) ? true : /^(?:no|false|0)$/i.test(text) ? false : null;
