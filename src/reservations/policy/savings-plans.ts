import type { Product } from './products.ts';

/** What is known of the services that savings plans cover (AZR-10). The list is open: of other products nothing is known. */
export const savingsPlanServices: Readonly<Partial<Record<Product, boolean>>> = Object.freeze({
  VirtualMachines: true,
  AppService: true,
  SqlDatabases: true,
  AVS: false,
});
