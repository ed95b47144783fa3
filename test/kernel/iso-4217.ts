/** ISO 4217 as Debian's iso-codes 4.15 lists it: codes without their decimals. */
const listed = `
  AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN
  BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP
  ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR
  ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD
  MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR
  PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL
  THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF
  XAG XAU XBA XBB XBC XBD XCD XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWL
`;

/** What ISO has withdrawn since, and what it has added. */
const gone = ['ANG', 'BGN', 'CUC', 'HRK', 'SLL', 'ZWL'];
const added = ['XAD', 'XCG', 'ZWG'];

/** Metals, units of account and codes for tests, which have no minor unit. */
const unitless = /^X(?:AG|AU|BA|BB|BC|BD|DR|PD|PT|SU|TS|UA|XX)$/;

/** The decimals of those that have not two. */
const otherDigits: readonly (readonly [digits: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

/** The active currencies that have a minor unit, each with its decimals. */
export const isoCurrencies: ReadonlyMap<string, number> = new Map(
  [...listed.trim().split(/\s+/), ...added]
    .filter((code) => !gone.includes(code) && !unitless.test(code))
    .map((code) => [code, otherDigits.find(([, codes]) => codes.includes(code))?.[0] ?? 2]),
);
