import { commandUsages, type Shell } from './command-usage.ts';
import { type OptionName, options, optionUsage } from './options.ts';
import type { CommandUsage } from './usage.ts';

/** Returns the script that completes command lines in a shell. */
export function completionScript(shell: Shell): string {
  return scripts[shell]();
}

const scripts: { readonly [S in Shell]: () => string } = { bash, zsh, fish };

const allOptions = Object.keys(options) as OptionName[];
const names = commandUsages.map(({ name }) => name);
const forEveryCommand: readonly OptionName[] = ['help', 'version'];

const optionsOf = (usage: CommandUsage): readonly OptionName[] => [...usage.options, 'help'];

/** The forms that a command writes; those of questions too, which need no file. */
const formatsOf = ({ formats, name }: CommandUsage): string[] =>
  formats.length === 0 || ['explain', 'limits'].includes(name)
    ? [...formats]
    : [...new Set(['text', ...formats])];

/** Options whose values are known words, files or both, but not `--format`, whose words depend on the command. */
const optionsWithWords = allOptions.filter((name) => {
  const { words, isFile } = optionUsage(name);
  return words.length > 0 || isFile === true;
});

/** Options whose values nobody can complete. */
const optionsOfFreeText = allOptions.filter(
  (name) =>
    name !== 'format' && optionUsage(name).type === 'string' && !optionsWithWords.includes(name),
);

const dashed = (list: readonly OptionName[]): string =>
  list.map((option) => `--${option}`).join(' ');
const anyOf = (list: readonly OptionName[]): string =>
  list.map((option) => `--${option}`).join('|');
const lines = (list: readonly string[]): string => list.join('\n');

function bash(): string {
  const commands = commandUsages.map(
    (usage) =>
      `    ${usage.name}) options='${dashed(optionsOf(usage))}' known='${usage.words.join(' ')}' formats='${formatsOf(usage).join(' ')}' files=${usage.takesFiles ? 1 : ''} ;;`,
  );
  const values = optionsWithWords.map((name) => {
    const { words, isFile = false } = optionUsage(name);
    return `    --${name}) known='${words.join(' ')}' files=${isFile ? 1 : ''} ;;`;
  });
  return `# Completion of partner-rules in bash: source <(partner-rules completion bash)
_partner_rules() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
  local command='' options='${dashed(forEveryCommand)}' known='${names.join(' ')}' formats='' files='' at found
  for ((at = 1; at < COMP_CWORD; at++)); do
    case \${COMP_WORDS[at]} in
    ${names.join('|')}) command=\${COMP_WORDS[at]}; break ;;
    esac
  done
  case $command in
${lines(commands)}
  esac
  case $previous in
    --format) known=$formats files='' ;;
${lines(values)}
    ${anyOf(optionsOfFreeText)}) known='' files='' ;;
    *) [[ $current == -* ]] && known=$options files='' ;;
  esac
  COMPREPLY=()
  while IFS='' read -r found; do COMPREPLY+=("$found"); done < <(compgen -W "$known" -- "$current")
  [[ -z $files ]] && return
  compopt -o filenames 2>/dev/null
  while IFS='' read -r found; do COMPREPLY+=("$found"); done < <(compgen -f -- "$current")
}
complete -F _partner_rules partner-rules
`;
}

/** A text between single quotes of zsh. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function zsh(): string {
  const described = (list: readonly OptionName[]): string =>
    list.map((name) => quoted(`--${name}:${optionUsage(name).about}`)).join(' ');
  const commands = commandUsages.map(
    (usage) =>
      `    ${usage.name}) options=(${described(optionsOf(usage))}) known=(${usage.words.join(' ')}) formats=(${formatsOf(usage).join(' ')}) files=${usage.takesFiles ? 1 : ''} ;;`,
  );
  const values = optionsWithWords.map((name) => {
    const { words, isFile = false } = optionUsage(name);
    const steps = [
      ...(words.length > 0 ? [`compadd -- ${words.join(' ')}`] : []),
      ...(isFile ? ['_files'] : []),
    ];
    return `    --${name}) ${steps.join('; ')}; return ;;`;
  });
  const all = commandUsages.map(({ name, about }) => quoted(`${name}:${about}`)).join(' ');
  return `#compdef partner-rules
# Completion of partner-rules in zsh: source <(partner-rules completion zsh)
_partner_rules() {
  local command='' files='' word
  local -a options known formats commands
  options=(${described(forEveryCommand)})
  commands=(${all})
  for word in $words[2,CURRENT-1]; do
    case $word in
    ${names.join('|')}) command=$word; break ;;
    esac
  done
  case $command in
${lines(commands)}
  esac
  case $words[CURRENT-1] in
    --format) compadd -a formats; return ;;
${lines(values)}
    ${anyOf(optionsOfFreeText)}) return ;;
  esac
  if [[ $PREFIX == -* ]]; then
    _describe -o option options
  elif [[ -z $command ]]; then
    _describe command commands
  else
    compadd -a known
    [[ -n $files ]] && _files
  fi
}
if [[ $funcstack[1] == _partner_rules ]]; then _partner_rules; else compdef _partner_rules partner-rules; fi
`;
}

/** A text between single quotes of fish. */
const quotedForFish = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

function fish(): string {
  const start = 'complete -c partner-rules';
  const none = `not __fish_seen_subcommand_from ${names.join(' ')}`;
  const rows = [
    '# Completion of partner-rules in fish: partner-rules completion fish | source',
    `${start} -f`,
    ...forEveryCommand.map(
      (name) => `${start} -n '${none}' -l ${name} -d ${quotedForFish(optionUsage(name).about)}`,
    ),
    ...commandUsages.map(
      ({ name, about }) => `${start} -n '${none}' -a ${name} -d ${quotedForFish(about)}`,
    ),
  ];
  for (const usage of commandUsages) {
    const seen = `${start} -n '__fish_seen_subcommand_from ${usage.name}'`;
    if (usage.words.length > 0) rows.push(`${seen} -a '${usage.words.join(' ')}'`);
    if (usage.takesFiles) rows.push(`${seen} -F`);
    for (const option of optionsOf(usage)) {
      const { type, words, isFile, about } = optionUsage(option);
      const known = option === 'format' ? formatsOf(usage) : words;
      const value = type === 'boolean' ? '' : isFile ? ' -r -F' : ' -x';
      const listed = known.length > 0 ? ` -a '${known.join(' ')}'` : '';
      rows.push(`${seen} -l ${option}${value}${listed} -d ${quotedForFish(about)}`);
    }
  }
  return `${rows.join('\n')}\n`;
}
