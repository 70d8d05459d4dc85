import { describeFailure } from "../../../scripts/environment/describeFailure";

const address = "https://contoso.crm.dynamics.com";

test.each<[object, string, string]>([
  [{ code: "ENOTFOUND" }, "No server is called contoso.crm.dynamics.com.", "Environment URL"],
  [{ code: "ECONNREFUSED" }, "does not answer", "Power Platform administrator"],
  [{ code: "SELF_SIGNED_CERT_IN_CHAIN" }, "is not trusted here", "NODE_EXTRA_CA_CERTS"],
  [{ status: 401, code: "0x80041d1f" }, "does not accept the sign-in", "Sign in anew"],
  [{ status: 403, code: "0x80072560" }, "may not do this", "Application users"],
  [{ status: 404 }, "There is no Dataverse Web API", "Environment URL"],
  [{ status: 404, code: "0x80060888" }, "refused the request", "System Administrator"],
  [{ status: 429, code: "0x80072322" }, "takes no more requests", "Wait some minutes"],
  [{ status: 503 }, "failed to answer (503)", "Service health"],
])("%j says what happened, and who can do what", (failure, happened, remedy) => {
  const problem = describeFailure(Object.assign(new Error("its own words"), failure), address);

  expect(problem.happened).toContain(happened);
  expect(problem.remedy).toContain(remedy);
});

test.each([
  ["prvImportCustomization", "System Customizer"],
  ["prvCreatecosell_Message", "Co-sell Integration"],
])("a missing privilege %s is told with the role that has it", (privilege, role) => {
  const failure = { status: 403, message: `Principal user (Id=1, type=8) is missing ${privilege} privilege.` };
  const problem = describeFailure(failure, address);

  expect(problem.happened).toContain(privilege);
  expect(problem.remedy).toContain(role);
});
