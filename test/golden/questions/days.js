const DAY = 86_400_000;

export const dayAfter = (day, days) =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** An instant of the UTC day, as somebody elsewhere or another program writes it. */
export function instantOn(day, { oneOf }) {
  return oneOf([
    `${day}T00:00:00Z`,
    `${day}T23:59:59.999999999Z`,
    `${dayAfter(day, 1)}T13:59:59.5+14:00`,
    `${dayAfter(day, -1)}T12:00:00-12:00`,
    `${dayAfter(day, 1)}T05:44:59+05:45`,
    { $date: Date.parse(day) + oneOf([0, 1, DAY - 1]) },
  ]);
}

/** Days that some zone skipped, repeated or began late: on a local clock they are not what they are in UTC. */
export const oddDays = [
  '2011-12-30', // Pacific/Apia had no such day
  '1995-01-01', // nor had Pacific/Kiritimati
  '1993-08-21', // nor Pacific/Kwajalein
  '2018-11-04', // America/Sao_Paulo had no midnight
  '2025-03-30', // Antarctica/Troll put its clocks on by two hours
  '2025-02-23', // Africa/Casablanca put them back for Ramadan
  '2011-03-13', // America/St_Johns at one minute past midnight
  '1986-01-01', // Asia/Kathmandu had no first quarter of an hour
];
