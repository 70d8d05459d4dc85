import { onlySupported } from "../xrm/onlySupported";

const members = [
  "captureAudio",
  "captureImage",
  "captureVideo",
  "getBarcodeValue",
  "getCurrentPosition",
  "pickFile",
] as const;

/** `context.device`: every call is refused, as on a computer without the device. */
export const createDevice = () =>
  onlySupported(
    "context.device",
    Object.fromEntries(
      members.map((member) => [
        member,
        () => Promise.reject(new Error(`context.device.${member} is not supported by the local tenant.`)),
      ]),
    ),
  );
