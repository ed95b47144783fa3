/** The key of a request that names no customer: no customer's key is a lone `=`. */
const NOBODY = '=';

/**
 * The customer of a request, spelt so that every store takes it: letters, digits, `-` and `_` stay,
 * anything else becomes `=` and four hexadecimal digits. Two customers never share a key.
 */
export function customerKey(request) {
  const name = request?.customerId;
  if (typeof name !== 'string' || name === '' || name.length > 256) return NOBODY;
  return name.replace(/[^A-Za-z0-9_-]/gu, (char) =>
    Array.from({ length: char.length }, (_, at) => hex(char.charCodeAt(at))).join(''),
  );
}

function hex(unit) {
  return `=${unit.toString(16).padStart(4, '0')}`;
}
