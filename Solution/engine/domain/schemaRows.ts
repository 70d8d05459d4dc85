/** Logical names of our own: each key in lower case behind our prefix. */
export const own = <Key extends string>(...keys: Key[]) =>
  Object.fromEntries(keys.map((key) => [key, "cosell_" + key.toLowerCase()])) as {
    readonly [key in Key]: `cosell_${Lowercase<key>}`;
  };

/** A table, whose identifier is named after it. */
export const table = <const Name extends string, const Set extends string, const Primary extends string>(
  logicalName: Name,
  entitySetName: Set,
  primaryName: Primary,
) => ({ logicalName, entitySetName, primaryId: `${logicalName}id`, primaryName }) as const;

/** An environment variable; null for one that has no value until an administrator gives one. */
export const setting = <const Name extends string, const Value extends string | null>(
  schemaName: Name,
  displayName: string,
  defaultValue: Value,
) => ({ schemaName, displayName, defaultValue });
