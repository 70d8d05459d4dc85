/** @jest-environment jsdom */
import { ControlLibrary } from "../../../../../../scripts/tenant/forms/client/pcf/ControlLibrary";

const manifest = (resources: string): string =>
  `<manifest><control namespace="Acme" constructor="Gauge" version="1.0.0" control-type="virtual">
    <resources><code path="bundle.js"/>${resources}</resources></control></manifest>`;

const serve = (files: Record<string, string>) => {
  const asked: string[] = [];
  globalThis.fetch = jest.fn(async (address: string) => {
    asked.push(address);
    const text = files[address];
    return { ok: text !== undefined, text: async () => text };
  }) as never;
  return asked;
};

test("a control the tenant does not have is named", async () => {
  serve({});

  await expect(new ControlLibrary().load("acme_Acme.Gauge")).rejects.toThrow(
    'The code component "acme_Acme.Gauge" has no file "ControlManifest.xml" in this tenant.',
  );
});

test.each([
  ["React", "18.3.1"],
  ["Fluent", "9.46.2"],
])("platform library %s %s, which the page does not have, is refused before the bundle runs", async (name, version) => {
  const asked = serve({
    "/controls/acme_Acme.Gauge/ControlManifest.xml": manifest(
      `<platform-library name="${name}" version="${version}"/>`,
    ),
  });

  await expect(new ControlLibrary().load("acme_Acme.Gauge")).rejects.toThrow(
    `needs the platform library ${name} ${version}`,
  );
  expect(asked).toEqual(["/controls/acme_Acme.Gauge/ControlManifest.xml"]);
});

test("a declared string table that is missing is named", async () => {
  serve({
    "/controls/acme_Acme.Gauge/ControlManifest.xml": manifest(
      '<platform-library name="React" version="16.14.0"/><platform-library name="Fluent" version="8.121.1"/><resx path="strings/Gauge.1033.resx"/>',
    ),
  });

  await expect(new ControlLibrary().load("acme_Acme.Gauge")).rejects.toThrow('has no file "strings/Gauge.1033.resx"');
});
