/** A deal value with its currency, such as "NOK 50,000"; a dash without a value. */
export function formatMoney(value: number | null | undefined, currency: string | null | undefined): string {
  if (value == null) return "–";
  const digits = Number.isInteger(value) ? 0 : 2;
  const amount = new Intl.NumberFormat("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
  return currency == null ? amount : `${currency} ${amount}`;
}
