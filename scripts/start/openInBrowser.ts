import { spawn } from "node:child_process";

/** Opens an address in the user's browser where there is a desktop; does nothing on a server. */
export function openInBrowser(address: string): void {
  const hasDesktop = process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
  if (!hasDesktop || process.env["CI"]) return;
  const command = { darwin: "open", win32: "explorer" }[process.platform as string] ?? "xdg-open";
  const opener = spawn(command, [address], { stdio: "ignore", detached: true });
  // A desktop without the opener is no fault: the address is printed as well.
  opener.on("error", () => undefined);
  opener.unref();
}
