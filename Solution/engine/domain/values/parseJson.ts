import type { Json } from "./Json";

/** Text from outside as JSON; null for text that is none. */
export const parseJson = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
};
