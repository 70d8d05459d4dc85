export const isJsonObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
