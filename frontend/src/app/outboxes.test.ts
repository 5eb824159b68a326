import { QueryClient } from "@tanstack/react-query";
import { HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import { UpdateBox } from "@/features/assignments/box";
import { device } from "@/features/consolidation/draft/box";
import { begun } from "@/features/consolidation/draft/narrative";
import { FileBox } from "@/features/evidence/box";
import { workFor } from "@/shared/api/token";
import { ids, report } from "@/testing/office";
import { http, server } from "@/testing/server";
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

test("a narrative that was left on the device goes to the office when the app opens, on whatever page", async () => {
  const consolidated = report({
    id: ids.consolidated,
    version: 1,
    kind: "consolidated",
    allowed_actions: ["edit"],
    content: { sections: {} },
  });
  const kept = begun(consolidated);
  await device.keep("writer", { ...kept, fields: { outlook: "Viết khi mất mạng." } }, kept, false);
  const sent: unknown[] = [];
  server.use(
    http.patch("/reports/{id}", async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({
        ...consolidated,
        version: 2,
        content: { outlook: "Viết khi mất mạng.", sections: {} },
      });
    }),
  );
  workFor("writer");
  const stop = startSending(new QueryClient(), "writer");
  await vi.waitFor(() => expect(sent).toEqual([{ content: { outlook: "Viết khi mất mạng." } }]));
  await vi.waitFor(async () => expect(await device.all("writer")).toEqual([]));
  stop();
});
