import type { FormAnswer, Route } from "./FormRequest";

/**
 * A page that begins with a bundle. React is 17 because that is what model-driven apps load for controls that
 * declare 16.14; the globals are the names pcf-scripts writes into bundles.
 */
export const htmlPage = (title: string, bundle: string): FormAnswer => ({
  status: 200,
  contentType: "text/html; charset=utf-8",
  body: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${bundle}.css" />
    <script src="/tenant/client/platform.js"></script>
    <script src="/tenant/static/react.js"></script>
    <script src="/tenant/static/react-dom.js"></script>
    <script src="/tenant/static/fluentui-react.js"></script>
    <script src="${bundle}.js" defer></script>
  </head>
  <body>
    <div id="app"></div>
  </body>
</html>
`,
});

/** The page behind every address of the app. */
export const pageRoute: Route = async ({ path }) =>
  path === "/" || path === "/main.aspx" ? htmlPage("Dynamics 365 – local tenant", "/tenant/client/main") : null;
