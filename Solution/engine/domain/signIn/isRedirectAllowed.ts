const maxChars = 1000;
const https = /^https:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?(?:\/[^\s"<>\\^`{|}#]*)?$/;
const loopback = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?(?:\/[^\s"<>\\^`{|}#]*)?$/;

/** Whether a sign-in may end at this address; Microsoft Entra asks beyond that that the app registration names it. */
export const isRedirectAllowed = (address: string): boolean =>
  address.length <= maxChars && (https.test(address) || loopback.test(address));
