import type { GalleryItem } from "./ControlState";
import { createAuditTrail } from "./auditTrail";
import { createLeadPanel } from "./leadPanel";
import { createReasonPage, createSetupPage } from "./pages";
import { createSolutionPicker } from "./solutionPicker";
import { createSyncPanel } from "./syncPanel";

/** Every control and page with all of its states, as they are at a moment, in ms since 1970. */
export const galleryItems = (now: number): readonly GalleryItem[] => [
  createSyncPanel(now),
  createLeadPanel(now),
  createSolutionPicker(),
  createAuditTrail(now),
  createSetupPage(now),
  createReasonPage(),
];
