import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const say = (text: string) => ({ messages: [{ role: "user" as const, content: { type: "text" as const, text } }] });

/** Beginnings of a conversation that people pick in their client. */
export const addPrompts = (server: McpServer): void => {
  server.registerPrompt(
    "share-a-deal",
    { title: "Share a deal with Microsoft", argsSchema: { topic: z.string().max(200) } },
    ({ topic }) =>
      say(
        `Find the opportunity whose topic has ${JSON.stringify(topic)}, tell me what is missing before it can be shared with Microsoft, and preview sharing it. Show me what would be sent; apply it only if I agree.`,
      ),
  );
  server.registerPrompt("answer-microsoft", { title: "Answer the deals that Microsoft offers" }, () =>
    say(
      "List the deals that wait for our answer to Microsoft, the earliest due first, with customer, value and days left. Ask me for each whether to accept or decline it, and preview before you apply.",
    ),
  );
  server.registerPrompt("decide-conflicts", { title: "Decide conflicts" }, () =>
    say(
      "Find deals with the status Conflict. For each open conflict show both values side by side and ask me which counts; preview each decision before you apply it.",
    ),
  );
};
