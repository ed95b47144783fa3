/**
 * Half-hour offsets, days that were skipped, midnights that do not exist, both sides of the date line.
 */
export const zones: readonly string[] = [
  ...['UTC', 'Asia/Seoul', 'Asia/Kathmandu', 'America/St_Johns', 'America/New_York'],
  ...['Pacific/Apia', 'Pacific/Kiritimati', 'Pacific/Niue', 'Antarctica/Troll'],
  ...['Africa/Casablanca', 'America/Sao_Paulo', 'Asia/Gaza', 'Europe/London', 'Etc/GMT+12'],
];

/** Runs something as if the host stood in another time zone. */
export function inZone<T>(zone: string, run: () => T): T {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return run();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}
