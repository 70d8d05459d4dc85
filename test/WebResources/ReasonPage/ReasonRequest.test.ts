import { readReasonRequest } from "../../../WebResources/ReasonPage/ReasonRequest";

const request = { key: "k", about: "Deal & Co", kind: "closeLost" };
const encoded = encodeURIComponent(JSON.stringify(request));

test.each([
  ["as it was given", `?data=${encoded}`],
  ["with a capital letter and beside others, as the platform may write it", `?preloadcache=1&Data=${encoded}`],
])("reads the request %s", (_how, search) => {
  expect(readReasonRequest(search)).toEqual(request);
});

test.each(["", "?data=", "?data=%7B", "?data=null", "?data=%7B%22key%22%3A1%7D"])("none in %p", (search) => {
  expect(readReasonRequest(search)).toBeNull();
});
