import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { http, server } from "@/testing/server";
import { AssignmentList } from "./AssignmentList";
import { AssignmentView } from "./AssignmentView";
import { updateBox } from "./box";
import type { Assignment, Update } from "./queries";

const api = "http://localhost:3000/api/v1";
const files = { ofAssignment: () => null, ofUpdate: () => null, ofDraft: () => null, ofWaiting: () => null };
let count = 0;
let me = person("commune", ["assignment:work"]);
let updates: Update[];
let sent: { key: string | null; body: unknown }[];

function sample(over: Partial<Assignment> = {}): Assignment {
  return {
    id: "01930000-0000-7000-8000-000000003001",
    version: 3,
    created_at: "2024-03-29T10:00:00+07:00",
    updated_at: "2024-03-29T10:00:00+07:00",
    plan_id: "01930000-0000-7000-8000-00000000cccc",
    task_id: "01930000-0000-7000-8000-00000000dddd",
    task: { ordinal: 9, title: "Truyền thông qua hệ thống truyền thanh" },
    agency: "UBND xã Phổ An",
    agency_id: me.agency.id,
    part: "coordinate",
    reviewer: "culture_office",
    state: "in_progress",
    schedule_kind: "quarters",
    starts_on: "2024-10-01",
    due_on: "2024-11-15",
    done_on: null,
    result: "",
    return_note: "",
    updates: 0,
    updated_on: null,
    standing: "upcoming",
    days_late: 0,
    allowed_actions: ["update", "attach", "hand_in"],
    ...over,
  };
}

/** Every test has an account of its own, and so a device of its own. */
beforeEach(() => {
  count += 1;
  me = person("commune", ["assignment:work"]);
  me = { ...me, account: { ...me.account, id: `01930000-0000-7000-8000-00000005${1000 + count}` } };
  updates = [];
  sent = [];
  server.use(
    http.untyped.get(`${api}/assignments/:id`, () => HttpResponse.json(sample())),
    http.untyped.get(`${api}/assignments/:id/updates`, () =>
      HttpResponse.json({ items: updates, next_cursor: null }),
    ),
    http.untyped.get(`${api}/tasks/:id`, () => HttpResponse.json(task)),
  );
});

const task = {
  content: ["Phát thanh hằng ngày"],
  content_label: "Hình thức",
  leads: [{ agency: "Trung tâm Truyền thông", agency_id: null }],
  coordinators: [],
  schedule: { text: "Quý IV/2024" },
};

function onUpdate(answer: (count: number) => Response): void {
  server.use(
    http.untyped.post(`${api}/assignments/:id/updates`, async ({ request }) => {
      sent.push({ key: request.headers.get("Idempotency-Key"), body: await request.json() });
      return answer(sent.length);
    }),
  );
}

test("a day's work goes to the office once, and the form is free for the next", async () => {
  onUpdate(() => HttpResponse.json({ id: "01930000-0000-7000-8000-000000004001" }, { status: 201 }));
  show(<AssignmentView id={sample().id} files={files} />, { me });
  await userEvent.type(await screen.findByLabelText("Việc đã làm"), "Phát 3 buổi.");
  await userEvent.click(screen.getByRole("button", { name: "Thêm đường dẫn" }));
  await userEvent.type(screen.getByLabelText("Địa chỉ"), "https://ducpho.gov.vn/1");
  await userEvent.click(screen.getByRole("button", { name: "Ghi việc này" }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body).toEqual({
    done_on: "2024-11-06",
    text: "Phát 3 buổi.",
    links: [{ url: "https://ducpho.gov.vn/1", title: "" }],
  });
  expect(sent[0]?.key).toMatch(/^[0-9a-f]{32}$/);
  expect(screen.getByLabelText("Việc đã làm")).toHaveValue("");
});

test("without a network the day's work waits in the list and says so", async () => {
  onUpdate(() => HttpResponse.error());
  show(<AssignmentView id={sample().id} files={files} />, { me });
  await userEvent.type(await screen.findByLabelText("Việc đã làm"), "Treo 12 băng rôn.");
  await userEvent.click(screen.getByRole("button", { name: "Ghi việc này" }));
  const list = await screen.findByRole("list", { name: "Việc đã ghi" });
  expect(await within(list).findByText("Treo 12 băng rôn.")).toBeInTheDocument();
  expect(await within(list).findByText("Đã lưu trên máy, chờ gửi")).toBeInTheDocument();
});

test("a refusal stands at the work with the server's reason, and can be given up", async () => {
  onUpdate(() =>
    HttpResponse.json({ status: 422, code: "x.y", detail: "Có dấu mật.", errors: [] }, { status: 422 }),
  );
  show(<AssignmentView id={sample().id} files={files} />, { me });
  await userEvent.type(await screen.findByLabelText("Việc đã làm"), "MẬT");
  await userEvent.click(screen.getByRole("button", { name: "Ghi việc này" }));
  expect(await screen.findByText("Có dấu mật.")).toBeInTheDocument();
  expect(screen.queryByText("Đã lưu trên máy, chờ gửi")).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Bỏ việc này" }));
  await waitFor(() => expect(screen.queryByText("Có dấu mật.")).not.toBeInTheDocument());
});

test("what was refused is corrected at its place and sent anew, and what is being written beside it stays", async () => {
  const place = [{ pointer: "/text", code: "x.y", message: "Có dấu mật." }];
  onUpdate((count) =>
    count === 1
      ? HttpResponse.json({ status: 422, code: "x", detail: "", errors: place }, { status: 422 })
      : HttpResponse.json({ id: "01930000-0000-7000-8000-000000004001" }, { status: 201 }),
  );
  const first = show(<AssignmentView id={sample().id} files={files} />, { me });
  await userEvent.type(await screen.findByLabelText("Việc đã làm"), "MẬT: phát 3 buổi.");
  await userEvent.click(screen.getByRole("button", { name: "Ghi việc này" }));
  await userEvent.type(screen.getByLabelText("Việc đã làm"), "Việc khác");
  await userEvent.click(await screen.findByRole("button", { name: "Sửa để gửi lại" }));
  const form = await screen.findByRole("form", { name: "Sửa việc cơ quan chưa nhận" });
  await waitFor(() => expect(within(form).getByRole("alert")).toHaveFocus());
  await userEvent.clear(within(form).getByLabelText("Việc đã làm"));
  await userEvent.type(within(form).getByLabelText("Việc đã làm"), "Phát 3 buổi.");
  updateBox(first.cache, me.account.id).flush();
  first.unmount();

  show(<AssignmentView id={sample().id} files={files} />, { me });
  const again = await screen.findByRole("form", { name: "Sửa việc cơ quan chưa nhận" });
  await waitFor(() => expect(within(again).getByLabelText("Việc đã làm")).toHaveValue("Phát 3 buổi."));
  expect(sent).toHaveLength(1);
  await userEvent.click(within(again).getByRole("button", { name: "Đã sửa, gửi lại" }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({ key: sent[0]?.key, body: { text: "Phát 3 buổi." } });
  await waitFor(() => expect(screen.queryByRole("form", { name: /Sửa việc/ })).not.toBeInTheDocument());
  expect(screen.getByLabelText("Việc đã làm")).toHaveValue("Việc khác");
});

test("a wrong address is named before anything is kept or sent", async () => {
  show(<AssignmentView id={sample().id} files={files} />, { me });
  await userEvent.type(await screen.findByLabelText("Việc đã làm"), "Đăng bài.");
  await userEvent.click(screen.getByRole("button", { name: "Thêm đường dẫn" }));
  await userEvent.type(screen.getByLabelText("Địa chỉ"), "facebook");
  await userEvent.click(screen.getByRole("button", { name: "Ghi việc này" }));
  expect(screen.getByRole("alert")).toHaveFocus();
  expect(sent).toEqual([]);
});

test("handing in says when and with what result", async () => {
  let body: unknown;
  server.use(
    http.untyped.post(`${api}/assignments/:id/hand-in`, async ({ request }) => {
      expect(request.headers.get("If-Match")).toBe('"3"');
      body = await request.json();
      return HttpResponse.json(
        sample({ version: 4, state: "handed_in", standing: "awaiting", allowed_actions: [] }),
      );
    }),
  );
  show(<AssignmentView id={sample().id} files={files} />, { me });
  await userEvent.click(await screen.findByRole("button", { name: "Báo hoàn thành" }));
  const dialog = screen.getByRole("dialog", { name: "Báo hoàn thành nhiệm vụ" });
  await userEvent.click(within(dialog).getByRole("button", { name: "Báo hoàn thành" }));
  expect(within(dialog).getByRole("alert")).toHaveTextContent("Chưa ghi kết quả.");
  await userEvent.type(within(dialog).getByLabelText("Kết quả"), "312 buổi.");
  await userEvent.click(within(dialog).getByRole("button", { name: "Báo hoàn thành" }));
  await waitFor(() => expect(body).toEqual({ done_on: "2024-11-06", result: "312 buổi." }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
});

test("the list shows running plans, and its filters stand in the address", async () => {
  const running = sample();
  const old = sample({ id: "01930000-0000-7000-8000-000000003002", plan_id: "old", state: "completed" });
  server.use(
    http.untyped.get(`${api}/assignments`, () =>
      HttpResponse.json({ items: [running, old], next_cursor: null }),
    ),
    http.untyped.get(`${api}/plans`, () =>
      HttpResponse.json({
        items: [
          { id: running.plan_id, year: 2024, title: "Kế hoạch 2024", state: "issued" },
          { id: "old", year: 2023, title: "Kế hoạch 2023", state: "closed" },
        ],
        next_cursor: null,
      }),
    ),
  );
  show(<AssignmentList filters={{}} onFilter={() => undefined} />, { me });
  const links = await screen.findAllByRole("link", { name: running.task.title });
  expect(links).toHaveLength(1);
  expect(screen.getByRole("link", { name: /Có hạn/ })).toHaveAttribute("href", "/assignments?view=due");
});
