// Words of the curve.

export const curveWords = {
  en: {
    curve: 'Refund over time',
    noCurve: 'The curve appears once the other facts are complete.',
    noRefund: 'Nothing is refunded on any day.',
    xAxis: 'Days since the purchase (UTC days)',
    yAxis: (currency) => `Refund (${currency})`,
    curveTitle: (currency) => `Refund by day of cancellation, in ${currency}`,
    curveText: (first, last, jumps) =>
      `From ${first.refund} on ${first.on} to ${last.refund} on ${last.on}. ${jumps.length === 0 ? 'It never jumps.' : `It jumps: ${jumps.join(' ')}`}`,
    jump: ({ on, day, from, to, by, causes }) =>
      `${on} (day ${day}): from ${from} to ${to}, by ${by}, since ${causes.join(' and ')}.`,
    causes: {
      'window-ended': 'the days without a fee, or of full credit, are over',
      'day-without-row': 'the policy says nothing of a day',
      limit: 'what is claimed fits the limit from then on',
      'payment-due': 'a payment was due',
      'version-changed': 'another version of the rules applies',
      'term-ended': 'the term has ended',
    },
    asked: (on, day, refund) =>
      `The filled point is the day asked about, ${on} (day ${day}): ${refund}.`,
    asTable: 'The curve as a table',
    tableHint:
      'The first and last day, the first of each month, the days around each jump and the day asked about.',
    columns: ['Day', 'Days since purchase', 'Credit', 'Fee', 'Refund', 'Withheld', 'Remark'],
    askedRemark: 'the day asked about',
    reasons: {
      'term-ended': 'refused: the term has ended',
      'not-returnable': 'refused: not returnable',
      'undefined-by-text': 'refused: the policy says nothing of this day',
      'limit-exceeded': 'refused: above the limit',
    },
    refusals: {
      'term-ended': 'the term has ended',
      'not-returnable': 'not returnable',
      'undefined-by-text': 'the rules say nothing of this day',
      'limit-exceeded': 'above the limit',
    },
  },
  ko: {
    curve: '날짜별 환불액',
    noCurve: '나머지 사실 관계를 모두 입력하면 그래프가 나타납니다.',
    noRefund: '어느 날에도 환불되지 않습니다.',
    xAxis: '구매 후 경과 일수(UTC 기준)',
    yAxis: (currency) => `환불액(${currency})`,
    curveTitle: (currency) => `취소일별 환불액(${currency})`,
    curveText: (first, last, jumps) =>
      `${first.on}에 ${first.refund}, ${last.on}에 ${last.refund}. ${jumps.length === 0 ? '급격한 변화는 없습니다.' : `급격한 변화: ${jumps.join(' ')}`}`,
    jump: ({ on, day, from, to, by, causes }) =>
      `${on}(구매 후 ${day}일): ${from}에서 ${to}(${by}). 이유: ${causes.join(', ')}.`,
    causes: {
      'window-ended': '수수료가 없거나 전액 환불되는 기간이 끝남',
      'day-without-row': '정책에 규정이 없는 날',
      limit: '이날부터 청구액이 한도 안에 들어옴',
      'payment-due': '결제일이 됨',
      'version-changed': '다른 버전의 규칙이 적용됨',
      'term-ended': '약정 기간이 끝남',
    },
    asked: (on, day, refund) =>
      `채워진 점은 질문한 날 ${on}(구매 후 ${day}일)의 환불액 ${refund}입니다.`,
    asTable: '그래프를 표로 보기',
    tableHint: '첫날과 마지막 날, 매월 1일, 급격한 변화의 전후, 질문한 날을 보여 줍니다.',
    columns: ['날짜', '구매 후 일수', '크레딧', '수수료', '환불액', '지급되지 않는 금액', '비고'],
    askedRemark: '질문한 날',
    reasons: {
      'term-ended': '거절: 약정 기간이 끝남',
      'not-returnable': '거절: 반환할 수 없는 제품',
      'undefined-by-text': '거절: 이날에 대한 규정이 없음',
      'limit-exceeded': '거절: 한도 초과',
    },
    refusals: {
      'term-ended': '약정 기간이 끝남',
      'not-returnable': '반환할 수 없는 제품',
      'undefined-by-text': '이날에 대한 규정이 없음',
      'limit-exceeded': '한도 초과',
    },
  },
};
