import { type TestEnvironment, startEnvironment } from "../scripts/deploy/support/startEnvironment";
import { openEnvironmentTarget } from "./environmentTarget";
import { manifest } from "./manifest";
import { sendText } from "./runCheck";
import { scoreManifest } from "./score";

/** The local tenant in the place of a real environment: found by its address, entered with a token. */
let environment: TestEnvironment;
beforeAll(async () => {
  environment = await startEnvironment();
});
afterAll(() => environment.stop());

const open = (mayWrite: boolean) =>
  openEnvironmentTarget({
    address: environment.address,
    credentials: { accessToken: "alex.admin@contoso.example" },
    isAttended: false,
    say: () => undefined,
    mayWrite,
  });

const countRows = async (): Promise<string> => {
  const target = await open(false);
  const counts = await Promise.all(
    ["accounts", "contacts", "opportunities", "leads"].map((set) => sendText(target, `GET ${set}/$count`)),
  );
  return counts.map(({ text }) => text).join(" ");
};

test("without leave to write, an environment is read only", async () => {
  const before = await countRows();
  const target = await open(false);
  const { scores, failing } = await scoreManifest(target, manifest);
  await target.close();
  expect(failing).toEqual([]);
  expect(scores.reduce((sum, { passed }) => sum + passed, 0)).toBeGreaterThan(20);
  expect(await countRows()).toBe(before);
});

test("with leave to write, rows are made, asked for, and all taken away", async () => {
  const before = await countRows();
  const target = await open(true);
  const { scores, failing } = await scoreManifest(target, manifest);
  await target.close();
  expect(failing).toEqual([]);
  expect(scores.reduce((sum, { passed }) => sum + passed, 0)).toBeGreaterThan(200);
  expect(await countRows()).toBe(before);
});
