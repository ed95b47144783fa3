/** The code of a market: ISO 3166-1 alpha-2, or XK for Kosovo. */
export type MarketCode =
  | `A${'D' | 'E' | 'F' | 'G' | 'I' | 'L' | 'M' | 'O' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'W' | 'X' | 'Z'}`
  | `B${'A' | 'B' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'L' | 'M' | 'N' | 'O' | 'Q' | 'R' | 'S' | 'T' | 'V' | 'W' | 'Y' | 'Z'}`
  | `C${'A' | 'C' | 'D' | 'F' | 'G' | 'H' | 'I' | 'K' | 'L' | 'M' | 'N' | 'O' | 'R' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z'}`
  | `D${'E' | 'J' | 'K' | 'M' | 'O' | 'Z'}`
  | `E${'C' | 'E' | 'G' | 'H' | 'R' | 'S' | 'T'}`
  | `F${'I' | 'J' | 'K' | 'M' | 'O' | 'R'}`
  | `G${'A' | 'B' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'L' | 'M' | 'N' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'W' | 'Y'}`
  | `H${'K' | 'M' | 'N' | 'R' | 'T' | 'U'}`
  | `I${'D' | 'E' | 'L' | 'M' | 'N' | 'O' | 'Q' | 'R' | 'S' | 'T'}`
  | `J${'E' | 'M' | 'O' | 'P'}`
  | `K${'E' | 'G' | 'H' | 'I' | 'M' | 'N' | 'P' | 'R' | 'W' | 'Y' | 'Z'}`
  | `L${'A' | 'B' | 'C' | 'I' | 'K' | 'R' | 'S' | 'T' | 'U' | 'V' | 'Y'}`
  | `M${'A' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z'}`
  | `N${'A' | 'C' | 'E' | 'F' | 'G' | 'I' | 'L' | 'O' | 'P' | 'R' | 'U' | 'Z'}`
  | `O${'M'}`
  | `P${'A' | 'E' | 'F' | 'G' | 'H' | 'K' | 'L' | 'M' | 'N' | 'R' | 'S' | 'T' | 'W' | 'Y'}`
  | `Q${'A'}`
  | `R${'E' | 'O' | 'S' | 'U' | 'W'}`
  | `S${'A' | 'B' | 'C' | 'D' | 'E' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'R' | 'S' | 'T' | 'V' | 'X' | 'Y' | 'Z'}`
  | `T${'C' | 'D' | 'F' | 'G' | 'H' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'R' | 'T' | 'V' | 'W' | 'Z'}`
  | `U${'A' | 'G' | 'M' | 'S' | 'Y' | 'Z'}`
  | `V${'A' | 'C' | 'E' | 'G' | 'I' | 'N' | 'U'}`
  | `W${'F' | 'S'}`
  | `X${'K'}`
  | `Y${'E' | 'T'}`
  | `Z${'A' | 'M' | 'W'}`;

/**
 * Every market, one a line: its code, its alpha-3 code (XKX for Kosovo), its English and its Korean
 * name in CLDR 48, and then what else finds it: other names of CLDR, those of ISO 3166-1 (the Korean
 * ones as Debian's iso-codes 4.15 has them), former and common ones. The names of the document stand
 * in `unavailable.ts`.
 */
export const marketTable = `
AD AND Andorra|안도라
AE ARE United Arab Emirates|아랍에미리트|UAE|아랍에미리트 연합
AF AFG Afghanistan|아프가니스탄
AG ATG Antigua & Barbuda|앤티가 바부다
AI AIA Anguilla|앵귈라
AL ALB Albania|알바니아
AM ARM Armenia|아르메니아
AO AGO Angola|앙골라
AQ ATA Antarctica|남극 대륙
AR ARG Argentina|아르헨티나
AS ASM American Samoa|아메리칸 사모아
AT AUT Austria|오스트리아
AU AUS Australia|오스트레일리아|호주
AW ABW Aruba|아루바
AX ALA Åland Islands|올란드 제도
AZ AZE Azerbaijan|아제르바이잔
BA BIH Bosnia & Herzegovina|보스니아 헤르체고비나|Bosnia|보스니아
BB BRB Barbados|바베이도스
BD BGD Bangladesh|방글라데시
BE BEL Belgium|벨기에
BF BFA Burkina Faso|부르키나파소
BG BGR Bulgaria|불가리아
BH BHR Bahrain|바레인
BI BDI Burundi|부룬디
BJ BEN Benin|베냉
BL BLM St. Barthélemy|생바르텔레미|St. Barts
BM BMU Bermuda|버뮤다
BN BRN Brunei|브루나이|Brunei Darussalam|브루나이 다루살람
BO BOL Bolivia|볼리비아|Bolivia, Plurinational State of|볼리비아 다국가 연합국
BQ BES Caribbean Netherlands|네덜란드령 카리브|Bonaire, Sint Eustatius and Saba|보네르, 신트외스타티위스, 사바 섬
BR BRA Brazil|브라질
BS BHS Bahamas|바하마
BT BTN Bhutan|부탄
BV BVT Bouvet Island|부베섬
BW BWA Botswana|보츠와나
BY BLR Belarus|벨라루스|벨로루시
BZ BLZ Belize|벨리즈
CA CAN Canada|캐나다
CC CCK Cocos (Keeling) Islands|코코스 제도|Cocos Islands|Keeling Islands
CD COD Congo - Kinshasa|콩고-킨샤사|Congo, The Democratic Republic of the|DR Congo|DRC
CF CAF Central African Republic|중앙 아프리카 공화국
CG COG Congo - Brazzaville|콩고-브라자빌|Congo, Republic of the|Congo (Republic)|콩고 공화국
CH CHE Switzerland|스위스
CI CIV Côte d’Ivoire|코트디부아르|Ivory Coast|아이보리코스트
CK COK Cook Islands|쿡 제도
CL CHL Chile|칠레
CM CMR Cameroon|카메룬
CN CHN China|중국|China, People's Republic of|중화인민공화국
CO COL Colombia|콜롬비아
CR CRI Costa Rica|코스타리카
CU CUB Cuba|쿠바
CV CPV Cape Verde|카보베르데|Cabo Verde
CW CUW Curaçao|퀴라소
CX CXR Christmas Island|크리스마스섬
CY CYP Cyprus|키프로스|사이프러스
CZ CZE Czechia|체코|Czech Republic
DE DEU Germany|독일
DJ DJI Djibouti|지부티
DK DNK Denmark|덴마크
DM DMA Dominica|도미니카|도미니카 연방
DO DOM Dominican Republic|도미니카 공화국
DZ DZA Algeria|알제리
EC ECU Ecuador|에콰도르
EE EST Estonia|에스토니아
EG EGY Egypt|이집트
EH ESH Western Sahara|서사하라
ER ERI Eritrea|에리트리아
ES ESP Spain|스페인
ET ETH Ethiopia|에티오피아
FI FIN Finland|핀란드
FJ FJI Fiji|피지|Fiji Islands
FK FLK Falkland Islands|포클랜드 제도|Falkland Islands (Malvinas)|Falkland Islands (Islas Malvinas)|Malvinas|포클랜드 제도 (말비나스)|포클랜드 제도(말비나스 군도)
FM FSM Micronesia|미크로네시아|Micronesia, Federated States of|미크로네시아 연방
FO FRO Faroe Islands|페로 제도|Faeroe Islands
FR FRA France|프랑스
GA GAB Gabon|가봉
GB GBR United Kingdom|영국|Great Britain|United Kingdom of Great Britain and Northern Ireland
GD GRD Grenada|그레나다
GE GEO Georgia|조지아|그루지야
GF GUF French Guiana|프랑스령 기아나
GG GGY Guernsey|건지|건지 섬
GH GHA Ghana|가나
GI GIB Gibraltar|지브롤터
GL GRL Greenland|그린란드
GM GMB Gambia|감비아
GN GIN Guinea|기니
GP GLP Guadeloupe|과들루프
GQ GNQ Equatorial Guinea|적도 기니
GR GRC Greece|그리스
GS SGS South Georgia & South Sandwich Islands|사우스조지아 사우스샌드위치 제도|South Georgia and the South Sandwich Islands
GT GTM Guatemala|과테말라
GU GUM Guam|괌
GW GNB Guinea-Bissau|기니비사우
GY GUY Guyana|가이아나
HK HKG Hong Kong SAR China|홍콩(중국 특별행정구)|Hong Kong|Hong Kong SAR|Hong Kong, China|홍콩|홍콩 특별 행정구|China, Hong Kong Special Administrative Region|Hong Kong Special Administrative Region of China
HM HMD Heard & McDonald Islands|허드 맥도널드 제도
HN HND Honduras|온두라스
HR HRV Croatia|크로아티아
HT HTI Haiti|아이티
HU HUN Hungary|헝가리
ID IDN Indonesia|인도네시아
IE IRL Ireland|아일랜드|Ireland, Republic of
IL ISR Israel|이스라엘
IM IMN Isle of Man|맨섬
IN IND India|인도
IO IOT British Indian Ocean Territory|영국령 인도양 지역
IQ IRQ Iraq|이라크
IR IRN Iran|이란|Iran, Islamic Republic of|이란 이슬람 공화국
IS ISL Iceland|아이슬란드
IT ITA Italy|이탈리아
JE JEY Jersey|저지|저지 섬
JM JAM Jamaica|자메이카
JO JOR Jordan|요르단
JP JPN Japan|일본
KE KEN Kenya|케냐
KG KGZ Kyrgyzstan|키르기스스탄|Kyrgyz Republic
KH KHM Cambodia|캄보디아
KI KIR Kiribati|키리바시
KM COM Comoros|코모로
KN KNA St. Kitts & Nevis|세인트키츠 네비스
KP PRK North Korea|북한|Korea, Democratic People's Republic of|Korea, North|조선민주주의인민공화국
KR KOR South Korea|대한민국|Korea, Republic of|Korea, South|한국|남한
KW KWT Kuwait|쿠웨이트
KY CYM Cayman Islands|케이맨 제도
KZ KAZ Kazakhstan|카자흐스탄
LA LAO Laos|라오스|Lao People's Democratic Republic|Lao PDR|라오 인민 민주주의 공화국
LB LBN Lebanon|레바논
LC LCA St. Lucia|세인트루시아
LI LIE Liechtenstein|리히텐슈타인
LK LKA Sri Lanka|스리랑카
LR LBR Liberia|라이베리아
LS LSO Lesotho|레소토
LT LTU Lithuania|리투아니아
LU LUX Luxembourg|룩셈부르크
LV LVA Latvia|라트비아
LY LBY Libya|리비아
MA MAR Morocco|모로코
MC MCO Monaco|모나코
MD MDA Moldova|몰도바|Moldova, Republic of|몰도바 공화국
ME MNE Montenegro|몬테네그로
MF MAF St. Martin|생마르탱|Saint Martin (French part)|생마르탱 (프랑스령)
MG MDG Madagascar|마다가스카르
MH MHL Marshall Islands|마셜 제도
MK MKD North Macedonia|북마케도니아|Macedonia|Macedonia, FYRO|마케도니아
ML MLI Mali|말리
MM MMR Myanmar (Burma)|미얀마|Burma|버마
MN MNG Mongolia|몽골|몽고
MO MAC Macao SAR China|마카오(중국 특별행정구)|Macao|Macau|Macao SAR|Macau SAR|Macau SAR China|Macao, China|마카오|마카오 특별 행정구|China, Macao Special Administrative Region|Macao Special Administrative Region of China
MP MNP Northern Mariana Islands|북마리아나제도
MQ MTQ Martinique|마르티니크
MR MRT Mauritania|모리타니
MS MSR Montserrat|몬트세라트|몬트세랫
MT MLT Malta|몰타
MU MUS Mauritius|모리셔스
MV MDV Maldives|몰디브
MW MWI Malawi|말라위
MX MEX Mexico|멕시코
MY MYS Malaysia|말레이시아
MZ MOZ Mozambique|모잠비크
NA NAM Namibia|나미비아
NC NCL New Caledonia|뉴칼레도니아|누벨칼레도니
NE NER Niger|니제르
NF NFK Norfolk Island|노퍽섬
NG NGA Nigeria|나이지리아
NI NIC Nicaragua|니카라과
NL NLD Netherlands|네덜란드|Holland|Netherlands, Kingdom of the
NO NOR Norway|노르웨이
NP NPL Nepal|네팔
NR NRU Nauru|나우루
NU NIU Niue|니우에
NZ NZL New Zealand|뉴질랜드
OM OMN Oman|오만
PA PAN Panama|파나마
PE PER Peru|페루
PF PYF French Polynesia|프랑스령 폴리네시아
PG PNG Papua New Guinea|파푸아뉴기니
PH PHL Philippines|필리핀
PK PAK Pakistan|파키스탄
PL POL Poland|폴란드
PM SPM St. Pierre & Miquelon|생피에르 미클롱
PN PCN Pitcairn Islands|핏케언 제도|Pitcairn
PR PRI Puerto Rico|푸에르토리코
PS PSE Palestinian Territories|팔레스타인 지구|Palestine, State of|Palestine|Palestinian Authority|팔레스타인|팔레스타인 자치 정부
PT PRT Portugal|포르투갈
PW PLW Palau|팔라우
PY PRY Paraguay|파라과이
QA QAT Qatar|카타르
RE REU Réunion|레위니옹
RO ROU Romania|루마니아
RS SRB Serbia|세르비아
RU RUS Russia|러시아|Russian Federation|러시아 연방
RW RWA Rwanda|르완다
SA SAU Saudi Arabia|사우디아라비아
SB SLB Solomon Islands|솔로몬 제도
SC SYC Seychelles|세이셸
SD SDN Sudan|수단
SE SWE Sweden|스웨덴
SG SGP Singapore|싱가포르
SH SHN St. Helena|세인트헬레나|Saint Helena, Ascension and Tristan da Cunha|Ascension Island|Ascension|Tristan da Cunha|세인트헬레나 어센션 트리스탄다쿠냐|어센션 섬|트리스탄다쿠냐
SI SVN Slovenia|슬로베니아
SJ SJM Svalbard & Jan Mayen|스발바르제도-얀마웬섬|스발바르 얀마옌 제도
SK SVK Slovakia|슬로바키아|Slovak Republic
SL SLE Sierra Leone|시에라리온
SM SMR San Marino|산마리노
SN SEN Senegal|세네갈
SO SOM Somalia|소말리아
SR SUR Suriname|수리남
SS SSD South Sudan|남수단
ST STP São Tomé & Príncipe|상투메 프린시페
SV SLV El Salvador|엘살바도르
SX SXM Sint Maarten|신트마르턴|Sint Maarten (Dutch part)|St. Maarten|신트마르턴 (네덜란드령)
SY SYR Syria|시리아|Syrian Arab Republic|시리아 아랍 공화국
SZ SWZ Eswatini|에스와티니
TC TCA Turks & Caicos Islands|터크스 케이커스 제도|Turks and Caicos
TD TCD Chad|차드
TF ATF French Southern Territories|프랑스령 남방 지역|프랑스령 남 자치구역
TG TGO Togo|토고
TH THA Thailand|태국|타일랜드
TJ TJK Tajikistan|타지키스탄
TK TKL Tokelau|토켈라우
TL TLS Timor-Leste|동티모르|East Timor|Timor-Leste (East Timor)
TM TKM Turkmenistan|투르크메니스탄
TN TUN Tunisia|튀니지
TO TON Tonga|통가
TR TUR Türkiye|튀르키예|Turkey|터키
TT TTO Trinidad & Tobago|트리니다드 토바고
TV TUV Tuvalu|투발루
TW TWN Taiwan|대만|Taiwan, Province of China|타이완, 중국령|타이완
TZ TZA Tanzania|탄자니아|Tanzania, United Republic of|탄자니아 연방 공화국
UA UKR Ukraine|우크라이나
UG UGA Uganda|우간다
UM UMI U.S. Outlying Islands|미국령 해외 제도|United States Minor Outlying Islands|US Minor Outlying Islands|미국령 군소 제도
US USA United States|미국|U.S.|U.S.A.|United States of America|미합중국
UY URY Uruguay|우루과이
UZ UZB Uzbekistan|우즈베키스탄
VA VAT Vatican City|바티칸 시국|Holy See (Vatican City State)|Vatican|Vatican City State|Holy See|Holy See (Vatican City)|바티칸 시티 (Holy See)|바티칸|교황청
VC VCT St. Vincent & Grenadines|세인트빈센트그레나딘
VE VEN Venezuela|베네수엘라|Venezuela, Bolivarian Republic of|베네수엘라 볼리바르 공화국
VG VGB British Virgin Islands|영국령 버진아일랜드|Virgin Islands, British|버진 제도, 영국령
VI VIR U.S. Virgin Islands|미국령 버진아일랜드|Virgin Islands, U.S.|United States Virgin Islands|버진 제도, 미국령
VN VNM Vietnam|베트남
VU VUT Vanuatu|바누아투
WF WLF Wallis & Futuna|왈리스-푸투나 제도|왈리스 퓌튀나
WS WSM Samoa|사모아|Western Samoa
XK XKX Kosovo|코소보
YE YEM Yemen|예멘
YT MYT Mayotte|마요트
ZA ZAF South Africa|남아프리카|남아프리카 공화국|남아공
ZM ZMB Zambia|잠비아
ZW ZWE Zimbabwe|짐바브웨
`;

/** Two letters that no market has as its code, but that others use for one. */
export const foreignCodes: ReadonlyMap<string, MarketCode> = new Map([
  ['uk', 'GB'],
  ['el', 'GR'],
]);
