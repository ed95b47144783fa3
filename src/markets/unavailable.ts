import type { MarketCode } from './names.ts';

/** A market in which no Azure reservation can be had, under its English name in the document. */
export interface ListedMarket {
  readonly code: MarketCode;
  readonly name: string;
}

/** The same with its Korean name in the document. */
export interface UnavailableMarket extends ListedMarket {
  readonly nameKo: string;
}

/** The table of the document, column by column, each name with its code before it. */
const rows = `
AX Aland Islands|올란드 제도
AS American Samoa|미국령 사모아
AD Andorra|안도라
AI Anguilla|앵귈라
AQ Antarctica|남극
AG Antigua and Barbuda|앤티가 바부다
AW Aruba|아루바
AZ Azerbaijan|아제르바이잔
BJ Benin|베냉
BT Bhutan|부탄
BQ Bonaire|보네르
BV Bouvet Island|부베이 섬
IO British Indian Ocean Territory|영국령 인도양 식민지
VG British Virgin Islands|영국령 버전 아일랜드
BF Burkina Faso|부르키나파소
BI Burundi|부룬디
KH Cambodia|캄보디아
CF Central African Republic|중앙 아프리카 공화국
TD Chad|차드
CN China|중국
CX Christmas Island|크리스마스 섬
CC Cocos (Keeling) Islands|코코스 제도
KM Comoros|코모로
CG Congo|콩고
CD Congo (DRC)|콩고 민주 공화국
CK Cook Islands|쿡 제도
DJ Djibouti|지부티
DM Dominica|도미니카
GQ Equatorial Guinea|적도 기니
ER Eritrea|에리트레아
FK Falkland Islands|포클랜드 제도
GF French Guiana|프랑스령 기아나
PF French Polynesia|프랑스령 폴리네시아
TF French Southern Territories|프랑스 남부 지방
GA Gabon|가봉
GM Gambia|감비아
GI Gibraltar|지브롤터
GL Greenland|그린란드
GD Grenada|그레나다
GP Guadeloupe|과들루프
GU Guam|괌
GG Guernsey|건지
GN Guinea|기니
GW Guinea-Bissau|기니비사우
GY Guyana|가이아나
HT Haiti|아이티
HM Heard Island and McDonald Islands|허드 섬 및 맥도널드 제도
IM Isle of Man|맨 섬
SJ Jan Mayen|얀마웬
JE Jersey|저지
KI Kiribati|키리바시
XK Kosovo|코소보
LA Laos|라오스
LS Lesotho|레소토
LR Liberia|라이베리아
MG Madagascar|마다가스카르
MW Malawi|말라위
MV Maldives|몰디브
ML Mali|말리
MH Marshall Islands|마셜 제도
MQ Martinique|마르티니크
MR Mauritania|모리타니
YT Mayotte|마요트
FM Micronesia|미크로네시아
MS Montserrat|몬트세라트
MZ Mozambique|모잠비크
MM Myanmar|미얀마
NR Nauru|나우루
NC New Caledonia|뉴칼레도니아
NE Niger|니제르
NU Niue|니우에
NF Norfolk Island|노퍽 섬
MP Northern Mariana Islands|북마리아나 제도
PW Palau|팔라우
PG Papua New Guinea|파푸아뉴기니
PN Pitcairn Islands|핏케언 제도
RE Reunion|리유니언
BQ Saba|사바
BL Saint Barthélemy|세인트 바르텔레미
LC Saint Lucia|세인트 루시아
MF Saint Martin|세인트 마틴
PM Saint Pierre and Miquelon|생피에르앤드미클롱
VC Saint Vincent and the Grenadines|세인트 빈센트 그레나딘
WS Samoa|사모아
SM San Marino|산마리노
ST São Tomé and Príncipe|상투메 프린시페
SC Seychelles|세이셸
SL Sierra Leone|시에라리온
BQ Sint Eustatius|신트외스타티위스
SX Sint Maarten|신트마르텐
SB Solomon Islands|솔로몬 제도
SO Somalia|소말리아
GS South Georgia and South Sandwich Islands|사우스 조지아 및 사우스 샌드위치 제도
SS South Sudan|남수단
SH St Helena, Ascension, Tristan da Cunha|세인트 헬레나, 어센션, 트리스탄 다 쿠나
SR Suriname|수리남
SJ Svalbard|스발바르
SZ Swaziland|스와질란드
TL Timor-Leste|동티모르
TG Togo|토고
TK Tokelau|토켈라우
TO Tonga|통가
TC Turks and Caicos Islands|터크스 케이커스 제도
TV Tuvalu|투발루
UM U.S. Outlying Islands|미국령 해외 제도
VU Vanuatu|바누아투
VA Vatican City|바티칸 시국
WF Wallis and Futuna|월리스 푸투나
YE Yemen|예멘
`;

/**
 * The 109 names of markets in which no Azure reservation can be had, as the document has them in
 * English and Korean and in its order. They are 106 markets: BQ has three of the names and SJ two.
 *
 * Clause: MKT-1 (`software`, Azure reservations unavailable markets).
 *
 * @example
 * unavailableMarkets[0]; //=> { code: 'AX', name: 'Aland Islands', nameKo: '올란드 제도' }
 */
export const unavailableMarkets: readonly UnavailableMarket[] = Object.freeze(
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [name, nameKo] = row.slice(3).split('|') as [string, string];
      return Object.freeze({ code: row.slice(0, 2) as MarketCode, name, nameKo });
    }),
);
