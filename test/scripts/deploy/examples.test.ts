import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { readCredentials } from "../../../scripts/environment/signIn";

const root = resolve(__dirname, "../../..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };

const folders = ["scripts/deploy/examples", "scripts/maintain/examples"];
const examples = folders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));
const guides = ["administrators", "data-protection", "operators", "troubleshooting"];
const documents = [
  "README.md",
  "scripts/deploy/README.md",
  "scripts/maintain/README.md",
  ...guides.map((name) => `Solution/guides/${name}.md`),
];
const read = (path: string): string => readFileSync(join(root, path), "utf8");

interface Call {
  script: string;
  options: string[];
}

/** The npm scripts that a text calls, with the options behind `--`. */
const callsIn = (text: string): Call[] =>
  [...text.matchAll(/\bnpm run (?:-s )?([a-z]+)((?: [^\n`|&>]*)?)/g)].map(([, script = "", rest = ""]) => ({
    script,
    options: [...rest.matchAll(/ (--[a-z-]{2,})/g)].map(([, option = ""]) => option),
  }));

const usage = JSON.parse(
  execFileSync(
    process.execPath,
    ["--input-type=module", "-e", 'import { usage } from "./scripts/usage.mjs"; console.log(JSON.stringify(usage))'],
    { cwd: root, encoding: "utf8" },
  ),
) as Record<string, string>;

test.each([...examples, ...documents])("every command in %s is one of ours, with options that it has", (path) => {
  for (const { script, options: given } of callsIn(read(path))) {
    expect(Object.keys(scripts)).toContain(script);
    const options = given.filter((option) => option !== "--help" && usage[script] !== undefined);
    for (const option of options) expect(usage[script]).toContain(`${option} `);
  }
});

test("a pipeline that calls what there is not is found", () => {
  expect(callsIn("run: npm run deploi -- --url x --dry-run | tee log --no")).toEqual([
    { script: "deploi", options: ["--url", "--dry-run"] },
  ]);
});

test.each(examples)("%s names only environment variables that are read", (path) => {
  const known = [...Object.keys(credentialNames), "DATAVERSE_URL"];
  for (const [name] of read(path).matchAll(/DATAVERSE_[A-Z_]+/g)) expect(known).toContain(name);
});

const credentialNames = {
  DATAVERSE_ACCESS_TOKEN: "accessToken",
  DATAVERSE_CLIENT_ID: "clientId",
  DATAVERSE_CLIENT_SECRET: "clientSecret",
  DATAVERSE_TENANT_ID: "tenantId",
};

test("those are the names that signing in reads", () => {
  const names = Object.keys(credentialNames);
  const read = readCredentials(Object.fromEntries(names.map((name) => [name, name])));
  expect(Object.values(read).sort()).toEqual(names.sort());
});

interface Step {
  uses?: string;
  run?: string;
}

interface Workflow {
  on: Record<string, unknown>;
  jobs: Record<string, { needs?: string; environment?: string; steps: Step[] }>;
}

test("the workflow builds and verifies once, and lets only what staging took into production", () => {
  const { jobs } = parse(read("scripts/deploy/examples/github-workflow.yml")) as Workflow;

  expect(Object.entries(jobs).map(([name, { needs, environment }]) => [name, needs, environment])).toEqual([
    ["package", undefined, undefined],
    ["staging", "package", "staging"],
    ["production", "staging", "production"],
  ]);
  const runs = (job: string) => jobs[job]?.steps.flatMap(({ run }) => run ?? []).join("\n");
  expect(runs("package")).toMatch(/run build[^]*run verify/);
  for (const job of ["staging", "production"]) expect(runs(job)).toMatch(/run deploy[^]*run health/);
  for (const job of ["staging", "production"]) expect(runs(job)).not.toContain("run build");
});

interface Pipeline {
  stages: { stage: string; dependsOn?: string; jobs: object[] }[];
}

test("the pipeline does the same", () => {
  const { stages } = parse(read("scripts/deploy/examples/azure-pipelines.yml")) as Pipeline;

  expect(stages.map(({ stage, dependsOn }) => [stage, dependsOn])).toEqual([
    ["package", undefined],
    ["staging", "package"],
    ["production", "staging"],
  ]);
  const scriptsOf = (at: number) => JSON.stringify(stages[at]?.jobs);
  expect(scriptsOf(0)).toMatch(/run build.*run verify/);
  for (const at of [1, 2]) expect(scriptsOf(at)).toMatch(/run deploy.*run health/);
});

test("the scheduled workflow maintains by the clock", () => {
  const { on, jobs } = parse(read("scripts/maintain/examples/github-schedule.yml")) as Workflow;

  expect(on).toHaveProperty("schedule");
  expect(jobs["maintain"]?.steps.at(-1)?.run).toBe("npm run maintain");
});

test("the container's one script is bundled as its Dockerfile says, and runs without this repository", () => {
  const dockerfile = read("scripts/maintain/examples/Dockerfile");
  const [, bundling = ""] = /^RUN npx (esbuild .*) --outfile=/m.exec(dockerfile) ?? [];
  const folder = mkdtempSync(join(tmpdir(), "maintain-"));
  const outfile = join(folder, "maintain.cjs");

  execFileSync("npx", [...bundling.split(" "), "--log-level=error", `--outfile=${outfile}`], { cwd: root });
  const done = spawnSync(process.execPath, [outfile, "--every", "5"], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", DATAVERSE_URL: "https://contoso.crm.dynamics.com" },
    encoding: "utf8",
  });

  expect(done.stderr).toContain('--every takes a time such as 90s, 5m or 1h, not "5".');
  expect(done.status).toBe(2);
});

test.each(documents)("every file that %s names is there", (path) => {
  const folder = join(root, path, "..");
  for (const [, link = ""] of read(path).matchAll(/\]\(([^)#]+)[^)]*\)/g))
    if (!link.startsWith("http")) expect([link, existsSync(join(folder, link))]).toEqual([link, true]);
});
