import type { Route } from "./FormRequest";

/**
 * The page behind every address of the app. React is 17 because that is what model-driven apps load for controls that
 * declare 16.14; the globals are the names pcf-scripts writes into bundles.
 */
const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Dynamics 365 – local tenant</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/tenant/client/main.css" />
    <script src="/tenant/client/platform.js"></script>
    <script src="/tenant/static/react.js"></script>
    <script src="/tenant/static/react-dom.js"></script>
    <script src="/tenant/static/fluentui-react.js"></script>
    <script src="/tenant/client/main.js" defer></script>
  </head>
  <body>
    <div id="app"></div>
  </body>
</html>
`;

export const pageRoute: Route = async ({ path }) =>
  path === "/" || path === "/main.aspx" ? { status: 200, contentType: "text/html; charset=utf-8", body: html } : null;
