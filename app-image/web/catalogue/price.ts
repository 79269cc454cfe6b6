const formats = new Map<string, Intl.NumberFormat>();

/** `$1,299.00` from 129900: prices are integers in the currency's smallest unit. */
export function formatPrice(cents: number, currency = 'USD'): string {
  const format = formats.get(currency) ?? new Intl.NumberFormat('en-US', { style: 'currency', currency });
  formats.set(currency, format);
  return format.format(cents / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
