import type { ImportParameters, Host, CliWrapper } from "../../../../scripts/deploy/pac/CliWrapper";
import { deployWithPac, readPacTarget } from "../../../../scripts/deploy/pac/deployWithPac";

const env = {
  DATAVERSE_URL: "https://contoso.crm.dynamics.com",
  DATAVERSE_TENANT_ID: "tenant",
  DATAVERSE_CLIENT_ID: "client",
  DATAVERSE_CLIENT_SECRET: "secret",
};

it("names every setting that is missing", () => {
  expect(readPacTarget({ DATAVERSE_URL: "x" })).toEqual({
    missing: ["DATAVERSE_TENANT_ID", "DATAVERSE_CLIENT_ID", "DATAVERSE_CLIENT_SECRET"],
  });
});

it("hands the package, the environment and the settings file to the CLI", async () => {
  const calls: { parameters: ImportParameters; host: Host }[] = [];
  const cli: CliWrapper = {
    importSolution: async (parameters, _runner, host) => void calls.push({ parameters, host }),
  };
  const target = readPacTarget({ ...env, DATAVERSE_SETTINGS_FILE: "settings.json" });
  if ("missing" in target) throw new Error("The target is complete.");
  await deployWithPac(cli, "out/CoSellConnector_managed.zip", target);
  const { parameters, host } = calls[0] ?? {};
  if (!parameters || !host) throw new Error("The CLI was not called.");
  expect(parameters.environmentUrl).toBe("https://contoso.crm.dynamics.com");
  expect(host.getInput(parameters.path)).toBe("out/CoSellConnector_managed.zip");
  expect(host.getInput(parameters.useDeploymentSettingsFile)).toBe("true");
  expect(host.getInput(parameters.deploymentSettingsFile)).toBe("settings.json");
  expect(host.getInput(parameters.forceOverwrite)).toBeUndefined();
});
