const AROUND = 60;

/** Where two texts of answers first differ, or `undefined` where they are the same. */
export function firstDifference(golden, received) {
  if (golden === received) return undefined;
  const [theirs, ours] = [golden.split('\n'), received.split('\n')];
  const line = theirs.findIndex((text, at) => text !== (ours[at] ?? ''));
  if (line < 0) return `line ${theirs.length}: more or fewer line ends`;
  const [expected, got] = [theirs[line], ours[line] ?? ''];
  const at = firstCharacter(expected, got);
  const around = (text) => text.slice(Math.max(0, at - AROUND), at + AROUND);
  return `line ${line + 1}, from character ${at + 1}: expected …${around(expected)}…, got …${around(got)}…`;
}

function firstCharacter(expected, got) {
  let at = 0;
  while (at < expected.length && expected[at] === got[at]) at += 1;
  return at;
}
