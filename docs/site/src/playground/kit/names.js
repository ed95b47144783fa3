// Names as the explanations have them, for lists to choose from.

export const roleNames = {
  'admin-agent': ['Admin agent', '관리 에이전트'],
  'sales-agent': ['Sales agent', '판매 에이전트'],
  'helpdesk-agent': ['Helpdesk agent', '지원 센터 에이전트'],
  'global-admin': ['Global admin', '글로벌 관리자'],
  'user-management-admin': ['User management admin', '사용자 관리 담당자'],
  'account-admin': ['Account admin', '계정 관리자'],
  'referral-admin': ['Referral admin', '추천 관리자'],
  'marketing-content-admin': ['Marketing content admin', '마케팅 콘텐츠 관리자'],
  'billing-admin': ['Billing admin', '대금 청구 관리자'],
};

export const actionNames = {
  'customer-permissions.view': ['View customer permissions', '고객 권한 조회'],
  'customer-permissions.change': ['Change customer permissions', '고객 권한 변경'],
  'customer-purchases.view': ['View purchases made by customers', '고객이 직접 구매한 내역 조회'],
  'reservations.buy': ['Buy reservations for customers', '고객을 위한 예약 구매'],
  'reservations.view': ['View reservations', '예약 조회'],
  'reservations.refund': ['Request refunds of reservations', '예약 환불'],
  'reservations.exchange': ['Exchange reservations', '예약 교환'],
  'reservations.manage-access': ['Manage access to reservations', '예약의 액세스 관리'],
  'reservations.configure': ['Configure reservations', '예약 구성'],
  'reservations.view-properties': ['View the properties of reservations', '예약 속성 조회'],
  'reservations.request-support': ['Request support for reservations', '예약 지원 요청'],
  'software.buy': ['Buy software for customers', '고객을 위한 소프트웨어 구매'],
  'software.view': ['View purchased software', '구매한 소프트웨어 조회'],
  'software.download': ['Download software', '소프트웨어 다운로드'],
  'software.get-keys': ['Get activation keys for software', '소프트웨어 정품 인증 키 확인'],
  'software.copy-link': ['Copy download links for software', '소프트웨어 다운로드 링크 복사'],
  'software.cancel': ['Cancel software purchases', '소프트웨어 구매 취소'],
  'software-activity.view': [
    'View who read software keys or downloaded software',
    '소프트웨어 키 조회 및 다운로드 기록 확인',
  ],
  'licenses.cancel': ['Cancel licenses', '라이선스 취소'],
  'billing.view': [
    'View billing, invoices and reconciliation files',
    '청구, 청구서 및 조정 파일 조회',
  ],
  'indirect-resellers.manage': [
    'Manage partnerships with indirect resellers',
    '간접 리셀러와의 파트너 관계 관리',
  ],
};

export const softwareKindNames = {
  perpetual: ['Perpetual software', '영구 소프트웨어'],
  subscription: ['A software subscription', '소프트웨어 구독'],
  'suse-linux-plan': ['A SUSE Linux plan', 'SUSE Linux 요금제'],
  'red-hat-plan': ['A Red Hat plan', 'Red Hat 요금제'],
};

export const resellerTaskNames = {
  'add-customer': ['The provider adds a customer for the reseller', '리셀러의 고객 추가(공급자)'],
  'submit-order': [
    'The provider submits an order for a customer of the reseller',
    '리셀러 고객의 주문 제출(공급자)',
  ],
  'associate-with-subscription': [
    'The provider associates the reseller with a subscription',
    '리셀러를 구독에 연결(공급자)',
  ],
  'name-as-support-contact': [
    'The provider names the reseller as the support contact',
    '리셀러를 지원 담당자로 지정(공급자)',
  ],
  'manage-customer-account': [
    'The reseller manages the customer’s account',
    '고객 계정 관리(리셀러)',
  ],
  'manage-subscription': ['The reseller manages the subscription', '구독 관리(리셀러)'],
  'earn-incentive': [
    'The reseller earns incentives on the subscription',
    '구독의 인센티브 받기(리셀러)',
  ],
  'handle-support': ['The reseller handles support for the subscription', '구독 지원 처리(리셀러)'],
};

export const resellerAccessNames = {
  'customer-account': ['The customer’s account', '고객 계정'],
  subscription: ['The subscription', '구독'],
  incentive: ['The incentives on the subscription', '구독의 인센티브'],
  support: ['Support for the subscription', '구독의 지원'],
};

export const nextStepNames = {
  'leave-the-customer-tenant': [
    'Leave the customer’s tenant, or ask a user who is not a guest there.',
    '고객의 테넌트에서 나가거나, 그 테넌트의 게스트가 아닌 사용자에게 요청하십시오.',
  ],
  'request-support': ['Contact Microsoft support.', 'Microsoft 지원팀에 문의하십시오.'],
  'ask-the-partner': ['Ask the partner.', '파트너에게 요청하십시오.'],
  'enroll-as-indirect-reseller': [
    'Have the reseller enroll as an indirect reseller.',
    '리셀러가 간접 리셀러로 등록해야 합니다.',
  ],
  'open-a-partner-center-account': [
    'Have the reseller open an account.',
    '리셀러가 계정을 만들어야 합니다.',
  ],
  'send-a-partnership-request': [
    'Send the reseller a partnership request.',
    '리셀러에게 파트너 관계 요청을 보내십시오.',
  ],
  'wait-for-the-reseller-to-accept': [
    'Wait for the reseller to accept a request.',
    '리셀러가 요청을 수락할 때까지 기다리십시오.',
  ],
  'use-the-existing-partnership': [
    'Use the existing partnership.',
    '기존 파트너 관계를 사용하십시오.',
  ],
  'associate-with-the-customer': [
    'Associate the reseller with the customer when you add the customer.',
    '고객을 추가할 때 리셀러를 연결하십시오.',
  ],
  'associate-with-the-subscription': [
    'Associate the reseller with the subscription.',
    '리셀러를 구독에 연결하십시오.',
  ],
  'name-as-support-contact': [
    'Name the reseller as the support contact.',
    '리셀러를 지원 담당자로 지정하십시오.',
  ],
  'have-the-reseller-accept-the-agreement': [
    'Have the reseller accept the Microsoft Partner Agreement.',
    '리셀러가 Microsoft 파트너 계약에 동의해야 합니다.',
  ],
  'accept-the-partner-agreement': [
    'Have your global admin accept the Microsoft Partner Agreement.',
    '귀사의 글로벌 관리자가 Microsoft 파트너 계약에 동의해야 합니다.',
  ],
  'use-the-location-partner-id': [
    'Use the PartnerID of the location account with which the reseller joined Partner Center.',
    '리셀러가 파트너 센터에 가입할 때 사용한 위치 계정의 PartnerID를 사용하십시오.',
  ],
};
