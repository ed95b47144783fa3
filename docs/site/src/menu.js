// The questions of the playground, in the order of the menu: the name, the question as a title, and one line about it.

export const families = [
  {
    id: 'refund',
    name: ['Refund', '환불'],
    title: ['What is refunded?', '얼마가 환불되나요?'],
    intro: [
      'The refund of a cancelled Azure reservation: paid upfront or monthly, in whole or in part.',
      '취소한 Azure 예약의 환불액입니다. 선불과 월별 결제, 전체와 일부 반환에 모두 답합니다.',
    ],
  },
  {
    id: 'exchange',
    name: ['Exchange', '교환'],
    title: ['What does an exchange cost?', '교환하면 얼마를 내나요?'],
    intro: [
      'The credit for a returned reservation, and what is left to pay for the new one. An exchange costs no fee and uses no limit.',
      '반환하는 예약의 크레딧과 새 예약에 더 내야 할 금액입니다. 교환에는 수수료가 없고 한도도 사용하지 않습니다.',
    ],
  },
  {
    id: 'limit',
    name: ['Limit', '한도'],
    title: ['How much of the limit is left?', '한도가 얼마나 남았나요?'],
    intro: [
      'Each customer can be refunded 50,000 USD in any 365 days. Enter the refunds so far; this shows what is left on a day, and when the rest comes back.',
      '고객마다 365일 동안 50,000 USD까지 환불받을 수 있습니다. 지금까지의 환불을 입력하면 그날 남은 금액과 되돌아오는 날짜를 보여 줍니다.',
    ],
  },
  {
    id: 'plan',
    name: ['Plan of returns', '반환 계획'],
    title: ['Which reservations to return, and when?', '어떤 예약을 언제 반환할까요?'],
    intro: [
      'A customer has reservations that nobody needs, and a yearly limit. This finds the returns with which most money comes back.',
      '고객에게 필요 없는 예약이 있고 연간 한도가 있을 때, 가장 많은 금액을 환불받는 반환 계획을 찾습니다.',
    ],
  },
  {
    id: 'files',
    name: ['Files', '파일'],
    title: ['Quote a file', '파일로 계산하기'],
    intro: [
      'Drop the transactions that Cost Management exports (CSV), or the reservation orders of the Azure CLI (JSON). The file is read in this page and sent nowhere.',
      'Cost Management에서 내보낸 거래(CSV)나 Azure CLI의 예약 주문(JSON)을 끌어다 놓으세요. 파일은 이 페이지에서만 읽으며 어디로도 전송되지 않습니다.',
    ],
  },
  {
    id: 'software',
    name: ['Software', '소프트웨어 취소'],
    title: ['Can this software be cancelled?', '이 소프트웨어를 취소할 수 있나요?'],
    intro: [
      'Until which day, who may cancel, and what is credited. There is no fee and no limit.',
      '언제까지 누가 취소할 수 있고 얼마가 크레딧으로 돌아오는지 알려 줍니다. 수수료와 한도는 없습니다.',
    ],
  },
  {
    id: 'link',
    name: ['Download link', '다운로드 링크'],
    title: ['Does the download link still work?', '다운로드 링크를 아직 쓸 수 있나요?'],
    intro: [
      'A copied link expires after two weeks or after 50 downloads, whichever comes first. It can be renewed.',
      '복사한 링크는 2주가 지나거나 50번 다운로드하면 만료되며, 갱신할 수 있습니다.',
    ],
  },
  {
    id: 'roles',
    name: ['Roles', '역할'],
    title: ['May this person do it?', '이 담당자가 할 수 있나요?'],
    intro: [
      'Choose the Partner Center roles that somebody has, and the task. The table below shows every role and task.',
      '담당자의 파트너 센터 역할과 작업을 선택하세요. 아래 표에는 모든 역할과 작업이 있습니다.',
    ],
  },
  {
    id: 'markets',
    name: ['Markets', '시장'],
    title: ['Are reservations sold there?', '그곳에서 예약을 판매하나요?'],
    intro: [
      'Type a country or region in English or Korean, or its ISO code. A market that is not on the list is not promised to have reservations.',
      '국가나 지역을 한국어나 영어 이름 또는 ISO 코드로 입력하세요. 목록에 없다고 해서 판매를 약속하는 것은 아닙니다.',
    ],
  },
  {
    id: 'customers',
    name: ["Customers' purchases", '고객의 구매'],
    title: ['May the customer buy?', '고객이 직접 구매할 수 있나요?'],
    intro: [
      'Whether a user of the customer may buy reservations or savings plans, and who pays.',
      '고객의 사용자가 예약이나 절약 플랜을 살 수 있는지, 누가 비용을 내는지 알려 줍니다.',
    ],
  },
  {
    id: 'resellers',
    name: ['Resellers', '간접 리셀러'],
    title: ['What may the indirect reseller do?', '간접 리셀러는 무엇을 할 수 있나요?'],
    intro: [
      'Whether a task may be done in this relationship, and the steps that lead to each level of access.',
      '이 관계에서 작업을 할 수 있는지, 각 권한을 얻으려면 어떤 단계가 필요한지 알려 줍니다.',
    ],
  },
  {
    id: 'support',
    name: ['Support request', '지원 요청'],
    title: ['Write to Microsoft’s support', 'Microsoft 지원팀에 보낼 글'],
    intro: [
      'A request for a refund, field by field as the form has them, to copy. Nothing is sent.',
      '환불 요청을 지원 양식의 항목별로 작성해 줍니다. 복사해서 쓰세요. 아무것도 전송되지 않습니다.',
    ],
  },
  {
    id: 'timeline',
    name: ['Versions of the rules', '규칙의 버전'],
    title: ['Which rules applied when?', '언제 어떤 규칙이 적용되었나요?'],
    intro: [
      'Every version of Microsoft’s rules that this library knows, by source and day. Choose two versions to see what changed.',
      '이 라이브러리가 아는 Microsoft 규칙의 모든 버전을 출처와 날짜별로 보여 줍니다. 두 버전을 선택하면 달라진 점이 나옵니다.',
    ],
  },
];
