/**
 * What each npm command answers to `--help`; one that is not here answers by itself. Read before anything is installed, so it
 * may use nothing but Node.
 */
export const usage = {
  build: `npm run build [-- --fresh]
Builds engine, scripts, controls and both packages into out/; what did not change is left as it is.
  --fresh   empties out/ first`,

  start: `npm start [-- options]
Builds the managed package, imports it into the local tenant, and serves the Opportunity form beside the Partner Center sandbox.
  --fresh             start from empty data
  --unconfigured      as after the import: sign-in, flows and webhook are left to you (takes --fresh along)
  --port N            the tenant's port (4270); 0 takes a free one
  --sandbox-port N    the sandbox's port (4280); 0 takes a free one
  --host NAME         what runs the plug-in: dotnet, mono or node (the best one present)`,

  test: `npm test [-- pattern ...]
Builds, checks format, types, lint and dead code, and runs every test; with patterns, only the tests whose path holds one of them.`,

  verify: `npm run verify -- package.zip ...
Holds solution packages against the rules of the solution format and names each rule that is broken.`,

  bench: `npm run bench
Measures the sizes of what ships, and the time of a sync on each plug-in host that is present.`,

  deploy: `npm run deploy
Imports the built managed package with @microsoft/powerplatform-cli-wrapper and pac, where both are present; the environment
variables it asks for say which environment, and as whom.`,

  generate: `npm run generate
Writes the schema names of Solution/src into Solution/engine/domain/schema.ts.`,

  version: `npm version patch --no-git-tag-version
Sets the next version, and records the built controls under it: Dataverse replaces a control only when its version rises.
Any version of three numbers may stand in the place of patch.`,

  prebuilt: `npm run prebuilt
Makes the committed assemblies anew where they are older than their sources. Needs the .NET SDK.`,
};
