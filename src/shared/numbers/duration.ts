/** A duration in whole seconds, by its parts: 3723 -> 1 h, 2 min, 3 s. No less than nothing. */
export function durationParts(seconds: number): { hours: number; minutes: number; seconds: number } {
  const total = Math.max(0, Math.round(seconds));
  return { hours: Math.floor(total / 3600), minutes: Math.floor(total / 60) % 60, seconds: total % 60 };
}

/**
 * A duration as a clock shows it: "1:02:03", "2:03".
 * @param duration In seconds. @param withHours Whether hours are written where there are none: "0:02:03".
 */
export function clockDuration(duration: number, withHours = false): string {
  const { hours, minutes, seconds } = durationParts(duration);
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 || withHours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
