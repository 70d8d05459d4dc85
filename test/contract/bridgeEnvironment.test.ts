import { randomUUID } from "node:crypto";
import { onEveryHost } from "./bridge/bridgeHosts";
import { certificateBase64, signatureBase64, signedText } from "./bridge/signedText";
import { withDriver } from "./bridge/withDriver";

onEveryHost((host) => {
  const driver = withDriver(host);

  test("environment variables: current value, else default, else null, all in one query", async () => {
    driver().organization.variables = {
      cosell_Both: { defaultValue: "d", currentValue: "c" },
      cosell_Default: { defaultValue: "d" },
      cosell_Neither: {},
    };
    const names = ["cosell_Both", "cosell_Default", "cosell_Neither", "cosell_Missing"];
    const [answer, again] = await driver().ask([
      ["env.get", { names }],
      ["env.get", { names: ["cosell_Both"] }],
    ]);
    expect(answer).toEqual({
      ok: true,
      value: { values: { cosell_Both: "c", cosell_Default: "d", cosell_Neither: null, cosell_Missing: null } },
    });
    expect(again).toEqual({ ok: true, value: { values: { cosell_Both: "c" } } });
    expect(driver().organization.scriptRequests).toMatchObject([{ op: "fetch", caller: { userId: null } }]);
  });

  test("secrets come from the message Dataverse has for them, as SYSTEM", async () => {
    driver().organization.secrets = { cosell_PartnerCenterClientSecret: "s3cret" };
    const answers = await driver().ask([
      ["secret.get", { name: "cosell_PartnerCenterClientSecret" }],
      ["secret.get", { name: "cosell_Other" }],
    ]);
    expect(answers).toEqual([
      { ok: true, value: { value: "s3cret" } },
      { ok: true, value: { value: null } },
    ]);
    expect(driver().organization.scriptRequests[0]).toMatchObject({
      message: "RetrieveEnvironmentVariableSecretValue",
      parameters: { EnvironmentVariableName: "cosell_PartnerCenterClientSecret" },
      caller: { userId: null },
    });
  });

  test("the memo outlives an execution, until it expires, and never leaves its organization", async () => {
    const organizationId = randomUUID();
    const [inAnHour, anHourAgo] = [1, -1].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
    await driver().ask(
      [
        ["memo.put", { key: "token", value: "first", expiresOn: inAnHour }],
        ["memo.put", { key: "token", value: "t", expiresOn: inAnHour }],
        ["memo.put", { key: "old", value: "o", expiresOn: anHourAgo }],
      ],
      { organizationId },
    );
    const get = [
      ["memo.get", { key: "token" }],
      ["memo.get", { key: "old" }],
      ["memo.get", { key: "never" }],
    ] as [string, unknown][];
    const values = async (organization: string) =>
      (await driver().ask(get, { organizationId: organization })).map((answer) => answer.ok && answer.value["value"]);
    expect(await values(organizationId)).toEqual(["t", null, null]);
    expect(await values(randomUUID())).toEqual([null, null, null]);
  });

  test("sha256 is that of the UTF-8 form", async () => {
    const answers = await driver().ask([
      ["crypto.sha256", { text: "" }],
      ["crypto.sha256", { text: "Zwölf 👨‍👩‍👧" }],
    ]);
    expect(answers).toEqual([
      { ok: true, value: { hex: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" } },
      { ok: true, value: { hex: "8e7333e483dc528b778668f4bd79213221c593efcc2a3c7a0d84dfca0773610e" } },
    ]);
  });

  test("a signature is checked against the certificate, which is named but not trusted by itself", async () => {
    const args = { certificateBase64, algorithm: "rsa-sha256", signatureBase64, text: signedText };
    const [genuine, altered, garbled] = await driver().ask([
      ["crypto.verifyCertificateSignature", args],
      ["crypto.verifyCertificateSignature", { ...args, text: `${signedText} ` }],
      ["crypto.verifyCertificateSignature", { ...args, signatureBase64: "AAAA" }],
    ]);
    const name = 'CN=events.contoso.example, O="Contoso, Ltd", S=Washington, C=US';
    const about = { issuer: name, subject: name, notAfter: "2126-10-29T21:52:52.000Z", chainValid: false };
    expect(genuine).toEqual({ ok: true, value: { valid: true, ...about } });
    expect(altered).toEqual({ ok: true, value: { valid: false, ...about } });
    expect(garbled).toEqual({ ok: true, value: { valid: false, ...about } });
  });

  test("signature arguments that cannot be meant are refused", async () => {
    const args = { certificateBase64, algorithm: "rsa-sha256", signatureBase64, text: signedText };
    const answers = await driver().ask([
      ["crypto.verifyCertificateSignature", { ...args, algorithm: "none" }],
      ["crypto.verifyCertificateSignature", { ...args, certificateBase64: "AAAA" }],
      ["crypto.verifyCertificateSignature", { ...args, signatureBase64: "not base64!" }],
    ]);
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code))).toEqual(
      answers.map(() => "host.invalidArguments"),
    );
  });

  test("ids are new each time, the clock tells UTC in milliseconds", async () => {
    const [first, second, now] = (
      await driver().ask([
        ["id.new", {}],
        ["id.new", {}],
        ["clock.now", {}],
      ])
    ).map((answer) => (answer.ok ? answer.value : {}));
    expect(first?.["id"]).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(second?.["id"]).not.toBe(first?.["id"]);
    const told = String(now?.["now"]);
    expect(new Date(told).toISOString()).toBe(told);
    expect(Math.abs(Date.parse(told) - Date.now())).toBeLessThan(10_000);
  });

  test("traces keep their text, braces included", async () => {
    await driver().askOne("trace", { text: "{0} of {1} }{ 100 %" });
    expect(driver().outcome?.trace[0]).toBe("{0} of {1} }{ 100 %");
  });

  test("an unknown operation is named in the refusal", async () => {
    expect(await driver().askOne("org.associate", {})).toEqual({
      ok: false,
      code: "host.unknownOperation",
      message: 'The plug-in host has no operation "org.associate".',
    });
    expect(await driver().askOne("constructor", {})).toMatchObject({ ok: false, code: "host.unknownOperation" });
  });
});
