const byExtension: Record<string, string> = {
  css: "text/css; charset=utf-8",
  gif: "image/gif",
  htm: "text/html; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  jpg: "image/jpeg",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  png: "image/png",
  resx: "text/xml; charset=utf-8",
  svg: "image/svg+xml",
  woff: "font/woff",
  xml: "text/xml; charset=utf-8",
};

/** Extension by `webresourcetype`; web resources need not have one in their name. */
const extensionByWebResourceType: Record<number, string> = {
  1: "html",
  2: "css",
  3: "js",
  4: "xml",
  5: "png",
  6: "jpg",
  7: "gif",
  9: "xml",
  10: "ico",
  11: "svg",
  12: "resx",
};

const fallback = "application/octet-stream";

export const contentTypeOfFile = (path: string): string =>
  byExtension[path.slice(path.lastIndexOf(".") + 1).toLowerCase()] ?? fallback;

export const contentTypeOfWebResource = (webResourceType: number): string =>
  byExtension[extensionByWebResourceType[webResourceType] ?? ""] ?? fallback;
