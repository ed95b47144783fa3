/** Zones in which a rule that looked at the local clock would err, each for another reason. */
export const hardZones = {
  UTC: 'nothing to go wrong: what the others are held against',
  'Pacific/Apia': 'lacks a whole day, 2011-12-30, and moved over the date line on it',
  'America/St_Johns':
    'half an hour off, and until 2011 its clocks changed at one minute past midnight',
  'Asia/Kathmandu': 'three quarters of an hour off',
  'Africa/Casablanca':
    'changes its clocks for Ramadan, and its summer time is the standard (negative DST)',
  'Antarctica/Troll': 'puts its clocks on by two hours',
  'Pacific/Kiritimati': 'fourteen hours ahead: two dates from Pacific/Niue at once',
  'Pacific/Niue': 'eleven hours behind',
  'Etc/GMT+12': 'the farthest behind, with a sign that reads the other way round',
  'America/Sao_Paulo': 'had days without a midnight, until 2018',
  'Asia/Gaza': 'changes its clocks on days that are announced, at midnight or later',
  'Australia/Lord_Howe': 'changes its clocks by half an hour',
  'Europe/Dublin': 'its winter time is the exception (negative DST)',
};

/** A summer and a winter, and both sides of the day that Pacific/Apia lacks. */
const instants = [
  '2011-12-29T12:00Z',
  '2011-12-31T12:00Z',
  '2025-01-15T12:00Z',
  '2025-07-15T12:00Z',
];

/** The minutes by which the host's clock is behind UTC at each of the instants. */
export const offsetsHere = () => instants.map((instant) => new Date(instant).getTimezoneOffset());

/** The same for a zone that the host need not be in. */
export function offsetsIn(timeZone) {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return instants.map((instant) => {
    const name = format
      .formatToParts(new Date(instant))
      .find(({ type }) => type === 'timeZoneName');
    const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name.value);
    const ahead = sign === undefined ? 0 : Number(hours) * 60 + Number(minutes);
    return sign === '+' ? 0 - ahead : ahead;
  });
}
