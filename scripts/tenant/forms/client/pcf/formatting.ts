import { toDateText } from "../webApi/writeColumn";
import { onlySupported } from "../xrm/onlySupported";

const locale = "en-US";
const currency = "USD";

const digits = (precision: number) => ({ minimumFractionDigits: precision, maximumFractionDigits: precision });

const date = (value: Date, options: Intl.DateTimeFormatOptions): string => value.toLocaleString(locale, options);

/** `context.formatting`, for an English user whose currency is the US dollar. */
export const createFormatting = () =>
  onlySupported("context.formatting", {
    formatCurrency: (value: number, precision = 2, symbol?: string) =>
      symbol === undefined
        ? value.toLocaleString(locale, { style: "currency", currency, ...digits(precision) })
        : symbol + value.toLocaleString(locale, digits(precision)),
    formatDecimal: (value: number, precision = 2) => value.toLocaleString(locale, digits(precision)),
    formatInteger: (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 0 }),
    formatDateShort: (value: Date, includeTime = false) =>
      date(value, { dateStyle: "short", ...(includeTime && { timeStyle: "short" }) }),
    formatDateLong: (value: Date) => date(value, { dateStyle: "full" }),
    formatDateLongAbbreviated: (value: Date) => date(value, { dateStyle: "medium" }),
    formatDateYearMonth: (value: Date) => date(value, { year: "numeric", month: "long" }),
    formatDateAsFilterStringInUTC: (value: Date, includeTime = false) =>
      includeTime ? value.toISOString() : toDateText(value),
    formatTime: (value: Date) => date(value, { timeStyle: "short" }),
  });
