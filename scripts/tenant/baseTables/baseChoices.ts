import type { GlobalChoice } from "../dataverse/metadata";

const channels = [
  "Other",
  "Facebook",
  "Twitter",
  "LINE",
  "WeChat",
  "Cortana",
  "Direct Line",
  "Microsoft Teams",
  "Direct Line Speech",
  "Email",
  "GroupMe",
  "Kik",
  "Telegram",
  "Skype",
  "Slack",
  "WhatsApp",
];

/** Global choices of the platform that solutions take options from. */
export const baseChoices: readonly GlobalChoice[] = [
  {
    name: "socialprofile_community",
    displayName: "Social Channel",
    options: channels.map((label, value) => ({ value, label })),
  },
];
