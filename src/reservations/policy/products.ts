const reservedResourceTypes = [
  'AVS',
  'AppService',
  'AzureDataExplorer',
  'AzureFiles',
  'BlockBlob',
  'CosmosDb',
  'DataFactory',
  'Databricks',
  'DedicatedHost',
  'MDC',
  'ManagedDisk',
  'MariaDb',
  'MySql',
  'NetAppStorage',
  'OpenAIPTU',
  'PostgreSql',
  'RedHat',
  'RedHatOsa',
  'RedisCache',
  'SapHana',
  'Sentinel',
  'SqlAzureHybridBenefit',
  'SqlDataWarehouse',
  'SqlDatabases',
  'SqlEdge',
  'SuseLinux',
  'VMwareCloudSimple',
  'VirtualMachineSoftware',
  'VirtualMachines',
] as const;

/** Products that can be reserved, by the vendor's `reservedResourceType`. */
export const products: typeof reservedResourceTypes = Object.freeze(reservedResourceTypes);

export type Product = (typeof products)[number];
