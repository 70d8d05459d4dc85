import { plainText } from "../values/plainText";
import { shorten } from "./fitToColumn";

/** Text for a column of this solution, whose length is known: what Dataverse has characters for, as much as fits. */
export const fitText = (text: string, maxLength: number): string => shorten(plainText(text), maxLength);
