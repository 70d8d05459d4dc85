/** Names that promises, JSON, React and consoles look up on any object they meet. */
const askedOfEveryObject = new Set([
  "then",
  "toJSON",
  "$$typeof",
  "nodeType",
  "constructor",
  "prototype",
  "toString",
  "valueOf",
]);

/**
 * Refuses every member an object does not have, by name: a form script must never mistake something the tenant lacks
 * for something Dynamics 365 lacks. Members in `absent` are those Dynamics 365 leaves undefined here itself, such as
 * `getOptions` of a text attribute.
 */
export function onlySupported<Members extends object>(
  path: string,
  members: Members,
  absent?: ReadonlySet<string>,
): Members {
  return new Proxy(members, {
    get(target, member, receiver): unknown {
      if (typeof member === "symbol" || member in target) return Reflect.get(target, member, receiver);
      if (askedOfEveryObject.has(member) || absent?.has(member)) return undefined;
      throw new Error(`${path}.${member} is not supported by the local tenant.`);
    },
  });
}
