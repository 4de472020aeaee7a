const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** 60000 -> "60,000" */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** "1 picture", "60,000 pictures" */
export function formatQuantity(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A fraction as a percentage: 0.0689 -> "6.9 %" */
export function formatPercent(fraction: number, digits = 1): string {
  return `${(fraction * 100).toFixed(digits)} %`;
}

/** Like a percentage, but never 0 or 100 % where it is only nearly so: "< 0.1 %" */
export function formatProbability(probability: number): string {
  if (probability > 0 && probability < 0.0005) return '< 0.1 %';
  if (probability < 1 && probability >= 0.9995) return '> 99.9 %';
  return formatPercent(probability);
}

/** Seconds as a duration of at most two units: "47 s", "3 min 20 s", "1 h 12 min", "2 d 4 h" */
export function formatDuration(seconds: number): string {
  const total = Math.max(0, Math.round(seconds));
  const minutes = Math.floor(total / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes === 0) return `${total} s`;
  if (hours === 0) return `${minutes} min ${total % 60} s`;
  if (hours < 24) return `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** The local time of day: "17:40" */
export function formatClock(date: Date): string {
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** The local day of an instant: "23 Nov 2026" */
export function formatDay(instant: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
  return format.format(new Date(instant));
}

/** The local day and time of an ISO 8601 instant: "23 Nov 2026, 17:40" */
export function formatDate(instant: string): string {
  return `${formatDay(instant)}, ${formatClock(new Date(instant))}`;
}

/** "1.2 GiB" */
export function formatBytes(bytes: number): string {
  const mebibytes = bytes / 2 ** 20;
  return mebibytes < 1024 ? `${formatCount(mebibytes)} MiB` : `${(mebibytes / 1024).toFixed(1)} GiB`;
}
