const attribute = "data-library";

/** Loads a classic script into the page, once; its globals are there when this is done. */
export function loadScript(address: string): Promise<void> {
  const known = document.querySelector(`script[${attribute}="${CSS.escape(address)}"]`);
  if (known) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.setAttribute(attribute, address);
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`The script ${address} is not in this tenant.`));
    };
    document.head.append(script);
  });
}
