import { percentOf } from '../../kernel/percent.ts';
import type { RefundPolicy } from '../../reservations/index.ts';

/** Each field of a policy except its id, in Korean. */
export const policyWordsKo: {
  readonly [Field in Exclude<keyof RefundPolicy, 'id'>]: (value: RefundPolicy[Field]) => string;
} = {
  document: (document) => `${document} 인용`,
  windowDays: (days) => (days === null ? '수수료 없는 기간 없음' : `${days}일까지 수수료 없음`),
  dayWithoutRow: (day) => (day === null ? '모든 날에 규칙 있음' : `${day}일째에는 규칙 없음`),
  fullCreditWhenUnused: (full) =>
    full ? '기간 안에 사용하지 않았으면 전액' : '첫날부터 일할 계산',
  feeRate: (rate) => {
    if (rate === null) return '금액이 명시되지 않은 수수료';
    return rate === '0' ? '수수료 없음' : `크레딧의 ${percentOf(rate)}% 수수료`;
  },
  limitUsd: (usd) => (usd === null ? '한도 없음' : `한도 ${usd} USD`),
  limitWindow: (window) =>
    ({
      '365-days': '365일 후 한도 회복',
      'calendar-year': '새해에 한도 회복',
      none: '한도가 회복되지 않음',
    })[window],
  limitCounts: (counted) =>
    counted === 'refund' ? '환불액이 한도를 사용' : '크레딧과 남은 납부액이 한도를 사용',
  overLimit: (way) => (way === 'clip' ? '한도까지만 환불' : '한도를 넘으면 거부'),
  rounding: (rounding) => `반올림 방식 ${rounding}`,
  exchangeMinimum: (least) =>
    least === 'credit' ? '교환은 크레딧 이상이어야 함' : '교환이 크레딧보다 적어도 됨',
  priceBasis: (basis) =>
    basis === 'paid' ? '지불한 가격 기준' : '지불한 가격과 현재 가격 중 낮은 쪽 기준',
  exchangeWindow: (credit) =>
    credit === 'full' ? '기간 안의 교환은 전액' : '교환은 언제나 일할 계산',
  nonReturnable: (products) => listOf('반환할 수 없는 제품', products),
  nonExchangeable: (products) => listOf('교환할 수 없는 제품', products),
  exchangeEnd: (day) =>
    day === null ? '교환이 끝나는 구매일 없음' : `${day}부터 구매한 절약 플랜 대상은 교환 불가`,
  payee: (payee) => `받는 쪽 ${payee}`,
};

function listOf(title: string, products: readonly string[]): string {
  const list = [...new Set(products)].sort().join(', ');
  return `${title}: ${list === '' ? '없음' : list}`;
}
