/** Undefined and absent are one in JSON, so they must be one in memory too, or equal referrals would differ. */
export function compact<Value extends object>(value: { [Name in keyof Value]: Value[Name] | undefined }): Value {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Value;
}
