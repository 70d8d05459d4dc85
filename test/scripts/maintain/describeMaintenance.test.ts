import { toFailureWords } from "../../../Solution/engine/domain/failure/Failure";
import { describeMaintenance, withAlerts } from "../../../scripts/maintain/describeMaintenance";

const quiet = { handled: 0, failed: 0, isFinished: true, stopped: null };

test("a run that found nothing says so in one line", () => {
  const line = describeMaintenance({ kind: "ran", reports: { messages: quiet, sweep: quiet }, isFinished: true });

  expect(line).toEqual({ words: "Done: nothing waited.", needsPerson: false, isFinished: true });
});

test("a run says what it looked into, what failed of it, and that more is left", () => {
  const reports = {
    messages: { ...quiet, handled: 3, failed: 1 },
    sweep: { ...quiet, handled: 2, isFinished: false, stopped: "outOfTime" as const },
  };

  const { words, isFinished, needsPerson } = describeMaintenance({ kind: "ran", reports, isFinished: false });

  expect(words).toBe(
    "Done: 3 waiting messages (1 failed and wait; Setup and health says why), 2 changes in Partner Center. More is left; the next run goes on.",
  );
  expect({ isFinished, needsPerson }).toEqual({ isFinished: false, needsPerson: false });
});

test("what stops tasks is told once, with who repairs it", () => {
  const stopped = toFailureWords("partnerCenter.mfaRequired");
  const reports = { sweep: { ...quiet, stopped }, fullPass: { ...quiet, stopped } };

  const { words, needsPerson } = describeMaintenance({ kind: "ran", reports, isFinished: true });

  expect(words.split(stopped.words)).toHaveLength(2);
  expect(words).toContain(stopped.fix);
  expect(words).toContain("(for the administrator of the connector)");
  expect(needsPerson).toBe(true);
});

test("what passes by itself needs nobody", () => {
  const stopped = { ...toFailureWords("partnerCenter.mfaRequired"), owner: "nobody" as const };

  const line = describeMaintenance({ kind: "ran", reports: { sweep: { ...quiet, stopped } }, isFinished: true });

  expect(line.words).toContain("(it passes by itself)");
  expect(line.needsPerson).toBe(false);
});

test("a run that meets another one leaves the work to it", () => {
  expect(describeMaintenance({ kind: "busy" }).words).toBe("Nothing to do: another run is at it.");
});

const line = { words: "Done: nothing waited.", needsPerson: false, isFinished: true };
const alert = { cause: "signIn", title: "Sign-in", words: "It ends soon.", fix: "Sign in again.", isProblem: false };

test("what stands is in the line, and a problem needs somebody", () => {
  const warned = withAlerts(line, { raised: [], standing: [alert], people: 0 });
  const told = withAlerts(line, { raised: [alert], standing: [{ ...alert, isProblem: true }], people: 2 });

  expect(warned).toMatchObject({
    words: "Done: nothing waited. Sign-in: It ends soon. Sign in again.",
    needsPerson: false,
  });
  expect(told).toMatchObject({
    words: "Done: nothing waited. Sign-in: It ends soon. Sign in again. Told in the app: 2.",
    needsPerson: true,
  });
});

test("where nothing stands, nothing is added", () => {
  expect(withAlerts(line, { raised: [], standing: [], people: 0 })).toEqual(line);
});
