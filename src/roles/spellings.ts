import type { Role } from './matrix.ts';

/**
 * Other names of roles: in the English documents, in their Korean translation, and as Microsoft's
 * security groups.
 */
export const spellings: { readonly [R in Role]: readonly string[] } = Object.freeze({
  'admin-agent': Object.freeze(['Admin agent', '관리 에이전트', 'AdminAgents']),
  'sales-agent': Object.freeze(['Sales agent', '영업 상담원', '판매 에이전트', 'SalesAgents']),
  'helpdesk-agent': Object.freeze([
    'Helpdesk agent',
    'Help Desk Agent',
    '기술 지원팀 상담원',
    '지원 센터 에이전트',
    'HelpdeskAgents',
  ]),
  'global-admin': Object.freeze([
    'Global admin',
    'Global administrator',
    '글로벌 관리자',
    '전역 관리자',
    // The name in Microsoft's API until the directory roles were renamed.
    'Company Administrator',
  ]),
  'user-management-admin': Object.freeze(['User management admin', '사용자 관리 담당자']),
  'account-admin': Object.freeze(['Account admin', '계정 관리자']),
  'referral-admin': Object.freeze(['Referral admin', '추천 관리자']),
  'marketing-content-admin': Object.freeze(['Marketing content admin', '마케팅 콘텐츠 관리자']),
  'billing-admin': Object.freeze(['Billing admin', 'Billing administrator', '대금 청구 관리자']),
});
