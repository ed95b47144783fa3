import { describe, expect, it } from 'vitest';
import { type IssueCode, type MarketCode, parseMarket } from '../../src/markets/index.ts';
import { impostors, junk } from './hostile.ts';

/** The code of the market, or of the one issue. */
function read(text: unknown): MarketCode | IssueCode | undefined {
  const parsed = parseMarket(text);
  if (parsed.ok) return parsed.value;
  expect(parsed.issues).toHaveLength(1);
  expect(parsed.issues[0]?.path).toEqual([]);
  return parsed.issues[0]?.code;
}

/** What an unknown text may have meant, as its issue says it. */
function hintFor(text: string): string | undefined {
  const parsed = parseMarket(text);
  return parsed.ok
    ? undefined
    : /\(did you mean (.*)\?\)$/.exec(`${parsed.issues[0]?.expected}`)?.[1];
}

describe('parseMarket', () => {
  it.each<[string, MarketCode]>([
    ['KR', 'KR'],
    ['kr', 'KR'],
    ['Kr', 'KR'],
    ['KOR', 'KR'],
    ['kor', 'KR'],
    ['South Korea', 'KR'],
    ['Korea, Republic of', 'KR'],
    ['Republic of Korea', 'KR'],
    ['Korea, South', 'KR'],
    ['대한민국', 'KR'],
    ['한국', 'KR'],
    ['North Korea', 'KP'],
    ['XK', 'XK'],
    ['XKX', 'XK'],
    ['Kosovo', 'XK'],
    ['United Kingdom', 'GB'],
    ['Great Britain', 'GB'],
    ['영국', 'GB'],
    ['USA', 'US'],
    ['U.S.', 'US'],
    ['U.S.A.', 'US'],
    ['United States of America', 'US'],
    ['미국', 'US'],
    ['UAE', 'AE'],
    ['U.A.E.', 'AE'],
    ['호주', 'AU'],
    ['Swaziland', 'SZ'],
    ['Eswatini', 'SZ'],
    ['Reunion', 'RE'],
    ['Réunion', 'RE'],
    ['St Helena, Ascension, Tristan da Cunha', 'SH'],
    ['Saint Helena, Ascension and Tristan da Cunha', 'SH'],
    ['Saint Helena', 'SH'],
    ['Ascension', 'SH'],
    ['U.S. Outlying Islands', 'UM'],
    ['United States Minor Outlying Islands', 'UM'],
    ['Bonaire', 'BQ'],
    ['Saba', 'BQ'],
    ['Sint Eustatius', 'BQ'],
    ['Bonaire, Sint Eustatius & Saba', 'BQ'],
    ['Caribbean Netherlands', 'BQ'],
    ['Netherlands', 'NL'],
    ['Svalbard', 'SJ'],
    ['Jan Mayen', 'SJ'],
    ['Svalbard and Jan Mayen', 'SJ'],
    ['Sint Maarten', 'SX'],
    ['St. Maarten', 'SX'],
    ['Sint Maarten (Dutch part)', 'SX'],
    ['Saint Martin', 'MF'],
    ['St. Martin', 'MF'],
    ['Saint Martin (French part)', 'MF'],
    ['신트마르텐', 'SX'],
    ['세인트 마틴', 'MF'],
    ['생마르탱', 'MF'],
    ['Congo', 'CG'],
    ['콩고', 'CG'],
    ['Republic of the Congo', 'CG'],
    ['Congo-Brazzaville', 'CG'],
    ['Congo (DRC)', 'CD'],
    ['Congo-Kinshasa', 'CD'],
    ['Democratic Republic of the Congo', 'CD'],
    ['The Democratic Republic of Congo', 'CD'],
    ['DR Congo', 'CD'],
    ['콩고 민주 공화국', 'CD'],
    ['Dominica', 'DM'],
    ['도미니카', 'DM'],
    ['Dominican Republic', 'DO'],
    ['도미니카 공화국', 'DO'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
    ['Guinea', 'GN'],
    ['Guinea-Bissau', 'GW'],
    ['Equatorial Guinea', 'GQ'],
    ['Papua New Guinea', 'PG'],
    ['Guyana', 'GY'],
    ['French Guiana', 'GF'],
    ['Samoa', 'WS'],
    ['American Samoa', 'AS'],
    ['Georgia', 'GE'],
    ['South Georgia & the South Sandwich Islands', 'GS'],
    ['Sudan', 'SD'],
    ['South Sudan', 'SS'],
    ['British Virgin Islands', 'VG'],
    ['US Virgin Islands', 'VI'],
    ['Ireland', 'IE'],
    ['Iceland', 'IS'],
    ['Austria', 'AT'],
    ['Australia', 'AU'],
    ['China', 'CN'],
    ["People's Republic of China", 'CN'],
    ['Hong Kong', 'HK'],
    ['Hong Kong SAR', 'HK'],
    ['Hong Kong (SAR)', 'HK'],
    ['Hong Kong, China', 'HK'],
    ['홍콩', 'HK'],
    ['Macao', 'MO'],
    ['Macau', 'MO'],
    ['Macao SAR', 'MO'],
    ['마카오', 'MO'],
    ['Taiwan', 'TW'],
    ['대만', 'TW'],
    ['타이완', 'TW'],
    ['Türkiye', 'TR'],
    ['Turkiye', 'TR'],
    ['Turkey', 'TR'],
    ['튀르키예', 'TR'],
    ['Czechia', 'CZ'],
    ['Czech Republic', 'CZ'],
    ['Ivory Coast', 'CI'],
    ["Côte d'Ivoire", 'CI'],
    ['Cote D’Ivoire', 'CI'],
    ['Burma', 'MM'],
    ['Myanmar', 'MM'],
    ['Cape Verde', 'CV'],
    ['Cabo Verde', 'CV'],
    ['Timor-Leste', 'TL'],
    ['East Timor', 'TL'],
    ['North Macedonia', 'MK'],
    ['Viet Nam', 'VN'],
    ['Vietnam', 'VN'],
    ['Holy See', 'VA'],
    ['The Bahamas', 'BS'],
    ['Gambia, The', 'GM'],
    ['Palestine', 'PS'],
  ])('takes %j: %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  // As ISO itself writes its names, with articles and other words in brackets.
  it.each<[string, MarketCode]>([
    ['Bahamas (the)', 'BS'],
    ['Bolivia (Plurinational State of)', 'BO'],
    ['Congo (the)', 'CG'],
    ['Congo (the Democratic Republic of the)', 'CD'],
    ['Falkland Islands (the) [Malvinas]', 'FK'],
    ['Iran (Islamic Republic of)', 'IR'],
    ["Korea (the Democratic People's Republic of)", 'KP'],
    ['Korea (the Republic of)', 'KR'],
    ["Lao People's Democratic Republic (the)", 'LA'],
    ['Micronesia (Federated States of)', 'FM'],
    ['Moldova (the Republic of)', 'MD'],
    ['Netherlands (Kingdom of the)', 'NL'],
    ['Palestine, State of', 'PS'],
    ['Russian Federation (the)', 'RU'],
    ['Syrian Arab Republic (the)', 'SY'],
    ['Taiwan (Province of China)', 'TW'],
    ['Tanzania, the United Republic of', 'TZ'],
    ['United Kingdom of Great Britain and Northern Ireland (the)', 'GB'],
    ['United States of America (the)', 'US'],
    ['Venezuela (Bolivarian Republic of)', 'VE'],
    ['Virgin Islands (British)', 'VG'],
    ['Virgin Islands (U.S.)', 'VI'],
  ])('takes ISO’s own %j: %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it.each(['(KR)', ' KR ', '"KR"', 'KR.', '\tkr\r\n', '[KOR]', '- kr -', '\u00a0KR\u3000'])(
    'takes a code with something around it: %j',
    (text) => {
      expect(read(text)).toBe('KR');
    },
  );

  it('returns a code, and the same code for that code', () => {
    expect(parseMarket('South Korea')).toEqual({ ok: true, value: 'KR' });
    expect(parseMarket('KR')).toEqual({ ok: true, value: 'KR' });
  });
});

describe('parseMarket with malformed input', () => {
  it.each(impostors)('refuses %j', (text) => {
    expect(read(text)).toBe('unknown-value');
  });

  it.each(junk)('refuses %s', (_, value) => {
    expect(read(value)).toBe('wrong-type');
  });

  it.each<[string, unknown, MarketCode | IssueCode]>([
    ['nothing', undefined, 'missing-field'],
    ['an empty text', '', 'empty'],
    ['10 MB of a code', 'KR'.repeat(5_000_000), 'too-long'],
    ['10 MB of spaces', ' '.repeat(10_000_000), 'too-long'],
    ['257 characters', 'a'.repeat(257), 'too-long'],
    ['256 characters', 'a'.repeat(256), 'unknown-value'],
    ['256 signs of punctuation', '.'.repeat(256), 'unknown-value'],
    ['a code after many spaces', `${' '.repeat(254)}KR`, 'KR'],
    ['a name with many accents', `Ko\u0301${'\u0301'.repeat(240)}sovo`, 'XK'],
  ])('answers %s', (_, value, answer) => {
    expect(read(value)).toBe(answer);
  });

  it('states what was expected and what was received', () => {
    expect(parseMarket('Sout Korea')).toEqual({
      ok: false,
      issues: [
        {
          path: [],
          code: 'unknown-value',
          expected:
            'the code of a market, or its name in English or Korean (did you mean KR for "South Korea"?)',
          received: '"Sout Korea"',
          message:
            'expected the code of a market, or its name in English or Korean (did you mean KR for "South Korea"?), got "Sout Korea"',
        },
      ],
    });
  });

  it('escapes invisible characters', () => {
    const parsed = parseMarket('KR\u200b\u202e');
    expect(!parsed.ok && parsed.issues[0]?.received).toBe('"KR\\u{200b}\\u{202e}"');
  });

  it.each([
    ['Gemany', 'DE for "Germany"'],
    ['Swazilnd', 'SZ for "Eswatini"'],
    ['Ecuaddor', 'EC for "Ecuador"'],
    ['Xermany', 'DE for "Germany"'],
    ['대한민구', 'KR for "South Korea"'],
    ['말레이지아', 'MY for "Malaysia"'],
    ['Аustria', 'AT for "Austria"'],
    ['Britain', 'GB for "United Kingdom"'],
    ['UK', 'GB for "United Kingdom"'],
    ['u.k.', 'GB for "United Kingdom"'],
    ['EL', 'GR for "Greece"'],
    ['K.R.', 'KR for "South Korea"'],
    ['Korea', 'KP for "North Korea" or KR for "South Korea"'],
    ['Germanx', 'DE for "Germany"'],
    ['Xortugol', 'PT for "Portugal"'],
    ['Democratic', 'CD for "Congo - Kinshasa" or KP for "North Korea" or LA for "Laos"'],
    ['Virgin Islands', 'VG for "British Virgin Islands" or VI for "U.S. Virgin Islands"'],
  ])('hints at what %j may mean: %s', (text, hint) => {
    expect(hintFor(text)).toBe(hint);
  });

  it.each([
    ...['EU', 'XX', 'AN', 'Atlantis', 'Islands', 'Republic', 'of', '__proto__', '섬', '...'],
    ...['Lom', 'Xortugax'], // part of Colombia and of Solomon; as far from Portugal as can be
  ])('has no hint where %j may be any or none', (text) => {
    const parsed = parseMarket(text);
    expect(parsed.ok || parsed.issues[0]?.expected).toBe(
      'the code of a market, or its name in English or Korean',
    );
  });
});

it('keeps its name in bundles', () => {
  expect(parseMarket).toHaveProperty('name', 'parseMarket');
});

it.each([
  ['Fiji Islands', 'FJ'],
  ['Timor-Leste (East Timor)', 'TL'],
  ['Holy See (Vatican City)', 'VA'],
  ['China, Hong Kong Special Administrative Region', 'HK'],
  ['China, Macao Special Administrative Region', 'MO'],
])('finds %s, a name of the UN or of an older list', (name, code) => {
  expect(parseMarket(name)).toEqual({ ok: true, value: code });
});
