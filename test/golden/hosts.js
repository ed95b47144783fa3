import { hardZones } from './zones.js';

const turkish = { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

/** The hosts that every runtime is made into, as far as it can be; `isLike` is what must be seen of it there. */
export const hosts = [
  ...Object.keys(hardZones).map((zone) => ({ name: zone, zone })),
  { name: 'Decimal set', words: ['set-decimal'], isLike: { third: '0.334' } },
  { name: 'Turkish', env: turkish, isLike: { locale: 'tr-TR' } },
  { name: 'frozen intrinsics', flags: ['--frozen-intrinsics'], isLike: { isFrozen: true } },
  {
    name: 'all at once',
    zone: 'Pacific/Apia',
    words: ['set-decimal'],
    env: turkish,
    flags: ['--frozen-intrinsics'],
    isLike: { third: '0.334', locale: 'tr-TR', isFrozen: true },
  },
];
