// The tables that commands write into docs/trust.md and docs/performance.md, in Korean. Figures stay as the command prints them.

const heads: Readonly<Record<string, string>> = {
  rung: '단계',
  'what it tries': '시험하는 것',
  figure: '결과(명령의 출력)',
  on: '날짜',
  command: '명령',
  job: '작업',
  target: '목표',
  measured: '측정값',
  contender: '비교 대상',
  'a call': '호출 한 번',
  'beside partner-rules': 'partner-rules 대비',
};

const rungs: Readonly<Record<string, string>> = {
  types: '컴파일되지 않아야 할 것은 컴파일되지 않고, 되어야 할 것은 된다',
  clauses:
    '모든 조항에 그 조항을 언급하는 규칙과 맞는 예, 맞지 않는 예가 있고, 숫자가 있으면 그 숫자의 -1, 0, +1인 예가 있다',
  properties: '임의의 사실에 대한 문장을 각각 1,000번 시험',
  'properties-long': '같은 문장을 각각 10,000번 시험',
  money: '금액에 대한 문장을 각각 1,000,000번 시험',
  exhaustive:
    '수수료가 있는 모든 정책에서, 반올림이 갈리는 가격으로, 사용한 예약과 미사용 예약의 모든 약정 기간의 모든 날을 오라클과 비교',
  'exhaustive-states':
    '모든 역할, 코드, 이름, 상태, 사건의 답변 전체를, 따로 한 번 더 작성한 표와 칸마다 비교',
  model: '구매, 취소, 반복, 교환, 정책, 시간 경과의 무작위 순서를, 지급한 모든 것의 목록과 비교',
  'oracle-quick': '무작위 사례를, 규칙만 보고 Python으로 작성한 두 번째 구현과 비교',
  oracle: '같은 비교를 천만 건',
  plans:
    '계획을 모든 날의 모든 계획(작은 사례 4,000건, 그중 1,000건은 새 버전 전후), 그리고 HiGHS 솔버(더 큰 사례 300건)와 비교',
  faults: '있을 법한 실수를 하나씩 만들어, 각각 두 종류 이상의 테스트가 알아챔',
  hostile: '읽는 모든 함수에 적대적 입력을 1,000번 이상: 입력 오류만, 제한된 시간 안에 나옴',
  hosts:
    '어려운 시간대, 튀르키예어 호스트, 고정된 내장 객체, `Decimal.set` 뒤의 기준 답변. ESM과 CJS',
  runtimes:
    'Node가 아는 모든 시간대, Node 20~26, Deno, Bun, Chromium, Firefox, QuickJS에서 같은 비교',
  crash: '무작위 순간에 강제로 끝낸 명령, 가득 찬 디스크, 사라지는 출력, 손상된 원장',
  load: '명령으로 기록 천만 건: 메모리가 늘지 않음',
  supply: '라이선스, 설치 스크립트, 구성 요소 명세, npm, pnpm, yarn으로 쓴 tarball',
};

const aparts: Readonly<Record<string, string>> = {
  explain: '두 언어의 말 제외',
  cli: '프로세스를 시작하는 몇 줄 제외',
};

const jobs: Readonly<Record<string, string>> = {
  'quote, beside the same whole answer unchecked': '계산, 확인 없이 만든 같은 답변 전체와 비교',
  'quote, beside decimal.js + date-fns, the whole answer':
    '계산, decimal.js + date-fns로 만든 답변 전체와 비교',
  'quote, beside decimal.js + date-fns, the amount alone':
    '계산, decimal.js + date-fns로 금액만 구한 것과 비교',
  'isAllowed from role strings': '역할 문자열로 isAllowed',
  'isAllowed beside cached CASL': 'isAllowed, 캐시한 CASL과 비교',
  'decideAccess beside cached CASL’s boolean': 'decideAccess, 캐시한 CASL의 불리언과 비교',
  'market by code': '코드로 시장 찾기',
  'market by name': '이름으로 시장 찾기',
  'downloadLinkStatus, beside the same answer unchecked':
    'downloadLinkStatus, 확인 없이 만든 같은 답변과 비교',
  'settlement, 1M records, ids kept': '정산, 기록 백만 건, ID 보관',
  'growth, 100 records per customer, 10k to 1M records':
    '증가, 고객당 기록 100건, 기록 만 건에서 백만 건까지',
  'columns, 1M records': '열 단위 계산, 기록 백만 건',
  'columns, what comes out': '열 단위 계산, 나오는 크기',
  'settle, 1M records, beside printing the same bytes':
    'settle, 기록 백만 건, 같은 바이트의 출력과 비교',
  'settle, 1M records, beside jq -c . on the file':
    'settle, 기록 백만 건, 파일에 대한 jq -c .와 비교',
  'import of everything, cold': '전체 가져오기, 처음 실행',
  refund: '환불',
  'refund, the whole answer': '환불, 답변 전체',
  'role check': '역할 확인',
  'download link': '다운로드 링크',
  validation: '검증',
};

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^plan for (\d+), (.*)$/, '$1건의 계획, $2'],
  [/^its bound above its total, (.*)$/, '합계를 넘는 한계, $1'],
  [/^plan beside one solve by HiGHS, (.*)$/, '계획, HiGHS의 풀이 한 번과 비교, $1'],
  [/^size of (\w+), min \+ gzip, with decimal\.js$/, '$1의 크기, 최소화 + gzip, decimal.js 포함'],
];

/** Words in the other cells. */
const words: readonly (readonly [RegExp, string])[] = [
  [/\*\*missed\*\*/, '**미달**'],
  [/^met$/, '달성'],
  [/ × faster$/, '배 빠름'],
  [/ × per record$/, '배, 기록당'],
  [/ bytes a record$/, '바이트, 기록당'],
  [/ bytes$/, '바이트'],
  [/ × unchecked$/, '배, 확인 없는 것 대비'],
  [/ × bitmask$/, '배, 비트마스크 대비'],
  [/ × Map with lower-casing$/, '배, 소문자로 바꾸는 Map 대비'],
  [/ × Set\.has$/, '배, Set.has 대비'],
  [/ ×$/, '배'],
  [/^unchecked$/, '확인 없음'],
  [/^the same answer, unchecked$/, '같은 답변, 확인 없음'],
  [/^bitmask by hand$/, '손으로 쓴 비트마스크'],
  [/\(row only\)/, '(행만)'],
  [/, cached$/, ', 캐시함'],
  [/, per request$/, ', 요청마다'],
  [/, lower case$/, ', 소문자'],
];

const written = (text: string, rules: readonly (readonly [RegExp, string])[]): string =>
  rules.reduce((text, [pattern, ko]) => text.replace(pattern, ko), text);

function rungOf(name: string): string | undefined {
  const [, folder] = /^mutation-(\w+)$/.exec(name) ?? [];
  if (folder === undefined) return rungs[name];
  const apart = aparts[folder] ?? '조항의 문장 제외';
  return `src/${folder}의 모든 위치를 Stryker가 아는 모든 방법으로 바꾸고(${apart}), 그 폴더의 테스트나 형식이 알아챔`;
}

/** The part of a page that a command wrote, in Korean. */
export function koreanTables(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const [, day, machine] = /^Measured on ([\d-]+): (.*)$/.exec(line) ?? [];
      if (day !== undefined) return `${day}에 측정: ${machine}`;
      if (!line.startsWith('| ') || line.startsWith('| ---')) return line;
      const cells = line.split(/(?<!\\)\|/).slice(1, -1);
      return `|${cells.map((cell, at) => ` ${cellOf(cell.trim(), at, cells)} `).join('|')}|`.replace(
        /\| {2}\|/g,
        '| |',
      );
    })
    .join('\n');
}

function cellOf(cell: string, at: number, cells: readonly string[]): string {
  if (Object.hasOwn(heads, cell) && (at > 0 || /^(rung|job)$/.test(cell)))
    return heads[cell] as string;
  // Of the rungs: only the second column is in words.
  if (cells.length === 5) return at === 1 ? known(cells[0]?.trim() ?? '', rungOf) : cell;
  if (at === 0) {
    const job = written(cell, patterns);
    return job === cell ? known(cell, (name) => jobs[name]) : job;
  }
  return written(cell, words);
}

function known(name: string, find: (name: string) => string | undefined): string {
  const text = find(name);
  if (text === undefined) throw new Error(`test/docs/korean-tables.ts has no Korean for: ${name}`);
  return text;
}
