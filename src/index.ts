export * from './customers/index.ts';
export * from './kernel/index.ts';
export * from './markets/index.ts';
export * from './resellers/index.ts';
export * from './reservations/index.ts';
export * from './roles/index.ts';
export * from './software/index.ts';
export * from './support/index.ts';
