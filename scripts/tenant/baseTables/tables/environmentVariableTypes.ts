/** Types of environment variables, by the numbers of the `type` column. */
export const environmentVariableTypes = {
  String: 100000000,
  Number: 100000001,
  Boolean: 100000002,
  JSON: 100000003,
  "Data Source": 100000004,
  Secret: 100000005,
} as const;
