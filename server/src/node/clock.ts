/** The only place that asks the machine for the date. */

/** Today's date in the time zone of the machine, `2026-11-21`. */
export function localDate(): string {
  const now = new Date();
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
