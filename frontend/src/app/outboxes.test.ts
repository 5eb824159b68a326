import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { UpdateBox } from "@/features/assignments/box";
import { FileBox } from "@/features/evidence/box";
import { startSending } from "./outboxes";

test("files are taken up before the updates that they belong to are sent", async () => {
  const order: string[] = [];
  vi.spyOn(FileBox.prototype, "resume").mockImplementation(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push("files");
  });
  vi.spyOn(UpdateBox.prototype, "resume").mockImplementation(() =>
    Promise.resolve(void order.push("updates")),
  );
  const stop = startSending(new QueryClient(), "a");
  await vi.waitFor(() => expect(order).toEqual(["files", "updates"]));
  stop();
  vi.restoreAllMocks();
});
