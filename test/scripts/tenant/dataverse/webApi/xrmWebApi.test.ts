import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import type * as XrmWebApi from "xrm-webapi";
import { describeInBrowser, launchBrowser } from "../../../../support/browser";
import { startWebApi, type TestWebApi } from "../support/startWebApi";

declare const xrmWebApi: typeof XrmWebApi;

async function bundleClient(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from "xrm-webapi";`, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "xrmWebApi",
  });
  return outputFiles[0]?.text ?? "";
}

describeInBrowser("xrm-webapi in a browser", () => {
  let api: TestWebApi;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    api = await startWebApi();
    browser = await launchBrowser();
    page = await browser.newPage();
    // Given an address of its own the client drops a slash of it; on a form it asks Xrm.
    await page.addInitScript({
      content: "window.GetGlobalContext = () => ({ getClientUrl: () => location.origin });",
    });
    await page.goto(api.root);
    await page.addScriptTag({ content: await bundleClient() });
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  test("creates, reads, updates and deletes an opportunity", async () => {
    const seen = await page.evaluate(
      async () => {
        const config = () => new xrmWebApi.WebApiConfig("9.2");
        const data = { name: "Größe & <more>", rating: 1 };
        const created = await xrmWebApi.createWithReturnData(config(), "opportunities", data, "$select=name,rating");
        const id = xrmWebApi.parseGuid(String(created.opportunityid));
        await xrmWebApi.update(config(), "opportunities", id, { name: "Renamed" });
        const annotated = { includeFormattedValues: true };
        const read = await xrmWebApi.retrieve(config(), "opportunities", id, "$select=name,rating", annotated);
        await xrmWebApi.updateProperty(config(), "opportunities", id, "rating", 3);
        await xrmWebApi.deleteProperty(config(), "opportunities", id, "rating");
        const emptied = await xrmWebApi.retrieve(config(), "opportunities", id, "$select=rating");
        await xrmWebApi.deleteRecord(config(), "opportunities", id);
        const error = await xrmWebApi.retrieve(config(), "opportunities", id).catch((cause: unknown) => cause);
        return { created, read, emptied, error: error as { message: string } };
      },
      api.root.slice(0, -1),
    );

    expect(seen.created).toMatchObject({ name: "Größe & <more>", rating: 1 });
    expect(seen.read).toMatchObject({ name: "Renamed", "rating@OData.Community.Display.V1.FormattedValue": "Hot" });
    expect(seen.emptied).toMatchObject({ rating: null });
    expect(seen.error.message).toContain("Does Not Exist");
  });

  test("pages to the last row, each row once", async () => {
    for (const name of ["a", "b", "c", "d", "e"]) await api.create("accounts", { name });
    const names = await page.evaluate(
      async () => {
        const config = () => new xrmWebApi.WebApiConfig("9.2");
        const paged = { maxPageSize: 2 };
        const found: unknown[] = [];
        let result = await xrmWebApi.retrieveMultiple(config(), "accounts", "$select=name&$orderby=name", paged);
        for (;;) {
          found.push(...(result.value as { name: string }[]).map(({ name }) => name));
          const next = (result as unknown as Record<string, string | undefined>)["@odata.nextLink"];
          if (next === undefined) return found;
          // It encodes the link once more; what is encoded already has to be taken back before.
          result = await xrmWebApi.retrieveMultipleNextPage(config(), decodeURI(next), paged);
        }
      },
      api.root.slice(0, -1),
    );
    expect(names).toEqual(["a", "b", "c", "d", "e"]);
  });
});
