import { koLabels } from './ko-labels.ts';
import { statements } from './ko-statements.ts';
import type { Templates } from './templates.ts';

/** Explanations in Korean. No particle follows a text of the caller’s, since its form depends on the last sound. */
export const ko: Templates = {
  listed: ', ',
  reasonsJoined: '; ',

  titles: {
    calculation: ({ currency }) => `계산 과정(단위: ${currency})`,
    facts: '입력한 내용',
    effects: '처리 결과',
    comparison: '정책별 결과',
    form: '요청 내용',
    planCalendar: '일정',
    planTotals: '합계(단위: USD)',
    planKept: '유지하는 예약',
    obstacles: '허용되지 않는 이유와 해결 방법',
    where: '메뉴 경로',
    clauses: '적용한 규칙',
    interpretations: '적용한 해석',
    remarks: '참고 사항',
    whatIf: '결과가 달라지는 경우',
  },

  compared: {
    allowed: ({ policy, credit }) => `${policy}: 허용됩니다. ${credit}.`,
    allowedUntil: ({ policy, lastDay, credit }) =>
      `${policy}: ${lastDay}까지 허용됩니다. ${credit}.`,
    refused: ({ policy, reasons }) => `${policy}: 거절됩니다. 이유: ${reasons}.`,
    credit: ({ amount }) => `크레딧은 ${amount}입니다`,
    creditBy: ({ amount, by }) => `크레딧은 ${amount}입니다(${by})`,
    basis: {
      full: '가격 전액이 크레딧으로 반영됩니다',
      'pro-rated': '남은 기간의 가격이 크레딧으로 반영됩니다',
      unstated: '문서에 크레딧이 명시되어 있지 않습니다',
    },
  },

  obstacle: ({ reason, clause, nextStep }) => `${reason}(${clause}). ${nextStep}`,
  reasons: {
    'term-ended': '약정 기간이 끝났습니다',
    'not-returnable': '반환할 수 없는 제품입니다',
    'undefined-by-text': '적용되는 문서에 이 경우에 대한 규칙이 없습니다',
    'limit-exceeded':
      '요청 금액이 남은 환불 한도를 초과하며, 이 정책에서는 그런 요청 전체가 거절됩니다',
    'covered-by-savings-plans':
      '절약 플랜이 적용되는 서비스의 교환이 종료된 후에 구매한 예약입니다',
    'same-reservation': '새 예약의 SKU, 지역, 약정 기간이 같습니다',
    'other-product-family': '새 예약의 제품군이 다릅니다',
    'purchase-below-credit': '새 예약의 가격이 크레딧보다 낮습니다',
    'not-granted': '입력한 역할 중 이 작업이 허용되는 역할이 없습니다',
    'guest-of-tenant': '사용자가 고객 테넌트의 게스트입니다',
    'not-available': 'Azure 예약을 구매할 수 없는 시장 목록에 있습니다',
    'not-eligible': '취소 가능 기간이 없는 소프트웨어입니다',
    'window-passed': '취소 가능 기간이 지났습니다',
    'not-cancellable': '취소할 수 없는 종류의 소프트웨어입니다',
    'support-required': '취소에 필요한 정보가 누락되었습니다',
    'not-exchangeable': 'SUSE Linux 및 Red Hat 요금제는 교환할 수 없습니다',
    'no-exchange-rule': '소프트웨어 교환을 허용하는 규칙이 없습니다',
    expired: '링크가 만료되었습니다',
    revoked: '구매가 취소되어 링크가 영구적으로 해지되었습니다',
    'still-active': '링크가 아직 작동합니다',
    'no-subscription': '파트너가 구매한 고객의 Azure 플랜 또는 Azure Global 구독이 없습니다',
    'not-owner': '사용자가 구독의 소유자가 아닙니다',
    'permission-off': '고객의 구매 권한이 꺼져 있습니다',
    'market-unavailable': '고객의 시장에서는 Azure 예약을 구매할 수 없습니다',
    'no-azure-plan': '절약 플랜을 구매하려면 Azure 플랜이 필요합니다',
    'not-yet-offered': '지정한 날짜에는 제공되지 않았습니다',
    'never-for-savings-plans': '절약 플랜은 취소하거나 교환할 수 없습니다',
    'wrong-edition': 'Windows Server Datacenter 또는 Standard 라이선스가 아닙니다',
    'no-software-assurance': '라이선스에 Software Assurance가 없습니다',
    'not-commercial': '상용 고객이 아닙니다',
    'through-the-partner': '파트너만 할 수 있는 작업입니다',
    'out-of-scope': '다른 판매자에게서 구매한 구독이므로 이 규칙이 적용되지 않습니다',
    'not-enrolled': '리셀러가 간접 리셀러로 등록되어 있지 않습니다',
    'no-account': '리셀러에게 파트너 센터 계정이 없습니다',
    'link-missing': '요청에 공급자의 개인 링크가 없습니다',
    'nothing-to-accept': '리셀러가 수락할 요청이 없습니다',
    'already-established': '파트너 관계가 이미 성립되어 있습니다',
    'not-requested': '공급자가 파트너 관계 요청을 보내지 않았습니다',
    'not-accepted': '리셀러가 파트너 관계 요청을 수락하지 않았습니다',
    'not-associated-with-customer': '리셀러가 고객 계정에 연결되어 있지 않습니다',
    'not-tenant-owner': '리셀러가 Azure 고객의 테넌트 소유자가 아닙니다',
    'not-associated-with-subscription': '리셀러가 구독에 연결되어 있지 않습니다',
    'not-support-contact': '리셀러가 구독의 지원 담당자가 아닙니다',
    'not-established': '파트너 관계가 성립되어 있지 않습니다',
    'agreement-not-accepted': '리셀러가 Microsoft 파트너 계약에 동의하지 않았습니다',
    'provider-agreement-not-accepted': '공급자가 Microsoft 파트너 계약에 동의하지 않았습니다',
    'wrong-partner-id': 'PartnerID가 리셀러 위치 계정의 것이 아닙니다',
    'support-not-required': '취소하는 데 지원 요청이 필요하지 않습니다',
    'answer-denied': '요청의 근거가 되는 답변이 거절입니다',
  },
  nextSteps: {
    'nothing-left-to-return': '더 반환할 것이 없습니다.',
    'keep-until-term-end': '약정 기간이 끝날 때까지 예약을 유지하십시오.',
    'wait-for-limit':
      '요청 금액이 남은 한도 이내가 될 때까지 기다리십시오. 요청 금액은 매일 줄어들고, 이전 환불에 사용된 한도는 다시 사용할 수 있게 될 수 있습니다.',
    'choose-another-day': '다른 날을 선택하십시오.',
    'choose-a-more-expensive-reservation': '가격이 크레딧 이상인 예약을 선택하십시오.',
    'choose-another-reservation': '다른 SKU, 지역 또는 약정 기간을 선택하십시오.',
    'choose-the-same-product-family': '같은 제품군의 예약을 선택하십시오.',
    'trade-in-for-a-savings-plan': '예약을 절약 플랜으로 전환하십시오.',
    'ask-someone-with-an-allowed-role': '이 작업이 허용되는 역할의 사용자에게 요청하십시오.',
    'leave-the-customer-tenant':
      '고객의 테넌트에서 나가거나, 그 테넌트의 게스트가 아닌 사용자에게 요청하십시오.',
    'continue-without-a-reservation': '이 시장에서는 예약 없이 Azure를 이용하십시오.',
    'keep-the-software': '소프트웨어를 계속 보유하십시오.',
    'request-support': 'Microsoft 지원팀에 문의하십시오.',
    'cancel-and-buy-again':
      '취소 가능 기간 안에 소프트웨어를 취소하고 원하는 제품을 새로 구매하십시오.',
    'renew-the-link': '링크를 갱신하십시오.',
    'use-the-current-link': '현재 링크를 사용하십시오.',
    'stop-using-the-software': '소프트웨어 사용을 중지하십시오.',
    'pay-the-full-compute-rate': '혜택 없이 가상 머신을 실행하십시오.',
    'buy-a-subscription': '파트너가 고객을 위해 구독을 구매해야 합니다.',
    'assign-the-owner-role': '사용자를 구독의 소유자로 지정하십시오.',
    'turn-on-the-permission': '관리 에이전트에게 권한을 켜 달라고 요청하십시오.',
    'ask-the-partner': '파트너에게 요청하십시오.',
    'check-the-other-agreement': '해당 판매자와의 계약을 확인하십시오.',
    'buy-an-azure-plan': '파트너가 고객을 위해 Azure 플랜을 구매해야 합니다.',
    'keep-the-savings-plan': '약정 기간이 끝날 때까지 절약 플랜을 유지하십시오.',
    'wait-until-it-is-offered': '이후 날짜를 선택하십시오.',
    'enroll-as-indirect-reseller': '리셀러가 간접 리셀러로 등록해야 합니다.',
    'open-a-partner-center-account': '리셀러가 계정을 만들어야 합니다.',
    'send-a-partnership-request': '리셀러에게 파트너 관계 요청을 보내십시오.',
    'include-the-personal-link': '요청에 개인 링크를 포함하십시오.',
    'wait-for-the-reseller-to-accept': '리셀러가 요청을 수락할 때까지 기다리십시오.',
    'use-the-existing-partnership': '기존 파트너 관계를 사용하십시오.',
    'associate-with-the-customer': '고객을 추가할 때 리셀러를 연결하십시오.',
    'associate-with-the-subscription': '리셀러를 구독에 연결하십시오.',
    'name-as-support-contact': '리셀러를 지원 담당자로 지정하십시오.',
    'obtain-the-tenant-owner-permission': '리셀러를 위해 테넌트 소유자 권한을 확보하십시오.',
    'have-the-reseller-accept-the-agreement': '리셀러가 Microsoft 파트너 계약에 동의해야 합니다.',
    'accept-the-partner-agreement':
      '귀사의 글로벌 관리자가 Microsoft 파트너 계약에 동의해야 합니다.',
    'use-the-location-partner-id':
      '리셀러가 파트너 센터에 가입할 때 사용한 위치 계정의 PartnerID를 사용하십시오.',
    'nothing-to-remove': '제거할 파트너 관계가 없습니다.',
    'cancel-it-yourself': '소프트웨어를 직접 취소하십시오.',
  },
  portals: {
    'partner-center': '파트너 센터',
    'azure-portal': 'Azure Portal',
    'microsoft-365-admin-center': 'Microsoft 365 관리 센터',
  },
  portalLabels: koLabels,
  tab: ({ path, tab }) => `${path}, ‘${tab}’`,
  button: ({ path, button }) => `${path}: ‘${button}’ 선택`,
  placesJoined: ' → ',
  waysJoined: ', 또는 ',
  where: ({ ways, document, revision }) => `경로: ${ways}(‘${document}’, ${revision})`,
  nothingToClick: '포털에서 할 일이 없습니다.',
  clause: ({ id, statement }) => `${id}: ${statement}`,
  statementOf: ({ id }) => statements[id],
  source: ({ document, revision, section }) => `‘${document}’, ${revision}, 섹션: ${section}`,
  pages: {
    'customer-permission': '고객에게 제품 또는 서비스를 직접 구매할 권한 부여',
    'reservations-2020': '고객을 위한 Azure 예약 관리, 취소, 교환 및 환불',
    'reservations-2018': '고객을 대신하여 Azure 예약 관리',
    'reservations-2023': '고객을 위한 Azure 예약 관리',
    'azure-refunds': 'Azure 예약 교환 및 환불(모든 고객용 페이지)',
    'azure-exchanges': 'Azure 예약 교환 정책의 변경 사항',
    'azure-refunds-2026': 'Azure 예약의 셀프 서비스 교환 및 환불',
    'azure-reservation-costs': 'Azure 예약이란?',
    'azure-service': 'Microsoft 예약 서비스의 기록된 응답',
    'indirect-resellers': 'CSP 프로그램에서 간접 리셀러와 협력',
    software: 'CSP 프로그램을 통한 소프트웨어 구독 판매',
    billing: '파트너 센터 청구 개요',
    'reconciliation-fields': '조정 파일 필드',
    'subscription-resources': '구독 리소스',
    'reservations-buying': '고객을 대신하여 Microsoft Azure 예약 구매',
    'csp-reservations': 'CSP(클라우드 솔루션 공급자)로 Azure 예약 보기',
    'role-permissions': '사용자에게 역할, 권한 및 작업 영역 액세스 할당',
    'cancellation-policy': '새로운 상거래 환경 취소 정책',
    'unavailable-markets-api': 'Azure 예약을 구매할 수 없는 시장(파트너 센터 API)',
    'customer-permission-2022': '고객에게 자신의 제품 및 서비스를 구매할 수 있는 권한 부여',
    'indirect-resellers-2020': 'CSP 프로그램에서 간접 리셀러와 파트너 관계 맺기',
    'indirect-reseller-tasks': 'CSP 프로그램에서 간접 공급자와 파트너 관계를 맺는 방법',
    'partner-agreement': 'CSP 프로그램 파트너를 위한 MPA(Microsoft 파트너 계약)',
    'azure-plan': '고객을 위해 Azure 플랜을 구매하고 최신 Azure 서비스에 액세스',
    subscriptions: '고객 구독 관리',
    'user-accounts': '사용자 계정 만들기',
    'reservation-trade-in': 'Azure 절약 플랜을 위한 셀프 서비스 보상 판매',
  },
  interpretation: ({ id, sentence }) => `${id}: ${sentence}`,
  interpretations: {
    'R-DAYS': '일수는 UTC 날짜를 기준으로 계산하며, 시각은 고려하지 않습니다.',
    'R-FIVE': '기간의 마지막 날도 그 기간에 포함됩니다.',
    'R-PRORATE': '일할 계산 금액은 가격 × 남은 일수 ÷ 약정 일수입니다.',
    'R-FEE': '수수료는 가격이 아니라 일할 계산된 크레딧을 기준으로 계산합니다.',
    'R-ROUND': {
      'half-even':
        '각 항목은 최소 화폐 단위로 한 번만 반올림하며, 정확히 절반이면 가까운 짝수로 맞춥니다.',
      'half-up': '각 항목은 최소 화폐 단위로 한 번만 반올림하며, 정확히 절반이면 올립니다.',
      down: '각 항목은 최소 화폐 단위로 한 번만 내림합니다.',
    },
    'R-YEAR': {
      '365-days': '환불액은 환불한 날과 그 후 364일 동안 환불 한도에 포함됩니다.',
      'calendar-year': '환불액은 그해 말(UTC)까지 환불 한도에 포함됩니다.',
      none: '환불액은 환불 한도에 계속 포함됩니다.',
    },
    'R-WHOSE': '환불 한도는 고객별로 적용됩니다.',
    'R-COUNTS': {
      refund: '환불액이 한도에 포함되며, 교환은 포함되지 않습니다.',
      'canceled-commitment':
        '수수료를 빼기 전의 크레딧이 한도에 포함되며, 교환은 포함되지 않습니다.',
    },
    'R-OVER': {
      clip: '한도를 초과하는 환불액은 남은 한도까지만 지급되며, 한도와 같은 금액은 전액 지급됩니다.',
      refuse: '한도를 초과하는 요청은 전체가 거절되며, 한도와 같은 금액은 허용됩니다.',
    },
    'R-FX':
      '한도는 USD로 정해져 있습니다. 남은 한도는 입력한 환율로 환산하여 내림하고, 환불에 사용한 한도는 센트 단위로 반올림합니다(정확히 절반이면 가까운 짝수).',
    'R-ENDED': '마지막 적용일이 지나면 반환할 것이 남지 않습니다.',
    'R-SWAP':
      '교환은 취소일과 관계없이 일할 계산하며, 새 예약의 가격이 크레딧 이상이어야 하는지는 정책에 따릅니다.',
    'R-BASIS': '실제로 결제한 가격을 일할 계산합니다.',
    'R-WHICH': '다른 정책을 지정하지 않으면 2020년 문서를 적용합니다.',
    'R-ANNIVERSARY':
      '월별 결제일은 매월 구매일과 같은 날이며, 그 날이 없는 달에는 마지막 날입니다.',
    'R-DUE': '반환일에 만기가 되는 결제는 결제된 것으로 봅니다.',
    'R-WINDOW':
      'Microsoft 서비스는 처음 며칠 동안 전액을 크레딧으로 제공한 것으로 확인되었으며, 5일째를 마지막 날로 간주합니다.',
    'R-QUANTITY': '반환하는 수량의 몫은 한 번만 반올림하며, 단가를 먼저 반올림하지 않습니다.',
    'R-COMMIT': '크레딧과 취소된 결제 금액이 모두 한도에 포함됩니다.',
    'R-MONTHLY-FEE': '적용되는 문서는 월별 결제를 다루지 않으므로 수수료를 크레딧에만 적용합니다.',
    'R-RATE':
      '월별 결제 금액이 서로 다르면 마지막으로 결제한 금액을 나누며, 금액을 알 수 없는 앞으로의 결제는 마지막으로 알려진 금액으로 계산합니다.',
    'R-PRICING': 'Microsoft 서비스가 환불에 대해 제시한 USD 금액이 한도에 포함됩니다.',
    'R-ORDER': '응답에 표시된 총 결제 금액은 이미 반환된 수량을 포함한 주문 전체의 금액입니다.',
    'R-WHEN':
      '시행 중인 버전은 구매일을 기준으로, 다운로드 링크의 경우 링크를 만든 날을 기준으로 정합니다.',
    'R-SIXTY': '소프트웨어의 취소 가능 기간은 UTC 날짜로 계산하며, 마지막 날도 포함됩니다.',
    'R-HOURS':
      '시간은 구매한 시각부터 계산하며 끝나는 시각에는 이미 지난 것으로 봅니다. 날짜만 알 수 있으면 구매 당일은 모두 포함합니다.',
    'R-UNIT':
      '일할 계산한 크레딧은 한 개의 금액에서 내림하며, 정책에 따라 합계에서 내림할 수도 있습니다.',
    'R-TODAY': '정책에서 달리 정하지 않으면 취소한 날은 청구하지 않습니다.',
    'R-LINK':
      '링크의 하루는 기간이 시작된 시각부터 24시간이며, 허용된 마지막 다운로드까지 성공합니다.',
    'R-RENEW': '만료된 링크만 갱신할 수 있으며, 갱신하면 기간과 다운로드 횟수가 새로 시작됩니다.',
    'R-CONDITIONS':
      '충족되지 않은 조건은 예약을 구매할 수 없는 시장까지 포함하여 한 번에 모두 표시합니다.',
    'R-NO-ENTRY': '변경 사항이 없으면 활동 로그에 기록되지 않습니다.',
    'R-RELATIONSHIP': '문서에 역할이 명시되어 있지 않으므로 관계에 따라 판단합니다.',
    'R-ACCEPT':
      '요청은 수락될 때까지 보낼 수 있고 다시 보낼 수도 있습니다. 수락하려면 리셀러가 등록되어 있고 계정이 있어야 합니다.',
    'R-CONTACT': '소프트웨어 양식과 마찬가지로 담당자의 이름, 이메일, 전화번호가 필요합니다.',
  },
  assumed: {
    policy: '정책이 지정되지 않아 2020년 파트너용 정책을 적용했습니다.',
    consumedRefunds: '이전 환불이 지정되지 않아 이미 사용한 한도가 없는 것으로 간주했습니다.',
    product: '제품이 지정되지 않아 반환할 수 있는 제품으로 간주했습니다.',
    currentPrice:
      '현재 가격이 지정되지 않아 결제한 가격보다 낮지 않은 것으로 간주했습니다. 더 낮다면 이 정책은 현재 가격을 기준으로 계산합니다.',
    billingPlan: '청구 방식이 지정되지 않아 선불로 간주했습니다.',
    savingsPlanEligible:
      '절약 플랜 적용 여부가 지정되지 않아 알려진 서비스 목록에 따라 결정했습니다.',
    qualifies: '취소 가능 기간이 있는지 지정되지 않아 있는 것으로 간주했습니다.',
    market: '시장이 지정되지 않아 예약을 구매할 수 있는 시장으로 간주했습니다.',
    asOf: '날짜가 지정되지 않아 2020년 문서를 적용했습니다.',
    answer: '요청 금액을 받을 수 있는지는 여기서 확인하지 않았습니다.',
  },
  notes: {
    'limit-clipped': '환불 한도에 따라 환불액이 줄었습니다.',
    'limit-reached': '환불 한도에 따라 지급할 금액이 없습니다.',
    'plan-not-in-text': '적용되는 문서는 월별 결제를 다루지 않습니다.',
    'commitment-estimated':
      '앞으로의 결제 중 금액을 알 수 없는 것이 있어 마지막으로 알려진 금액을 사용했습니다.',
    superseded: '해당 날짜에는 이후 버전의 규칙이 시행되고 있었습니다.',
    'exchange-rule-changes':
      '곧 교환 규칙이 변경됩니다. 그날부터 구매하는 예약은 절약 플랜이 적용되는 서비스이면 교환할 수 없습니다.',
    'last-exchange': '새 예약은 다시 교환할 수 없습니다.',
    'no-promise-to-sell':
      '목록에는 예약을 구매할 수 없는 시장만 있습니다. 목록에 없다고 해서 구매가 보장되는 것은 아닙니다.',
    'credit-unstated': '적용되는 문서에 크레딧이 명시되어 있지 않아 금액을 계산하지 않았습니다.',
    'vendor-differs':
      '이 구매에 대해 Microsoft가 제시한 날짜를 따랐으며, 정책만으로는 결과가 다릅니다.',
    'if-incentives-apply': '인센티브는 구독에 해당 인센티브가 있는 경우에만 받을 수 있습니다.',
    'needs-azure-access':
      '판매 에이전트와 지원 센터 에이전트에게는 Azure 구독에 대한 명시적 액세스 권한도 필요합니다.',
    'other-page-disagrees': '같은 시기의 다른 Microsoft 페이지에는 다르게 나와 있습니다.',
    'global-admin-dropped-later':
      '2024년 이후의 날짜가 없는 사본에는 글로벌 관리자가 더 이상 나와 있지 않습니다.',
    'no-text-yet':
      '그 시기의 페이지에는 이 작업이 허용되는 역할이 나와 있지 않으며, 이후 페이지에 나와 있습니다.',
    'agreement-not-checked':
      '2020년 2월부터 공급자와 리셀러는 Microsoft 파트너 계약에 동의해야 하며, PartnerID는 리셀러 위치 계정의 것이어야 합니다. 이 조건은 확인하지 않았습니다.',
    'address-needed': '요청은 이메일로 보내므로 리셀러의 이메일 주소가 필요합니다.',
    'order-needs-licenses': '주문하려면 하나 이상의 구독과 라이선스 수가 필요합니다.',
  },
  ownPolicy: ({ policy }) =>
    `적용한 정책(${policy})은 공개된 정책이 아니므로, 숫자가 위의 규칙과 다를 수 있습니다.`,

  market: ({ nameKo, code }) => `${nameKo}(${code})`,
  days: ({ count }) => `${count}일`,
  dayCount: ({ days }) => (days === '0일' ? '당일' : `${days} 뒤`),
  roles: {
    'admin-agent': '관리 에이전트',
    'sales-agent': '판매 에이전트',
    'helpdesk-agent': '지원 센터 에이전트',
    'global-admin': '글로벌 관리자',
    'user-management-admin': '사용자 관리 담당자',
    'account-admin': '계정 관리자',
    'referral-admin': '추천 관리자',
    'marketing-content-admin': '마케팅 콘텐츠 관리자',
    'billing-admin': '대금 청구 관리자',
  },
  actions: {
    'customer-permissions.view': '고객 권한 조회',
    'customer-permissions.change': '고객 권한 변경',
    'customer-purchases.view': '고객이 직접 구매한 내역 조회',
    'reservations.buy': '고객을 위한 예약 구매',
    'reservations.view': '예약 조회',
    'reservations.refund': '예약 환불',
    'reservations.exchange': '예약 교환',
    'reservations.manage-access': '예약의 액세스 관리',
    'reservations.configure': '예약 구성',
    'reservations.view-properties': '예약 속성 조회',
    'reservations.request-support': '예약 지원 요청',
    'software.buy': '고객을 위한 소프트웨어 구매',
    'software.view': '구매한 소프트웨어 조회',
    'software.download': '소프트웨어 다운로드',
    'software.get-keys': '소프트웨어 정품 인증 키 확인',
    'software.copy-link': '소프트웨어 다운로드 링크 복사',
    'software.cancel': '소프트웨어 구매 취소',
    'software-activity.view': '소프트웨어 키 조회 및 다운로드 기록 확인',
    'licenses.cancel': '라이선스 취소',
    'billing.view': '청구, 청구서 및 조정 파일 조회',
    'indirect-resellers.manage': '간접 리셀러와의 파트너 관계 관리',
  },
  terms: { P1Y: '1년', P3Y: '3년', P5Y: '5년' },
  payees: { partner: '파트너', customer: '고객' },
  softwareKinds: {
    perpetual: '영구 소프트웨어',
    subscription: '소프트웨어 구독',
    'suse-linux-plan': 'SUSE Linux 요금제',
    'red-hat-plan': 'Red Hat 요금제',
  },
  particulars: {
    customer: '고객(이름, 테넌트 또는 도메인)',
    productName: '제품 이름',
    orderId: '주문 ID',
    messageRead: '중요 메시지를 읽었다는 확인',
    subscription: '구독의 이름 또는 ID',
  },
  linkExpiries: { time: '기간이 끝났습니다', downloads: '다운로드 횟수를 모두 사용했습니다' },
  permissions: { on: '켜짐', off: '꺼짐' },
  products: { reservation: 'Azure 예약', 'savings-plan': 'Azure 절약 플랜' },
  customerTasks: {
    'set-first-scope': '예약의 최초 범위 설정',
    manage: '예약 관리',
    exchange: '예약 교환',
    cancel: '예약 취소',
    renew: '예약 갱신',
    'change-scope': '예약 범위 변경',
    'get-server-keys': '서버 구독의 키와 다운로드 받기',
  },
  customerTaskWays: {
    'while-buying': '구매할 때',
    'in-the-vendors-portal': 'Microsoft 포털에서',
    'through-the-partner': '파트너를 통해',
    'in-the-admin-center': '자신의 관리 센터에서',
  },
  purchasePlaces: {
    'order-history': '주문 기록',
    'reservations-page': '예약 페이지',
    'activity-log': '활동 로그',
    'savings-plans-page': 'Azure Portal의 절약 플랜 페이지',
  },
  stages: {
    none: '파트너 관계 요청을 보내지 않았습니다',
    removed: '파트너 관계가 제거되었습니다',
    requestedAgain: '파트너 관계가 제거된 후 다시 요청했습니다',
    requested: '파트너 관계 요청을 보냈지만 아직 수락되지 않았습니다',
    established: '파트너 관계가 성립되어 있습니다',
  },
  resellerTasks: {
    'add-customer': '리셀러의 고객 추가(공급자)',
    'submit-order': '리셀러 고객의 주문 제출(공급자)',
    'associate-with-subscription': '리셀러를 구독에 연결(공급자)',
    'name-as-support-contact': '리셀러를 지원 담당자로 지정(공급자)',
    'manage-customer-account': '고객 계정 관리(리셀러)',
    'manage-subscription': '구독 관리(리셀러)',
    'earn-incentive': '구독의 인센티브 받기(리셀러)',
    'handle-support': '구독 지원 처리(리셀러)',
  },
  resellerAccess: {
    'customer-account': '고객 계정',
    subscription: '구독',
    incentive: '구독의 인센티브',
    support: '구독의 지원',
  },
  supportKinds: {
    'reservation-refund': '예약 환불',
    'reservation-exchange': '예약 교환',
    'software-cancellation': '소프트웨어 취소',
  },
  contactMethods: { email: '이메일', phone: '전화' },
  supportFacts: {
    impact: '영향',
    'customer.tenantId': '고객의 테넌트 GUID',
    'customer.domain': '고객의 도메인',
    orderId: '주문 ID',
    subscriptionId: '구독 ID',
    refundReason: '환불 사유',
    amountRequested: '요청 금액',
    'contact.preferredContactMethod': '선호하는 연락 방법',
    'contact.name': '담당자 이름',
    'contact.email': '담당자 이메일',
    'contact.phone': '담당자 전화번호',
    reservationId: '예약 ID',
    reservationOrderId: '예약 주문 ID',
  },

  verdicts: {
    refund: ({ refund, payee }) => `환불액은 ${refund}이며 ${payee}에게 지급됩니다.`,
    refundMonthly: ({ refund, payee, canceled }) =>
      `환불액은 ${refund}이며 ${payee}에게 지급됩니다. 취소되는 향후 결제 금액: ${canceled}.`,
    paymentsCancelled: ({ canceled }) => `취소되는 향후 결제 금액: ${canceled}.`,
    refundClipped: ({ refund, payee, withheld }) =>
      `환불액은 ${refund}이며 ${payee}에게 지급됩니다. 환불 한도에 따라 지급되지 않는 나머지 금액: ${withheld}.`,
    refundReached: ({ withheld }) =>
      `환불액이 없습니다. 환불 한도에 따라 ${withheld} 전액이 지급되지 않습니다.`,
    refundDenied: ({ reasons }) => `환불할 수 없습니다: ${reasons}.`,
    exchange: ({ credit, netPayable }) =>
      `교환하면 새 예약의 가격에서 크레딧 ${credit}만큼 차감되며, 결제할 금액은 ${netPayable}입니다.`,
    exchangeOfSeveral: ({ refunds, netPayable }) =>
      `새 구매에 적용되는 금액은 ${refunds}이며, 결제할 금액은 ${netPayable}입니다.`,
    exchangeForLess: ({ credit, more }) =>
      `교환하면 크레딧은 ${credit}이며, 새 예약의 가격보다 ${more}만큼 많습니다.`,
    exchangeDenied: ({ reasons }) => `교환할 수 없습니다: ${reasons}.`,
    access: ({ roles, action }) => `예, ${roles} 역할로 ‘${action}’ 작업을 할 수 있습니다.`,
    accessDenied: ({ roles, action }) =>
      `아니요: ${roles} 역할로는 ‘${action}’ 작업을 할 수 없습니다.`,
    accessWithoutRole: ({ action }) => `아니요: 역할이 없으면 ‘${action}’ 작업을 할 수 없습니다.`,
    plan: ({ count, first, last, total, gain, asOf }) =>
      `${first}부터 ${last}까지 ${count}건을 반환하면 파트너에게 남는 금액은 ${total}이며, ${asOf}에 모두 반환할 때보다 ${gain} 더 많습니다.`,
    planOnOneDay: ({ count, on, total, gain, asOf }) =>
      `${on}에 ${count}건을 반환하면 파트너에게 남는 금액은 ${total}이며, ${asOf}에 모두 반환할 때보다 ${gain} 더 많습니다.`,
    planNothing: ({ total }) =>
      `반환하지 않는 것이 좋습니다. 모두 유지할 때의 금액은 ${total}입니다.`,
    market: ({ market }) =>
      `예, Azure 예약을 구매할 수 없는 시장 목록에 ${market} 항목이 없습니다.`,
    marketDenied: ({ market }) => `아니요: ${market}에서는 Azure 예약을 구매할 수 없습니다.`,
    softwareCredit: ({ amount }) =>
      `예, 구매를 취소할 수 있으며, 다음 월별 청구서에 ${amount}만큼의 크레딧이 반영됩니다.`,
    softwareFull:
      '예, 구매를 취소할 수 있으며, 다음 월별 청구서에 가격 전액이 크레딧으로 반영됩니다.',
    softwareProRated:
      '예, 구매를 취소할 수 있으며, 다음 월별 청구서에 남은 기간의 가격이 크레딧으로 반영됩니다.',
    softwareUnstated:
      '예, 구매를 취소할 수 있습니다. 다만 적용되는 문서에 크레딧이 명시되어 있지 않습니다.',
    softwareDenied: ({ reasons }) => `아니요, 구매를 취소할 수 없습니다: ${reasons}.`,
    softwareCompared: ({ allowed, count }) =>
      `정책 ${count}개 중 ${allowed}개에서 구매를 취소할 수 있습니다.`,
    softwareExchangeDenied: ({ reasons }) => `아니요, 소프트웨어를 교환할 수 없습니다: ${reasons}.`,
    linkActive: ({ expiresAt, downloads }) =>
      `링크는 ${expiresAt}까지 작동합니다. 남은 다운로드 횟수는 ${downloads}회입니다.`,
    linkActiveUntil: ({ expiresAt }) => `링크는 ${expiresAt}까지 작동합니다.`,
    linkActiveFor: ({ downloads }) => `링크가 작동하며, 남은 다운로드 횟수는 ${downloads}회입니다.`,
    linkUnstated:
      '링크가 아직 작동하는지 알 수 없습니다. 적용되는 문서에 만료 시점이 명시되어 있지 않습니다.',
    linkNotBegun:
      '링크가 언제 만료되는지 아직 알 수 없습니다. 기간은 처음 다운로드할 때 시작됩니다.',
    linkExpired: ({ by }) => `링크가 만료되었습니다: ${by}.`,
    linkRevoked: '구매가 취소되어 링크가 영구적으로 해지되었습니다.',
    linkRenewed: '링크가 갱신되었습니다.',
    linkRenewedUntil: ({ expiresAt }) => `링크가 갱신되어 ${expiresAt}까지 작동합니다.`,
    linkKept: ({ reasons }) => `링크가 갱신되지 않습니다: ${reasons}.`,
    downloaded: ({ downloads }) =>
      `다운로드에 성공했습니다. 이 링크의 현재 다운로드 횟수는 ${downloads}회입니다.`,
    downloadedOf: ({ downloads, downloadsLeft }) =>
      `다운로드에 성공했습니다. 이 링크의 현재 다운로드 횟수는 ${downloads}회이며, 남은 횟수는 ${downloadsLeft}회입니다.`,
    downloadDenied: ({ reasons }) => `다운로드할 수 없습니다: ${reasons}.`,
    customerPurchase: ({ product }) => `예, 고객이 ${product}을 직접 구매할 수 있습니다.`,
    customerPurchaseDenied: ({ product, reasons }) =>
      `아니요, 고객이 ${product}을 직접 구매할 수 없습니다: ${reasons}.`,
    hybridBenefit: '예, 라이선스에 Azure 하이브리드 혜택을 적용할 수 있습니다.',
    hybridBenefitDenied: ({ reasons }) =>
      `아니요, 라이선스에 Azure 하이브리드 혜택을 적용할 수 없습니다: ${reasons}.`,
    permissionChanged: ({ permission }) =>
      `예, 고객의 구매 권한이 ‘${permission}’ 상태로 변경됩니다.`,
    permissionKept: ({ permission }) =>
      `변경 사항이 없습니다: 고객의 구매 권한은 이미 ‘${permission}’ 상태입니다.`,
    permissionDenied: ({ permission, reasons }) =>
      `아니요, 고객의 구매 권한은 ‘${permission}’ 상태로 유지됩니다: ${reasons}.`,
    customerTask: ({ task, how }) => `예, 고객이 ${how} 다음 작업을 직접 할 수 있습니다: ${task}.`,
    customerTaskDenied: ({ task, reasons }) =>
      `아니요, 고객이 ‘${task}’ 작업을 직접 할 수 없습니다: ${reasons}.`,
    partnership: ({ stage }) => `예. 변경된 상태: ${stage}.`,
    partnershipDenied: ({ stage, reasons }) => `아니요: ${reasons}. 현재 상태 유지: ${stage}.`,
    resellerTask: ({ task }) => `예, ‘${task}’ 작업을 할 수 있습니다.`,
    resellerTaskDenied: ({ task, reasons }) =>
      `아니요, ‘${task}’ 작업을 할 수 없습니다: ${reasons}.`,
    draftComplete: ({ kind }) => `지원 요청(${kind})이 완성되어 보낼 수 있습니다.`,
    draftIncomplete: ({ kind }) =>
      `지원 요청(${kind})에 필요한 정보가 누락되어 아직 보낼 수 없습니다.`,
    draftDenied: ({ kind, reasons }) => `지원 요청(${kind})을 작성할 수 없습니다: ${reasons}.`,
    discounts: ({ count }) => `확인한 구독 가운데 할인이 적용되는 구독: ${count}개.`,
    noDiscounts: '확인한 구독 가운데 할인이 적용되는 구독이 없습니다.',
  },

  steps: {
    record: ({ id }) => `기록: ${id}`,
    customer: ({ id }) => `고객: ${id}`,
    product: ({ product }) => `제품: ${product}`,
    policy: ({ policy }) => `정책: ${policy}`,
    refund: ({ purchasedOn, canceledOn, days, term, paid, usage }) =>
      `${purchasedOn}에 ${term} 약정으로 구매(가격 ${paid}), ${canceledOn}에 취소(${days}), ${usage}.`,
    used: '사용함',
    unused: '사용하지 않음',
    exchange: ({ purchasedOn, exchangedOn, days, term, paid, newPrice }) =>
      `${purchasedOn}에 ${term} 약정으로 구매(가격 ${paid}), ${exchangedOn}에 교환(${days}, 새 예약의 가격 ${newPrice}).`,
    refundMonthly: ({ purchasedOn, canceledOn, days, term, instalment, usage }) =>
      `${purchasedOn}에 구매, 약정 기간 ${term}, 월 ${instalment}. ${canceledOn}에 취소(${days}), ${usage}.`,
    part: ({ units, quantity, sum, amount, clause }) =>
      `반환 수량: ${quantity}개 중 ${units}개, ${sum} = ${amount}(${clause})`,
    partMonthly: ({ units, quantity, sum, amount, clause }) =>
      `반환 수량: ${quantity}개 중 ${units}개, ${sum} = 월 ${amount}(${clause})`,
    payments: ({ made, payments, from, to, days }) =>
      `결제: ${payments}회 중 ${made}회 완료, 최근 결제의 청구 기간: ${from} – ${to}(${days})`,
    creditOfMonth: ({ sum, amount, days, clause }) =>
      `크레딧: ${sum} = ${amount}, 현재 청구 기간 중 남은 ${days}분(${clause})`,
    creditOfFirst: ({ amount, clause }) => `크레딧: 첫 번째 결제 전액, ${amount}(${clause})`,
    earlierPayments: '이전 결제분은 지난 기간의 요금이므로 환불되지 않습니다.',
    canceledPayments: ({ equation, clause }) =>
      `취소되는 결제: ${equation}, 청구되지 않으며 환불 대상도 아닙니다(${clause})`,
    exchangedPayments: ({ equation, clause }) =>
      `취소되는 결제: ${equation}, 청구되지 않으며 새 구매에 적용됩니다(${clause})`,
    commitmentCounts: ({ credit, canceled, amount }) =>
      `한도에서 차감: 크레딧 ${credit} + 향후 결제 ${canceled} = ${amount}(PAY-6, R-COMMIT)`,
    refundCounts: ({ amount }) =>
      `한도에서 차감: ${amount}, 향후 결제는 차감되지 않습니다(R-COUNTS)`,
    exchangedOn: ({ exchangedOn, returned, bought }) =>
      `${exchangedOn}에 교환: 반환 ${returned}건, 구매 ${bought}건.`,
    returnedItem: ({ item, text }) => `예약 ${item}: ${text}`,
    towardPurchase: ({ equation, clause }) =>
      `구매에 적용: ${equation}, 크레딧과 취소되는 결제(${clause})`,
    newTotal: ({ equation, clause }) => `새 구매 총액: ${equation}(${clause})`,
    boughtItem: ({ total }) => `구매: 총 ${total}.`,
    creditInFull: ({ amount, clause }) => `크레딧: 가격 전액 ${amount}(${clause})`,
    unitCredit: ({ sum, amount, days, termDays, clause }) =>
      `한 개의 크레딧(내림): ${sum} = ${amount}(${clause}, ${termDays}일 중 ${days}일 남음)`,
    creditOfUnits: ({ sum, amount, clause }) => `크레딧: ${sum} = ${amount}(${clause})`,
    credit: ({ sum, amount, days, termDays, clause }) =>
      `크레딧: ${sum} = ${amount}(${clause}, ${termDays}일 중 ${days}일 남음)`,
    noFee: ({ clause }) => `조기 해지 수수료: 없음(${clause})`,
    fee: ({ sum, amount, clause }) => `조기 해지 수수료: ${sum} = ${amount}(${clause})`,
    refundable: ({ sum, amount, clause }) => `수수료를 뺀 크레딧: ${sum} = ${amount}(${clause})`,
    limit: ({ max, consumed, available, clause }) =>
      `환불 한도: ${max} 중 이미 사용한 금액 ${consumed}, 남은 금액 ${available}(${clause})`,
    limitConverted: ({ sum, amount, currency }) =>
      `남은 한도의 ${currency} 환산: ${sum} = ${amount}(내림)`,
    paidOut: ({ amount, clause }) => `환불액: ${amount}(${clause})`,
    paidOutAtMost: ({ of, atMost, amount, clause }) =>
      `환불액: ${of} 및 ${atMost} 중 작은 금액 = ${amount}(${clause})`,
    withheld: ({ sum, amount, clause }) => `지급되지 않는 금액: ${sum} = ${amount}(${clause})`,
    limitUsed: ({ sum, amount }) => `이 환불이 사용하는 한도: ${sum} = ${amount}`,
    limitAfter: ({ sum, consumed, available }) =>
      `이후 사용한 한도: ${sum} = ${consumed}, 남은 한도: ${available}`,
    netPayable: ({ sum, amount, clause }) => `결제할 금액: ${sum} = ${amount}(${clause})`,
    rolesAsked: ({ roles }) => `입력한 역할: ${roles}.`,
    noRoles: '입력한 역할이 없습니다.',
    listedAs: ({ names }) => `목록의 이름: ${names}.`,
    notListed: '시장이 목록에 없습니다.',
    marketList: ({ list, from }) => `적용한 목록의 날짜: ${from}(${list}).`,
    software: ({ purchasedOn, canceledOn, days, kind }) =>
      `종류: ${kind}, ${purchasedOn}에 구매, ${canceledOn}에 취소(${days}).`,
    softwareWindow: ({ lastDay, daysLeft }) =>
      `취소할 수 있는 마지막 날은 ${lastDay}이며, 취소일로부터 ${daysLeft} 뒤입니다.`,
    softwareWindowPassed: ({ lastDay }) => `취소할 수 있는 마지막 날은 ${lastDay}이었습니다.`,
    softwareWindowUnstated: '적용되는 문서에 취소할 수 있는 마지막 날이 명시되어 있지 않습니다.',
    softwareWindowEnds: ({ endsAt }) => `취소 가능 기간은 ${endsAt}에 끝납니다.`,
    remainingCycleDays: ({ days, termDays }) =>
      `청구 주기 ${termDays}일 중 ${days}일이 남아 있습니다.`,
    remainingDays: ({ days, termDays }) => `약정 ${termDays}일 중 ${days}일이 남아 있습니다.`,
    missing: ({ facts }) => `누락된 정보: ${facts}.`,
    softwareKind: ({ kind }) => `종류: ${kind}.`,
    linkMade: ({ issuedAt, downloads }) =>
      `생성 시각: ${issuedAt}, 현재 다운로드 횟수: ${downloads}.`,
    linkFirstDownload: ({ firstDownloadedAt }) => `최초 다운로드 시각: ${firstDownloadedAt}.`,
    linkEnd: ({ expiresAt }) => `기간 종료 시각: ${expiresAt}.`,
    linkBegins: ({ days }) =>
      `기간(${days})은 처음 다운로드할 때 시작되며, 적용되는 문서에 언제까지 다운로드해야 하는지 명시되어 있지 않습니다.`,
    linkUnstated: {
      time: '적용되는 문서에 이 링크가 언제까지 작동하는지 명시되어 있지 않습니다.',
      downloads: '적용되는 문서에 링크를 몇 번 사용할 수 있는지 명시되어 있지 않습니다.',
    },
    noSubscription: '고객에게 구독이 없습니다.',
    subscription: ({ offer, boughtBy, userRole }) =>
      `구독 종류: ${offer}, 구매자: ${boughtBy}, 사용자: ${userRole}.`,
    offers: { 'azure-plan': 'Azure 플랜', 'azure-global': 'Azure Global', other: '그 밖의 종류' },
    buyers: { partner: '파트너', other: '다른 판매자' },
    userRoles: { owner: '소유자', other: '소유자 아님' },
    permission: ({ permission }) => `고객의 구매 권한: ${permission}.`,
    market: ({ market }) => `시장: ${market}`,
    wanted: ({ current, wanted }) => `고객의 구매 권한: 현재 ${current}, 요청 ${wanted}.`,
    boughtProduct: ({ product }) => `구매 대상: ${product}.`,
    onDay: ({ day }) => `날짜: ${day}.`,
    guest: '사용자가 고객 테넌트의 게스트입니다.',
    noGuest: '사용자가 고객 테넌트의 게스트가 아닙니다.',
    rolesIgnored: ({ roles }) => `알 수 없는 역할이어서 무시한 이름: ${roles}.`,
    permissionsOf: ({ version }) => `적용한 권한 버전: ${version}.`,
    licenses: {
      'windows-server-datacenter': '라이선스: Windows Server Datacenter.',
      'windows-server-standard': '라이선스: Windows Server Standard.',
      other: '라이선스: 그 밖의 제품 또는 버전.',
    },
    softwareAssurance: {
      true: 'Software Assurance가 있습니다.',
      false: 'Software Assurance가 없습니다.',
    },
    commercial: { true: '상용 고객입니다.', false: '상용 고객이 아닙니다.' },
    savesUpTo: ({ percent }) => `가상 머신 비용을 최대 ${percent} % 절감할 수 있습니다.`,
    agreement: {
      provider: {
        true: '공급자가 Microsoft 파트너 계약에 동의했습니다.',
        false: '공급자가 Microsoft 파트너 계약에 동의하지 않았습니다.',
      },
      reseller: {
        true: '리셀러가 Microsoft 파트너 계약에 동의했습니다.',
        false: '리셀러가 Microsoft 파트너 계약에 동의하지 않았습니다.',
      },
      locationPartnerId: {
        true: 'PartnerID가 리셀러 위치 계정의 것입니다.',
        false: 'PartnerID가 리셀러 위치 계정의 것이 아닙니다.',
      },
    },
    activity: ({ entry }) => `활동 로그 항목: ${entry}`,
    noActivity: '활동 로그에 기록되지 않습니다.',
    boughtBy: ({ buyer }) => `구독 구매자: ${buyer}.`,
    enrolled: '리셀러가 간접 리셀러로 등록되어 있습니다.',
    notEnrolled: '리셀러가 간접 리셀러로 등록되어 있지 않습니다.',
    account: '리셀러에게 파트너 센터 계정이 있습니다.',
    noAccount: '리셀러에게 파트너 센터 계정이 없습니다.',
    stage: ({ stage }) => `${stage}.`,
    access: ({ levels }) => `리셀러의 액세스 범위: ${levels}.`,
    noAccess: '리셀러에게 액세스 권한이 없습니다.',
    scopes: { shared: '범위가 공유로 설정되어 있습니다.', single: '범위가 단일 구독입니다.' },
    candidates: ({ count }) => `확인한 구독 수: ${count}.`,
    discounted: ({ id }) => `할인이 적용되는 구독: ${id}`,
  },

  effects: {
    'keys-revoked': '파트너와 고객의 키가 해지됩니다.',
    'download-links-revoked': '파트너와 고객의 다운로드 링크가 해지됩니다.',
    'listed-without-key': '소프트웨어는 키 없이 목록에 남습니다.',
    'credit-on-next-monthly-invoice': '크레딧은 다음 월별 청구서에 반영됩니다.',
    'dashboard-may-lag-15-minutes': '대시보드에는 15분 안에 표시됩니다.',
    'both-stop-using': '할 일: 파트너와 고객 모두 소프트웨어 사용을 중지해야 합니다.',
    'partner-uninstalls': '할 일: 파트너가 소프트웨어를 제거해야 합니다.',
    'partner-removes-downloads-and-links':
      '할 일: 파트너가 다운로드한 파일과 링크를 삭제해야 합니다.',
  },
  partnershipEffects: {
    'customers-stay': '리셀러의 고객은 그대로 유지됩니다.',
    'delegated-administration-stays': '부여된 위임 관리 권한은 그대로 유지됩니다.',
    'nobody-notified': '리셀러와 고객에게 알림이 전송되지 않습니다.',
  },
  purchaseEffects: {
    payer: { partner: '고객이 구매한 금액은 파트너가 Microsoft에 지급합니다.' },
    partnerNotified: { false: '고객의 구매는 파트너에게 알림이 전송되지 않습니다.' },
    shownIn: ({ places }) => `구매 내역이 표시되는 곳: ${places}.`,
    customerSets: { 'first-scope': '최초 범위는 고객이 구매할 때 설정합니다.' },
    priceSetBy: { partner: '고객이 내는 가격은 파트너가 정합니다.' },
  },

  form: {
    fields: {
      issueType: '이슈 유형',
      problemType: '문제 유형',
      category: '범주',
      impact: '영향',
      title: '제목',
      description: '설명',
      files: '파일',
      preferredContactMethod: '선호하는 연락 방법',
      name: '이름',
      email: '이메일',
      phone: '전화번호',
    },
    field: ({ field, value }) => `${field}: ${value}`,
    missing: ({ facts }) => `누락된 정보: ${facts}.`,
    advised: ({ facts }) => `지원 담당자가 추가로 요청할 수 있는 정보: ${facts}.`,
    oneOf: ' 또는 ',
    deniedFor: ({ reasons }) => `거절 이유: ${reasons}.`,
  },

  plan: {
    optimal: '이보다 금액이 많은 계획은 없습니다.',
    notOptimal: ({ amount }) =>
      `지금까지 찾은 가장 좋은 계획이며, 다른 계획이 더 많더라도 그 차이는 최대 ${amount}입니다.`,
    candidates: ({ count, asOf }) => `${asOf}부터 반환할 수 있는 예약: ${count}건`,
    limit: ({ max, available, asOf }) => `환불 한도: ${max}(${asOf} 현재 남은 한도: ${available})`,
    noLimit: '이 정책에는 환불 한도가 없습니다.',
    versions: ({ source }) => `이후의 날짜에는 그날 적용되는 ${source} 버전을 따릅니다.`,
    givenBack: ({ on, amount }) => `${on}: 다시 사용할 수 있게 되는 한도 ${amount}`,
    returned: ({ on, id, refund }) => `${on}: ${id} 반환, 환불액 ${refund}`,
    returnedPart: ({ on, id, units, quantity, refund }) =>
      `${on}: 수량 ${quantity}개 중 ${units}개 반환(ID: ${id}), 환불액 ${refund}`,
    waits: {
      'limit-given-back': '이날 다시 사용할 수 있게 되는 한도를 기다립니다.',
      'version-changed': '이날부터 적용되는 규칙을 기다립니다.',
      'claim-fits': '금액이 남은 한도 이내로 줄어들 때까지 기다립니다.',
      'leaves-room': '이후의 반환에 한도를 더 남기기 위해 기다립니다.',
      'worth-waiting': '그때까지 유지하는 가치가 비용보다 크므로 기다립니다.',
      'day-without-rule': '적용되는 문서에 전날에 대한 규칙이 없으므로 기다립니다.',
    },
    under: ({ policy }) => `적용 버전: ${policy}.`,
    withheld: ({ amount }) => `환불 한도에 따라 지급되지 않는 금액: ${amount}.`,
    cancelled: ({ amount }) => `취소되는 앞으로의 결제 금액: ${amount}.`,
    inCurrency: ({ amount }) => `USD로 환산하여 계산한 환불액: ${amount}`,
    total: ({ sum, total }) =>
      `환불액 − 첫날 이후의 월별 결제 금액 + 유지하는 기간의 가치: ${sum} = ${total}`,
    baseline: ({ asOf, total }) => `${asOf}에 모두 반환하는 경우: ${total}`,
    gain: ({ sum, gain }) => `이 계획의 이득: ${sum} = ${gain}`,
    kept: ({ id, quantity, reason }) => `${id}(수량: ${quantity}): ${reason}.`,
    keptReasons: {
      limit: '환불 한도 안에서는 반환해도 계획이 더 좋아지지 않습니다',
      'worth-keeping': '유지하는 것보다 금액이 많은 반환이 없습니다',
      'term-ended': '약정 기간이 끝났습니다',
      'not-returnable': '반환할 수 없는 제품입니다',
      'undefined-by-text': '적용되는 문서에 이 기간에 대한 규칙이 없습니다',
    },
    exchange: ({ asOf, credit, until }) =>
      `${asOf}에 교환하면 크레딧은 ${credit}이며 한도가 적용되지 않습니다. 교환은 ${until}까지 가능하며 크레딧은 매일 줄어듭니다.`,
    once: ({ day }) => `절약 플랜이 적용되는 서비스라면 ${day}부터는 한 번만 교환할 수 있습니다.`,
    coverageUnknown:
      '교환할 수 있는지는 절약 플랜이 적용되는 서비스인지(savingsPlanEligible)에 따라 다릅니다.',
  },

  whatIf: {
    otherwise: '이러한 이유가 없다면',
    underVersion: ({ policy }) => `${policy} 기준으로는`,
    needs: ({ when, facts }) => `${when} 결과를 정하는 데 다음 정보가 더 필요합니다: ${facts}.`,
    sameConsumed: ({ consumed }) =>
      `해당 버전의 계산 방식으로도 이미 사용한 한도를 ${consumed} USD로 가정했습니다.`,
    ruleChangesOn: ({ day, rule }) => `${day}부터: ${rule}`,
    consumed: ({ consumed }) =>
      `별도로 표시하지 않은 경우, 이미 사용한 한도는 ${consumed} USD로 가정합니다.`,
    dayEarlier: ({ day }) => `하루 전인 ${day}에는`,
    dayLater: ({ day }) => `하루 뒤인 ${day}에는`,
    windowLast: ({ day }) => `기간의 마지막 날인 ${day}에는`,
    windowAfter: ({ day }) => `기간이 끝난 다음 날인 ${day}에는`,
    nextDue: ({ day }) => `다음 결제가 이루어진 ${day}에는`,
    allUnits: ({ quantity }) => `${quantity}개를 모두 반환할 때`,
    termLast: ({ day }) => `약정 기간의 마지막 날인 ${day}에는`,
    used: '사용했다면',
    unused: '사용하지 않았다면',
    nothingConsumed: '이미 사용한 한도가 없었다면',
    noLimit: '한도가 없었다면',
    returnable: '반환할 수 있는 제품이었다면',
    newPrice: ({ price }) => `새 예약의 가격이 ${price}일 때`,
    refund: ({ when, refund, by }) => `${when} 환불액이 ${refund}입니다(${by}).`,
    exchange: ({ when, credit, netPayable }) =>
      `${when} 크레딧이 ${credit}, 결제할 금액이 ${netPayable}입니다.`,
    linkIs: ({ when, verdict }) => `${when} 다음과 같습니다. ${verdict}`,
    credit: ({ when, amount, by }) => `${when} 크레딧이 ${amount}입니다(${by}).`,
    allowed: ({ when }) => `${when} 허용됩니다.`,
    denied: ({ when, reasons }) => `${when} 거절됩니다: ${reasons}.`,
    allowedRoles: ({ roles }) => `이 작업이 허용되는 역할: ${roles}.`,
    newest: {
      same: ({ version }) => `최신 버전(${version})에서도 결과가 같습니다.`,
      yes: ({ version }) => `최신 버전(${version})에서는 허용됩니다.`,
      no: ({ version }) => `최신 버전(${version})에서는 허용되지 않습니다.`,
    },
    onlyRole: ({ role }) => `${role} 역할이 없으면 허용되지 않습니다.`,
    permissionOff: '권한이 꺼져 있으면 허용되지 않습니다.',
    soldByPartner: '파트너가 판매한 구독이었다면 허용됩니다.',
    resolved: '이유는 이것뿐이며, 해결되면 허용됩니다.',
    allResolved: ({ count }) => `위의 ${count}가지 이유가 모두 해결되면 허용됩니다.`,
    stillDenied: ({ reasons }) => `위의 이유가 해결되어도 허용되지 않습니다: ${reasons}.`,
    onlyObstacle: '이유는 이것뿐입니다.',
    allObstacles: ({ count }) => `위의 ${count}가지 이유가 모두 해결되어야 합니다.`,
    draftCompleted: '누락된 정보를 모두 입력하면 요청을 보낼 수 있습니다.',
  },
};
