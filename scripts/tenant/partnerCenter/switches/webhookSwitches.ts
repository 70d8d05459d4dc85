/** Registration and delivery of webhooks. */
export const webhookSwitches = {
  secondRegistration: {
    values: ["refused", "overwrites"],
    default: "refused",
    unknown: "What POST does while a webhook registration exists.",
  },
} as const;
