/** A port that nothing in a test should use: every call of it fails. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- it stands for any port
export const absentPort = <Port extends object>(name: string): Port =>
  new Proxy({} as Port, {
    get: (_port, operation) => () => Promise.reject(new Error(`${name} ${String(operation)} is not expected here`)),
  });
