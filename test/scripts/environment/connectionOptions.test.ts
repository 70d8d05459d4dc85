import { readDeployOptions } from "../../../scripts/deploy/deployOptions";
import { readMaintainOptions } from "../../../scripts/maintain/maintainOptions";

const url = "https://contoso.crm4.dynamics.com";
const deploy = (args: string[], env: Record<string, string> = {}) => readDeployOptions(args, env, false);
const maintain = (args: string[]) => readMaintainOptions(args, { DATAVERSE_URL: url }, false);

test.each([
  ["no address", [], "Say which environment: --url"],
  ["something that is no address", ["--url", "contoso"], "is no address"],
  ["the maker portal", ["--url", "https://make.powerapps.com/environments/x"], "is a portal, and no environment"],
  ["an address without https", ["--url", "http://contoso.crm.dynamics.com"], "is not protected"],
  ["a name that only looks like this machine", ["--url", "http://localhost.contoso.com"], "is not protected"],
  ["an option that there is not", ["--urll", "x"], "npm run deploy -- --help says what there is"],
])("%s is refused by words", (_name, args, words) => {
  expect(deploy(args)).toEqual({ refusal: expect.stringContaining(words) as unknown });
});

test.each([
  ["the address of a form in it", `${url}/main.aspx?pagetype=entitylist`],
  ["a slash at its end", `${url}/`],
])("an address with %s is taken for its environment", (_name, address) => {
  expect(deploy(["--url", address])).toMatchObject({ address: url });
});

test("the local tenant needs no https", () => {
  expect(deploy(["--url", "http://localhost:4270"])).toMatchObject({ address: "http://localhost:4270" });
});

test("environment variables say what the command line leaves out", () => {
  const env = {
    DATAVERSE_URL: url,
    DATAVERSE_SETTINGS_FILE: "a.json",
    DATAVERSE_CLIENT_ID: "app",
    DATAVERSE_CLIENT_SECRET: "s",
  };

  expect(deploy([], env)).toMatchObject({
    address: url,
    settingsFile: "a.json",
    credentials: { clientId: "app", clientSecret: "s" },
    isAttended: false,
  });
  expect(deploy(["--settings", "b.json"], env)).toMatchObject({ settingsFile: "b.json" });
});

test("whoever asks for a code signs in as a person, whatever secrets are set", () => {
  const env = { DATAVERSE_URL: url, DATAVERSE_CLIENT_SECRET: "s", DATAVERSE_ACCESS_TOKEN: "t" };

  expect(deploy(["--device-code"], env)).toMatchObject({ credentials: {}, isAttended: true });
});

test.each([
  ["90s", 90_000],
  ["5m", 300_000],
  ["1h", 3_600_000],
])("--every %s is %i ms", (every, everyMs) => {
  expect(maintain(["--every", every])).toMatchObject({ everyMs });
});

test.each(["5", "5 m", "-5m", "0.5h", "59s", "0m"])("--every %s is refused", (every) => {
  expect(maintain(["--every", every])).toHaveProperty("refusal");
});
