import type { choices } from "../schema";

/** What turns a value of Dynamics 365 into one of Partner Center, as administrators choose it. */
export type ConverterName = keyof typeof choices.converter;
