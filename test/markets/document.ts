// The table of the document, laid out as it stands there: three columns that are read downwards, in
// each cell the English name, the Korean one and the code that we say it is. Written off the
// document by hand, apart from the one in `src`, so that a slip in either shows.

const table = `
Aland Islands / 올란드 제도 / AX | Greenland / 그린란드 / GL | Papua New Guinea / 파푸아뉴기니 / PG
American Samoa / 미국령 사모아 / AS | Grenada / 그레나다 / GD | Pitcairn Islands / 핏케언 제도 / PN
Andorra / 안도라 / AD | Guadeloupe / 과들루프 / GP | Reunion / 리유니언 / RE
Anguilla / 앵귈라 / AI | Guam / 괌 / GU | Saba / 사바 / BQ
Antarctica / 남극 / AQ | Guernsey / 건지 / GG | Saint Barthélemy / 세인트 바르텔레미 / BL
Antigua and Barbuda / 앤티가 바부다 / AG | Guinea / 기니 / GN | Saint Lucia / 세인트 루시아 / LC
Aruba / 아루바 / AW | Guinea-Bissau / 기니비사우 / GW | Saint Martin / 세인트 마틴 / MF
Azerbaijan / 아제르바이잔 / AZ | Guyana / 가이아나 / GY | Saint Pierre and Miquelon / 생피에르앤드미클롱 / PM
Benin / 베냉 / BJ | Haiti / 아이티 / HT | Saint Vincent and the Grenadines / 세인트 빈센트 그레나딘 / VC
Bhutan / 부탄 / BT | Heard Island and McDonald Islands / 허드 섬 및 맥도널드 제도 / HM | Samoa / 사모아 / WS
Bonaire / 보네르 / BQ | Isle of Man / 맨 섬 / IM | San Marino / 산마리노 / SM
Bouvet Island / 부베이 섬 / BV | Jan Mayen / 얀마웬 / SJ | São Tomé and Príncipe / 상투메 프린시페 / ST
British Indian Ocean Territory / 영국령 인도양 식민지 / IO | Jersey / 저지 / JE | Seychelles / 세이셸 / SC
British Virgin Islands / 영국령 버전 아일랜드 / VG | Kiribati / 키리바시 / KI | Sierra Leone / 시에라리온 / SL
Burkina Faso / 부르키나파소 / BF | Kosovo / 코소보 / XK | Sint Eustatius / 신트외스타티위스 / BQ
Burundi / 부룬디 / BI | Laos / 라오스 / LA | Sint Maarten / 신트마르텐 / SX
Cambodia / 캄보디아 / KH | Lesotho / 레소토 / LS | Solomon Islands / 솔로몬 제도 / SB
Central African Republic / 중앙 아프리카 공화국 / CF | Liberia / 라이베리아 / LR | Somalia / 소말리아 / SO
Chad / 차드 / TD | Madagascar / 마다가스카르 / MG | South Georgia and South Sandwich Islands / 사우스 조지아 및 사우스 샌드위치 제도 / GS
China / 중국 / CN | Malawi / 말라위 / MW | South Sudan / 남수단 / SS
Christmas Island / 크리스마스 섬 / CX | Maldives / 몰디브 / MV | St Helena, Ascension, Tristan da Cunha / 세인트 헬레나, 어센션, 트리스탄 다 쿠나 / SH
Cocos (Keeling) Islands / 코코스 제도 / CC | Mali / 말리 / ML | Suriname / 수리남 / SR
Comoros / 코모로 / KM | Marshall Islands / 마셜 제도 / MH | Svalbard / 스발바르 / SJ
Congo / 콩고 / CG | Martinique / 마르티니크 / MQ | Swaziland / 스와질란드 / SZ
Congo (DRC) / 콩고 민주 공화국 / CD | Mauritania / 모리타니 / MR | Timor-Leste / 동티모르 / TL
Cook Islands / 쿡 제도 / CK | Mayotte / 마요트 / YT | Togo / 토고 / TG
Djibouti / 지부티 / DJ | Micronesia / 미크로네시아 / FM | Tokelau / 토켈라우 / TK
Dominica / 도미니카 / DM | Montserrat / 몬트세라트 / MS | Tonga / 통가 / TO
Equatorial Guinea / 적도 기니 / GQ | Mozambique / 모잠비크 / MZ | Turks and Caicos Islands / 터크스 케이커스 제도 / TC
Eritrea / 에리트레아 / ER | Myanmar / 미얀마 / MM | Tuvalu / 투발루 / TV
Falkland Islands / 포클랜드 제도 / FK | Nauru / 나우루 / NR | U.S. Outlying Islands / 미국령 해외 제도 / UM
French Guiana / 프랑스령 기아나 / GF | New Caledonia / 뉴칼레도니아 / NC | Vanuatu / 바누아투 / VU
French Polynesia / 프랑스령 폴리네시아 / PF | Niger / 니제르 / NE | Vatican City / 바티칸 시국 / VA
French Southern Territories / 프랑스 남부 지방 / TF | Niue / 니우에 / NU | Wallis and Futuna / 월리스 푸투나 / WF
Gabon / 가봉 / GA | Norfolk Island / 노퍽 섬 / NF | Yemen / 예멘 / YE
Gambia / 감비아 / GM | Northern Mariana Islands / 북마리아나 제도 / MP
Gibraltar / 지브롤터 / GI | Palau / 팔라우 / PW
`;

export interface Listed {
  readonly name: string;
  readonly nameKo: string;
  readonly code: string;
}

const cells = table
  .trim()
  .split('\n')
  .map((row) => row.split(' | '));

/** The names of the document in its order: the first column, then the second, then the third. */
export const document: readonly Listed[] = [0, 1, 2].flatMap((column) =>
  cells.flatMap((row) => {
    const [name, nameKo, code] = row[column]?.split(' / ') ?? [];
    return name && nameKo && code ? [{ name, nameKo, code }] : [];
  }),
);

/** The list of 2019-07-25: English names and codes. */
export const twelve: Readonly<Record<string, string>> = {
  Argentina: 'AR',
  Brazil: 'BR',
  China: 'CN',
  Indonesia: 'ID',
  Jersey: 'JE',
  Liechtenstein: 'LI',
  Malaysia: 'MY',
  Mexico: 'MX',
  Russia: 'RU',
  'Saudi Arabia': 'SA',
  'South Africa': 'ZA',
  Turkey: 'TR',
};

/** The eighteen of 2018-09-04 and the eleven of 2019-04-03, written off the vendor's older pages. */
export const eighteen: { readonly [name: string]: string } = {
  Argentina: 'AR',
  Azerbaijan: 'AZ',
  Belarus: 'BY',
  Brazil: 'BR',
  China: 'CN',
  India: 'IN',
  Indonesia: 'ID',
  Kazakhstan: 'KZ',
  Liechtenstein: 'LI',
  Malaysia: 'MY',
  Mexico: 'MX',
  Russia: 'RU',
  'Saudi Arabia': 'SA',
  'South Africa': 'ZA',
  'South Korea': 'KR',
  Taiwan: 'TW',
  Turkey: 'TR',
  Ukraine: 'UA',
};

const gone = ['AZ', 'BY', 'IN', 'KZ', 'KR', 'TW', 'UA'];

export const eleven: { readonly [name: string]: string } = Object.fromEntries(
  Object.entries(eighteen).filter(([, code]) => !gone.includes(code)),
);

/** The 110 names of the API's page: without Azerbaijan, with Brazil and Russia. */
export const api: readonly (readonly [name: string, code: string])[] = [
  ...document.filter(({ code }) => code !== 'AZ').map(({ name, code }) => [name, code] as const),
  ['Brazil', 'BR'],
  ['Russia', 'RU'],
];
