import type { Product } from './products.ts';

/** The services that savings plans cover, and those that they do not (AZR-10). Of other products nothing is known. */
export const savingsPlanServices: Readonly<Partial<Record<Product, boolean>>> = Object.freeze({
  VirtualMachines: true,
  AppService: true,
  SqlDatabases: true,
  AVS: false,
});
