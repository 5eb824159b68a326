import type { ReactNode } from "react";
import type { Assignment, Update } from "./queries";

/** Where files stand on the page of an assignment; the page brings them. */
export interface FilePlaces {
  ofAssignment: (assignment: Assignment) => ReactNode;
  ofUpdate: (update: Update) => ReactNode;
  /** Files that go with what is being written, under the name that it has on the device. */
  ofDraft: (kept: string) => ReactNode;
  /** Files that go with what waits to be sent. */
  ofWaiting: (kept: string) => ReactNode;
}
