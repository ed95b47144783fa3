/** A share in per cent: `0.125` is `12.5`. */
export function percentOf(share: string): string {
  const [whole, decimals = ''] = share.split('.') as [string, string?];
  const shifted = `${whole}${decimals.slice(0, 2).padEnd(2, '0')}`.replace(/^0+(?=\d)/, '');
  const rest = decimals.slice(2);
  return rest === '' ? shifted : `${shifted}.${rest}`;
}
