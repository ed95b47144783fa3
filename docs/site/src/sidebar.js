// The menu. Answers first, then the guide by task, then what stands behind it.

import { families } from './menu.js';

const page = (link, label, ko) => ({ label, translations: ko === undefined ? {} : { ko }, link });
const group = (label, ko, items, collapsed = true) => ({
  label,
  translations: { ko },
  items,
  collapsed,
});

export const sidebar = [
  group(
    'Answers',
    '바로 답 얻기',
    families.map(({ id, name: [en, ko] }) => page(`/try/${id}/`, en, ko)),
    false,
  ),
  group('Guide', '가이드', [
    page('/guide/', 'What do you have or want?', '무엇이 필요하신가요?'),
    page('/start/', 'In one minute', '1분 안에 시작하기'),
    page('/guide/requests/', 'Requests', '질문하기'),
    page('/guide/answers/', 'Answers', '답변 읽기'),
    page('/guide/policies/', 'Policies', '정책(규칙의 버전)'),
    page('/guide/what-if/', 'What if', '조건 바꿔 보기'),
    page('/guide/plans/', 'Plans of returns', '반환 계획'),
    page('/guide/csv/', 'Files', '파일'),
    page('/guide/settling/', 'Settling', '정산'),
    page('/guide/columns/', 'Columns', '열 단위 계산'),
    page('/guide/amounts/', 'Amounts', '금액'),
    page('/guide/roles/', 'Roles', '역할'),
    page('/guide/markets/', 'Markets', '시장'),
    page('/guide/software/', 'Software', '소프트웨어'),
    page('/guide/customers/', 'Customers', '고객'),
    page('/guide/resellers/', 'Resellers', '간접 리셀러'),
    page('/guide/where/', 'Where to click', '어디를 눌러야 하나'),
    page('/guide/support/', 'Support requests', '지원 요청'),
    page('/guide/explanations/', 'Explanations', '설명문'),
    page('/guide/issues/', 'Issues', '입력 오류'),
    page('/guide/sentences/', 'Sentences', '문서의 문장'),
    page('/guide/command-line/', 'Command line', '명령줄'),
    page('/guide/development/', 'Development', '개발'),
  ]),
  group('In your program', '프로그램에서 쓰기', [
    page('/examples/', 'Examples', '예제'),
    page('/apps/', 'In an app', '앱에서'),
    page('/apps/schemas/', 'Schemas', '스키마'),
    page('/apps/vendor-apis/', 'Microsoft’s APIs', 'Microsoft API'),
    page('/apps/sql-engines/', 'SQL engines', 'SQL 엔진'),
    page('/ledger-store/', 'A database of ledgers', '원장 데이터베이스'),
    page('/pipelines/', 'Pipelines', '파이프라인'),
    page('/notebooks/python/', 'Python and pandas', 'Python과 pandas'),
  ]),
  group('Notebooks', '노트북', [
    page('/notebooks/', 'About them', '소개'),
    page('/notebooks/one-refund/', 'One refund', '환불 한 건'),
    page('/notebooks/portfolio/', 'A portfolio', '포트폴리오'),
    page('/notebooks/plan-of-returns/', 'A plan of returns', '반환 계획'),
    page('/notebooks/policies-compared/', 'Policies compared', '정책 비교'),
    page('/notebooks/who-may-do-what/', 'Who may do what', '누가 무엇을 할 수 있나'),
    page('/notebooks/python/transactions/', 'Transactions in pandas', 'pandas로 거래 분석'),
  ]),
  group('Rules', '규칙', [
    page('/rulebook/', 'Rulebook', '규칙집'),
    page('/interpretations/', 'Interpretations', '해석'),
    {
      label: 'Each interpretation',
      translations: { ko: '개별 해석' },
      collapsed: true,
      autogenerate: { directory: 'interpretations' },
    },
  ]),
  {
    label: 'API reference',
    translations: { ko: 'API 참조(영어)' },
    collapsed: true,
    autogenerate: { directory: 'reference' },
  },
  group('Project', '프로젝트', [
    page('/trust/', 'Why to trust it', '신뢰할 수 있는 이유'),
    page('/performance/', 'How fast it is', '성능'),
    page('/changelog/', 'Changelog', '변경 기록'),
    page('/contributing/', 'Contributing', '기여하기'),
    page('/security/', 'Security', '보안'),
    page('/code-of-conduct/', 'Code of conduct', '행동 강령'),
  ]),
];
