import { examplesOf, type Example } from "./Example";

const batch = examplesOf("webapi/execute-batch-operations-using-web-api");

const multipart = {
  "content-type": 'multipart/mixed; boundary="b"',
  "if-none-match": "null",
  accept: "application/json",
};
const http = (request: string, body?: object, contentId?: number): string =>
  [
    "Content-Type: application/http",
    "Content-Transfer-Encoding: binary",
    ...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
    "",
    `${request} HTTP/1.1`,
    ...(body ? ["Content-Type: application/json; type=entry", "", JSON.stringify(body)] : ["", ""]),
  ].join("\r\n");
const parts = (boundary: string, contents: readonly string[]): string =>
  [...contents.flatMap((content) => [`--${boundary}`, content]), `--${boundary}--`, ""].join("\r\n");
const changeSet = (contents: readonly string[]): string =>
  ["Content-Type: multipart/mixed; boundary=c", "", parts("c", contents)].join("\r\n");
const newContact = (lastname: string) => ({
  lastname,
  "parentcustomerid_account@odata.bind": "accounts({new:accounts})",
});

export const batches: readonly Example[] = [
  batch(
    "POST $batch",
    { text: /(?:204 No Content[\s\S]*){2}200 OK[\s\S]*"In batch 1"/ },
    {
      body: parts("b", [
        http("POST /api/data/v9.2/contacts", newContact("In batch 1")),
        http("POST /api/data/v9.2/contacts", newContact("In batch 2")),
        http(
          "GET /api/data/v9.2/contacts?$select=lastname&$filter=startswith(lastname,'In%20batch')&$orderby=lastname",
        ),
      ]),
      headers: multipart,
    },
  ),
  batch(
    "POST $batch",
    { text: /Content-ID: 1[\s\S]*Content-ID: 2[\s\S]*"In change set 1"/ },
    {
      body: parts("b", [
        changeSet([
          http("POST /api/data/v9.2/contacts", newContact("In change set 1"), 1),
          http("POST /api/data/v9.2/contacts", newContact("In change set 2"), 2),
        ]),
        http(
          "GET /api/data/v9.2/contacts?$select=lastname&$filter=startswith(lastname,'In%20change')&$orderby=lastname",
        ),
      ]),
      headers: multipart,
    },
  ),
  batch(
    "POST $batch",
    { text: /(?:204 No Content[\s\S]*){3}/ },
    {
      body: parts("b", [
        changeSet([
          http("POST {root}leads", { firstname: "f", lastname: "l", subject: "s" }, 1),
          http("POST {root}contacts", { firstname: "first name", lastname: "x" }, 2),
          http(
            "POST {root}accounts",
            { name: "IcM", "originatingleadid@odata.bind": "$1", "primarycontactid@odata.bind": "$2" },
            3,
          ),
        ]),
      ]),
      headers: multipart,
    },
  ),
  batch(
    "POST $batch",
    { text: /(?:204 No Content[\s\S]*){2}/ },
    {
      body: parts("b", [
        changeSet([
          http("POST /api/data/v9.2/contacts", { lastname: "URL" }, 1),
          http("PUT $1/lastname", { value: "BBB" }, 2),
        ]),
      ]),
      headers: multipart,
    },
  ),
  batch(
    "POST $batch",
    { status: 400, text: /"code":"0x80060888"/ },
    {
      body: parts("b", [http("GET /api/data/v9.2/accounts?$select=nme"), http("GET /api/data/v9.2/WhoAmI")]),
      headers: multipart,
    },
  ),
  batch(
    "POST $batch",
    { text: /0x80060888[\s\S]*WhoAmIResponse/ },
    {
      body: parts("b", [http("GET /api/data/v9.2/accounts?$select=nme"), http("GET /api/data/v9.2/WhoAmI")]),
      headers: { ...multipart, prefer: "odata.continue-on-error" },
    },
  ),
  batch(
    "POST $batch",
    { status: 400, json: { error: {} } },
    { body: parts("b", [changeSet([http("GET /api/data/v9.2/WhoAmI", undefined, 1)])]), headers: multipart },
  ),
  examplesOf("webapi/retrieve-and-execute-predefined-queries")(
    "POST $batch",
    { text: /200 OK[\s\S]*Contoso/ },
    {
      body: parts("b", [
        http(
          "GET {root}accounts?fetchXml=%3Cfetch%20mapping='logical'%3E%3Centity%20name='account'%3E%3Cattribute%20name='accountid'/%3E%3Cattribute%20name='name'/%3E%3Cattribute%20name='telephone1'/%3E%3C/entity%3E%3C/fetch%3E",
        ),
      ]),
      headers: multipart,
    },
  ),
];
