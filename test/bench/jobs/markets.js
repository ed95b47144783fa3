import { createRequire } from 'node:module';
import { countries } from 'countries-list';
import iso from 'i18n-iso-countries';
import { isMarketAvailable, unavailableMarkets } from '../../../dist/index.js';

iso.registerLocale(createRequire(import.meta.url)('i18n-iso-countries/langs/en.json'));

const unavailable = new Set(unavailableMarkets.map(({ code }) => code));
const codes = Object.keys(countries).filter((code) => iso.isValid(code));
// Names on which all contenders agree about the code.
const names = codes
  .map((code) => iso.getName(code, 'en'))
  .filter((name) => {
    try {
      const code = iso.getAlpha2Code(name, 'en');
      return isMarketAvailable(name) === !unavailable.has(code);
    } catch {
      return false;
    }
  });
const byName = new Map(names.map((name) => [name.toLowerCase(), iso.getAlpha2Code(name, 'en')]));

export const code = {
  cases: codes,
  contenders: {
    'partner-rules': (one) => isMarketAvailable(one),
    'Set.has': (one) => !unavailable.has(one),
    'i18n-iso-countries + Set': (one) => iso.isValid(one) && !unavailable.has(one),
  },
};

export const name = {
  cases: names,
  contenders: {
    'partner-rules': (one) => isMarketAvailable(one),
    'Map, lower case': (one) => !unavailable.has(byName.get(one.toLowerCase())),
    'i18n-iso-countries + Set': (one) => !unavailable.has(iso.getAlpha2Code(one, 'en')),
  },
};
