import { utc } from '@date-fns/utc';
import { isValid, parse } from 'date-fns';

/** Dates as the vendor's exports write them: the month first, always UTC. */
const formats = ['M/d/yyyy', 'M/d/yyyy h:mm:ss a', 'M/d/yyyy H:mm:ss', 'M/d/yyyy H:mm'];

const EXPORTED = /^\d{1,2}\/\d{1,2}\/\d{4}(?: |$)/;
/** A time that reconciliation files write in UTC and without an offset. */
const WITHOUT_OFFSET = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)$/;
const MOST_REMEMBERED = 10_000;

/** Reads the dates of one export. Most rows have the day of another. */
export class ExportDates {
  readonly #known = new Map<string, string>();
  readonly #hasUtcTimes: boolean;

  /** @param hasUtcTimes true if times without an offset are in UTC. */
  constructor(hasUtcTimes: boolean) {
    this.#hasUtcTimes = hasUtcTimes;
  }

  /** Returns the day as YYYY-MM-DD; a text in no format of the vendor's as it is. */
  dayOf(text: string): string {
    if (!EXPORTED.test(text)) {
      return this.#hasUtcTimes ? text.replace(WITHOUT_OFFSET, '$1T$2Z') : text;
    }
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const dates = formats.map((format) => parse(text, format, 0, { in: utc }));
    const day = dates.find(isValid)?.toISOString().slice(0, 10) ?? text;
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(text, day);
    return day;
  }
}
