const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** `23 November 2026`, in the customer's time zone. */
export function formatDay(isoMoment: string): string {
  return format.format(new Date(isoMoment));
}
