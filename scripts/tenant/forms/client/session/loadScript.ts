const loading = new Map<string, Promise<void>>();

/** Loads a classic script into the page, once, however many ask for it; its globals are there when this is done. */
export function loadScript(address: string): Promise<void> {
  const known = loading.get(address);
  if (known) return known;
  const loaded = append(address).catch((error: unknown) => {
    // Whoever asks again tries again.
    loading.delete(address);
    throw error;
  });
  loading.set(address, loaded);
  return loaded;
}

function append(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`The script ${address} is not in this tenant.`));
    };
    document.head.append(script);
  });
}
