// Where reservations can be had. Texts that change with the language of the host stand among them.

const texts = [
  ...[
    'KR',
    'kor',
    'South Korea',
    '대한민국',
    '남한',
    'Swaziland',
    'ESWATINI',
    'Côte d’Ivoire',
    'COTE D IVOIRE',
  ],
  ...[
    'Congo',
    'Congo (DRC)',
    'Saint Martin',
    'St. Maarten',
    'Türkiye',
    'TÜRKİYE',
    'türkıye',
    'Turkey',
  ],
  ...[
    'Åland Islands',
    'ALAND ISLANDS',
    'Curaçao',
    'CURAC\u0327AO',
    'Svalbard',
    'Bonaire',
    'XK',
    'Kosovo',
  ],
  ...[
    'ıt',
    'IT',
    'it',
    'İtaly',
    'ITALY',
    'Fıjı',
    'FIJI',
    'Hong Kong',
    'Taiwan',
    'China',
    '중국',
    'Ｋ Ｒ',
  ],
  ...[
    'UK',
    'Korea',
    'EU',
    'N/A',
    '',
    ' ',
    'Straße',
    'Unted States',
    '__proto__',
    'constructor',
    '\u202eRK',
  ],
];

export function* markets() {
  for (const text of texts) yield ['decideMarket', text];
  for (const asOf of ['2018-09-04', '2019-07-24', '2019-07-25', '2019-12-18', '2019-12-19']) {
    yield ['decideMarket', 'Brazil', { asOf }];
  }
  yield ['decideMarket', 'BR', { asOf: '2019-12-19T00:30:00+01:00' }];
  for (const text of ['AU', 'Brazil', 'KR', 'UK']) yield ['isTaxIncluded', text];
  yield ['isTaxIncluded', 'AU', { offer: 'reservations' }];
  yield ['decideMarket', 'RU', { list: 'api-2022-06' }];
  for (const text of ['Macedonia', '북마케도니아', 'Burma']) yield ['parseMarket', text];
}
