/** Whoever reads no table of the connector lacks the role; the platform names the privilege in any language. */
export const namesOwnPrivilege = (reason: unknown): boolean => {
  const { message } = Object(reason) as { message?: unknown };
  return typeof message === "string" && /prvReadcosell_/i.test(message);
};
