export * from './kernel/index.ts';
export * from './reservations/index.ts';
