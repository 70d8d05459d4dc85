import { toDateText } from "../webApi/writeColumn";
import { userLocale } from "../app/language";
import { onlySupported } from "../xrm/onlySupported";

const currency = "USD";

const digits = (precision: number) => ({ minimumFractionDigits: precision, maximumFractionDigits: precision });

const date = (value: Date, options: Intl.DateTimeFormatOptions): string => value.toLocaleString(userLocale(), options);

/** `context.formatting`, for a user whose currency is the US dollar. */
export const createFormatting = () =>
  onlySupported("context.formatting", {
    formatCurrency: (value: number, precision = 2, symbol?: string) =>
      symbol === undefined
        ? value.toLocaleString(userLocale(), { style: "currency", currency, ...digits(precision) })
        : symbol + value.toLocaleString(userLocale(), digits(precision)),
    formatDecimal: (value: number, precision = 2) => value.toLocaleString(userLocale(), digits(precision)),
    formatInteger: (value: number) => value.toLocaleString(userLocale(), { maximumFractionDigits: 0 }),
    formatDateShort: (value: Date, includeTime = false) =>
      date(value, { dateStyle: "short", ...(includeTime && { timeStyle: "short" }) }),
    formatDateLong: (value: Date) => date(value, { dateStyle: "full" }),
    formatDateLongAbbreviated: (value: Date) => date(value, { dateStyle: "medium" }),
    formatDateYearMonth: (value: Date) => date(value, { year: "numeric", month: "long" }),
    formatDateAsFilterStringInUTC: (value: Date, includeTime = false) =>
      includeTime ? value.toISOString() : toDateText(value),
    formatTime: (value: Date) => date(value, { timeStyle: "short" }),
  });
