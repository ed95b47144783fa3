/** 1234567.89 → 1,234,567.89 */
export function groupThousands(amount: string): string {
  const [whole, decimals] = amount.split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
