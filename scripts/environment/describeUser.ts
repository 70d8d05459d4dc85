import type { Environment } from "./connectEnvironment";

/** Name of the signed-in user, which proves that the environment is one and takes the sign-in. */
export async function describeUser(environment: Environment): Promise<string> {
  const { UserId: key } = await environment.ask((client) =>
    client.callFunction<{ UserId: string }>({ name: "WhoAmI" }),
  );
  const user = await environment.ask((client) =>
    client.retrieve<{ fullname: string | null; domainname: string | null }>({
      collection: "systemusers",
      key,
      select: ["fullname", "domainname"],
    }),
  );
  return `${user.fullname ?? key}${user.domainname ? ` (${user.domainname})` : ""}`;
}
