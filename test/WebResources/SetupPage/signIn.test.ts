import { customApis } from "../../../Solution/engine/domain/schema";
import { readSignedIn, type SignedInMessage } from "../../../WebResources/SignedInPage/SignedInMessage";
import { signIn, type SignInWindows } from "../../../WebResources/SetupPage/signIn";
import { FakeSetupClient } from "./FakeSetupClient";

const redirectUri = "https://contoso.crm.dynamics.com/WebResources/cosell_/setup/signedIn.html";
const authorizeUrl = "https://login.microsoftonline.com/t/oauth2/v2.0/authorize?x=1";

const given = (answer: SignedInMessage | null, isWindowAllowed = true) => {
  const client = new FakeSetupClient();
  client.answers[customApis.connect] = [
    { kind: "done", value: { state: "begun", words: "", fix: "", owner: "administrator", authorizeUrl } },
    { kind: "done", value: { state: "signedIn", words: "Signed in.", fix: "", owner: "nobody" } },
  ];
  const page = { closed: false, location: { href: "" }, close: jest.fn() };
  const windows: SignInWindows = {
    open: () => (isWindowAllowed ? page : null),
    waitForAnswer: () => Promise.resolve(answer),
  };
  const told: { words: string; authorizeUrl?: string }[] = [];
  const run = () => signIn(client, windows, redirectUri, (progress) => told.push(progress));
  const steps = () => client.asked.map((asked) => (asked.kind === "call" ? asked.parameters : asked));
  return { client, page, told, run, steps };
};

test("the window goes to Microsoft's page, and the code it brings back ends the sign-in", async () => {
  const { page, run, steps } = given({ code: "c0de", state: "st4te", error: "" });

  expect(await run()).toMatchObject({ state: "signedIn" });
  expect(page.location.href).toBe(authorizeUrl);
  expect(steps()).toEqual([
    { Step: "start", RedirectUri: redirectUri },
    { Step: "finish", Code: "c0de", State: "st4te", RedirectUri: redirectUri },
  ]);
});

test("a browser that allows no window gets the address to open by hand", async () => {
  const { told, run } = given({ code: "c0de", state: "st4te", error: "" }, false);

  expect(await run()).toMatchObject({ state: "signedIn" });
  expect(told).toEqual([expect.objectContaining({ authorizeUrl })]);
});

test("what cannot be begun closes the empty window and says why", async () => {
  const { client, page, run } = given(null);
  client.failures[customApis.connect] = "Your security roles do not allow this.";

  expect(await run()).toMatchObject({ state: "failed", words: "Your security roles do not allow this." });
  expect(page.close).toHaveBeenCalled();
});

test.each([
  ["a window that was closed", null, /was closed/],
  ["a refusal of Microsoft's", { code: "", state: "st4te", error: "AADSTS65004: declined" }, /AADSTS65004/],
])("%s ends in words, and nothing is redeemed", async (_what, answer, words) => {
  const { run, steps } = given(answer);

  const ended = await run();

  expect(ended).toMatchObject({ state: "declined", fix: expect.stringMatching(/again/) as string });
  expect(ended.words).toMatch(words);
  expect(steps()).toHaveLength(1);
});

test.each([
  ["#code=c%2F1&state=s&session_state=x", { code: "c/1", state: "s", error: "" }],
  ["#error=access_denied&error_description=No+thanks&state=s", { code: "", state: "s", error: "No thanks" }],
  ["#error=server_error", { code: "", state: "", error: "server_error" }],
  ["", { code: "", state: "", error: "" }],
])("the redirect page reads %s", (hash, message) => {
  expect(readSignedIn(hash)).toEqual(message);
});
