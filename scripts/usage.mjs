/**
 * What each npm command answers to `--help`; one that is not here answers by itself. Read before anything is installed, so it
 * may use nothing but Node.
 */
export const usage = {
  build: `npm run build [-- --fresh]
Builds engine, scripts, controls and both packages into out/; what did not change is left as it is.
  --fresh             empties out/ first
  --plugin package    also makes the plug-in package (NuGet) of the same sources, in out/pluginPackage; needs the .NET SDK.
                      Both solution packages keep the linked assembly: Solution/plugin/README.md says why`,

  start: `npm start [-- options]
Builds the managed package, imports it into the local tenant, and serves the Opportunity form beside the Partner Center sandbox.
  --fresh             start from empty data
  --unconfigured      as after the import: sign-in, flows and webhook are left to you (takes --fresh along)
  --port N            the tenant's port (4270); 0 takes a free one
  --sandbox-port N    the sandbox's port (4280); 0 takes a free one
  --lang NAME         what users speak, such as de, pt-BR or 1025 (en)
  --host NAME         what runs the plug-in: dotnet, mono or node (the best one present)`,

  test: `npm test [-- pattern ...]
Builds, checks format, types, lint and dead code, and runs every test; with patterns, only the tests whose path holds one of them.`,

  verify: `npm run verify -- package.zip ...
Holds solution packages against the rules of the solution format and names each rule that is broken.`,

  pack: `npm run pack -- --folder FOLDER --type managed|unmanaged [options]
Makes a solution package of any folder that SolutionPackager (pac solution unpack, pac solution clone) wrote, and says what of the folder
is no part of it. Ends with 0, with 1 where the folder is not whole (and what to do), with 2 when it can't be understood.
  --folder FOLDER     the folder that holds Other/Solution.xml
  --type TYPE         managed or unmanaged. Managed takes X_managed.xml in the place of X.xml, and leaves out an X.xml without one
  --out FILE          where to (out/<unique name>_<type>.zip)
  --use-unmanaged-for-missing-managed
                      take X.xml where X_managed.xml is missing
  --ignore NAME       a folder beside Other that is no part of the solution; may be said again
npm run verify -- FILE then holds the package against the rules of the solution format.`,

  pictures: `npm run pictures
Takes the pictures of the guides anew, from a tenant of its own with the built package and the states of the gallery, and writes down the
texts that they show (Solution/guides/pictures). Needs Chromium at /usr/bin/chromium.`,

  bench: `npm run bench
Measures the sizes of what ships, and the time of a sync on each plug-in host that is present.`,

  deploy: `npm run deploy -- --url https://contoso.crm.dynamics.com [options]
Imports the built managed package into a Dataverse environment: checks it there, imports it, waits, publishes; a higher version
replaces the installed one. Ends with 0 when it is in, with 1 when it is not (and why), with 2 when it can't be understood.
  --url ADDRESS       the environment (or DATAVERSE_URL)
  --settings FILE     values for this environment, as npm run settings writes them (or DATAVERSE_SETTINGS_FILE)
  --dry-run           say what would happen, and change nothing
  --update            overwrite, and leave components that the new version no longer has
  --force             import although this version, or a higher one, is installed
  --package FILE      another package than out/CoSellConnector_managed.zip
  --device-code       sign in as a person, by a code on Microsoft's page
  --with-pac          import with @microsoft/powerplatform-cli-wrapper and pac instead, where both are present
Signs in with DATAVERSE_CLIENT_ID and DATAVERSE_CLIENT_SECRET (and DATAVERSE_TENANT_ID, where it is not the environment's own),
or with DATAVERSE_ACCESS_TOKEN, or else by a code.`,

  settings: `npm run settings [-- options]
Writes a deployment settings file of the built package, in the shape of pac, for npm run deploy -- --settings. What stays empty in it
changes nothing.
  --out FILE          where to; without it to standard output
  --url ADDRESS       fill in what this environment holds now (signs in as npm run deploy does; --device-code, too)
  --package FILE      another package than out/CoSellConnector_managed.zip
  --force             write over a file that is there`,

  maintain: `npm run maintain -- --url https://contoso.crm.dynamics.com [--every 5m]
Runs the connector's maintenance in an environment, in the place of the cloud flow Co-sell maintenance, and says in one line what was
done, what is wrong, and who can repair it. Ends with 0, with 1 where a person has to do something, with 2 when it can't be understood.
  --url ADDRESS       the environment (or DATAVERSE_URL)
  --every TIME        again and again, such as 5m or 1h; Ctrl+C ends it after the run that is under way
  --device-code       sign in as a person; else as npm run deploy does. The user needs the role Co-sell Integration`,

  health: `npm run health -- --url https://contoso.crm.dynamics.com
Runs the connector's self-test in an environment; a line a check, with what to do and who can. Ends with 1 where a check names a problem.
  --url ADDRESS       the environment (or DATAVERSE_URL)
  --device-code       sign in as a person; else as npm run deploy does. The user needs the role Co-sell Administrator`,

  mcp: `npm run mcp -- --url https://contoso.crm.dynamics.com
Serves the connector's tools to agents by the Model Context Protocol, over standard input and output. Clients start it without npm, whose
first lines are no protocol: node scripts/bootstrap.mjs mcp --url …, as scripts/mcp/README.md shows.
  --url ADDRESS       the environment (or DATAVERSE_URL)
  --device-code       sign in as a person; else as npm run deploy does. The user needs the role Co-sell Seller`,

  copilot: `npm run copilot -- --url https://contoso.crm.dynamics.com --client-id ID --tenant-id ID
Writes the custom connector by which Sales in Microsoft 365 Copilot asks the connector about deals, for one environment, as pac connector
create takes it. Asks nobody anything. Solution/guides/copilot.md leads through the rest.
  --url ADDRESS       the environment (or DATAVERSE_URL)
  --client-id ID      Application (client) ID of the app registration that sellers sign in by
  --tenant-id ID      Directory (tenant) ID of Microsoft Entra
  --out FOLDER        where to (out/copilot)`,

  fidelity: `npm run fidelity [-- --url https://contoso.crm.dynamics.com --write]
Holds what is believed of Microsoft's services against the local tenant or, with an address, against a real environment: prints a score
by area, and each belief that did not hold. Ends with 1 where there is one. Without --write nothing is changed there.
  --url ADDRESS       the environment; without it the local tenant, with the built package imported
  --write             also make rows, and take them away: in a test environment only
  --area NAME         only one of webApi, fetchXml, metadata, security, pipeline, solutions, forms, flows, entra, partnerCenter
  --device-code       sign in as a person; else as npm run deploy does. The user needs the role System Administrator`,

  export: `npm run export -- --url https://contoso.crm.dynamics.com --out FOLDER
Writes the connector's rows, and what opportunities and leads hold in its columns, into a folder: a JSON file a table. Before the
solution is removed, which takes them away. Secrets stay behind; npm run settings writes the settings.
  --url ADDRESS       the environment (or DATAVERSE_URL)
  --out FOLDER        where to: a folder that is empty or new
  --device-code       sign in as a person; else as npm run deploy does. The user needs the role System Administrator`,

  generate: `npm run generate
Writes the schema names of Solution/src into Solution/engine/domain/schema.ts, what is assumed of Microsoft's services, as
test/fidelity has it, into Solution/ASSUMPTIONS.md, and into Solution/guides the data dictionary and the tables of troubleshooting.`,

  translations: `npm run translations [-- TAG | -- --english]
Counts, for each language, what is missing, stale, has other places for values, or is a copy of the English text.
  TAG                 such as de-DE: name each such text; ends with 1 where there is one
  --english           every text that is to be translated, with where it stands, as JSON`,

  version: `npm version patch --no-git-tag-version
Sets the next version, and records the built controls under it: Dataverse replaces a control only when its version rises.
Any version of three numbers may stand in the place of patch.`,

  release: `npm run release [-- 1.1.0 | patch | minor | major] [options]
Makes a release: sets the version as npm version does, writes its entry on top of CHANGELOG.md, and fills out/release/<version>/ with
both packages, SHA256SUMS, the bill of materials (CycloneDX 1.6), the id ledger and the release notes. Without a version it makes the
release of the present one again: the same commit gives the same bytes. Takes a clean tree; commits nothing.
  --dry-run           build, print the notes, and change nothing outside of out/
  --tag               also commit the release, and tag it; pushing is left to you
Ends with 0, with 1 when nothing may be released (and why), with 2 when it can't be understood.`,

  prebuilt: `npm run prebuilt
Makes the committed assemblies anew where they are older than their sources. Needs the .NET SDK.`,
};
