/** The members of a record that fit. */
export const filterEntries = <Value>(
  members: Readonly<Record<string, Value>>,
  fits: (name: string, value: Value) => boolean,
): Record<string, Value> => Object.fromEntries(Object.entries(members).filter(([name, value]) => fits(name, value)));
