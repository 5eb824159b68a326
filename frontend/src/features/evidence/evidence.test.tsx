import { QueryClient } from "@tanstack/react-query";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { http, server } from "@/testing/server";
import { fileBox } from "./box";
import { Evidence } from "./Evidence";
import type { Attachment } from "./queries";

const api = "http://localhost:3000/api/v1";
const owner = { kind: "report" as const, id: "01930000-0000-7000-8000-00000000aaaa" };
let count = 0;
let me = person("commune", ["file:write"]);
let kept: Attachment[];

beforeEach(() => {
  count += 1;
  me = person("commune", ["file:write"]);
  me = { ...me, account: { ...me.account, id: `01930000-0000-7000-8000-00000006${1000 + count}` } };
  kept = [];
  server.use(
    http.untyped.get(`${api}/attachments`, () => HttpResponse.json({ items: kept, next_cursor: null })),
  );
});

function file(name: string): Attachment {
  return {
    id: `id-${name}`,
    version: 1,
    created_at: "2024-11-06T08:00:00+07:00",
    updated_at: "2024-11-06T08:00:00+07:00",
    owner_kind: "report",
    owner_id: owner.id,
    agency_id: me.agency.id,
    name,
    media_type: "text/plain",
    size: 12,
    sha256: "",
    no_secrets_confirmed: true,
    allowed_actions: ["delete"],
  };
}

async function choose(): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole("button", { name: "Thêm" }));
  const dialog = screen.getByRole("dialog", { name: "Thêm ảnh, tệp" });
  const input = within(dialog).getByLabelText("Chụp hoặc chọn ảnh, tệp");
  await userEvent.upload(input, new File(["Danh sách"], "danh-sach.txt", { type: "text/plain" }));
  return dialog;
}

test("nothing goes before it is confirmed that no state secret is in it", async () => {
  show(<Evidence owner={owner} mayAdd title="Tệp kèm" />, { me });
  const dialog = await choose();
  await userEvent.click(within(dialog).getByRole("button", { name: "Gửi 1 tệp" }));
  expect(within(dialog).getByText("Xác nhận rồi mới gửi được.")).toBeInTheDocument();
  expect(dialog).toBeInTheDocument();
});

test("a file goes under a key of its own, and stands among the received", async () => {
  server.use(
    http.untyped.post(`${api}/attachments`, ({ request }) => {
      expect(request.headers.get("Idempotency-Key")).toMatch(/^[0-9a-f]{32}$/);
      kept.push(file("danh-sach.txt"));
      return HttpResponse.json(kept[0], { status: 201 });
    }),
  );
  show(<Evidence owner={owner} mayAdd title="Tệp kèm" />, { me });
  const dialog = await choose();
  await userEvent.click(within(dialog).getByLabelText(/Đã kiểm tra/));
  await userEvent.click(within(dialog).getByRole("button", { name: "Gửi 1 tệp" }));
  expect(await screen.findByRole("button", { name: "danh-sach.txt" })).toBeInTheDocument();
  expect(await screen.findByText("1 tệp đã nhận")).toBeInTheDocument();
});

test("without a network a file waits on the device and says so", async () => {
  server.use(http.untyped.post(`${api}/attachments`, () => HttpResponse.error()));
  show(<Evidence owner={owner} mayAdd title="Tệp kèm" />, { me });
  const dialog = await choose();
  await userEvent.click(within(dialog).getByLabelText(/Đã kiểm tra/));
  await userEvent.click(within(dialog).getByRole("button", { name: "Gửi 1 tệp" }));
  await waitFor(() => expect(screen.getByText(/đã lưu trên máy, chờ gửi/)).toBeInTheDocument());
  expect(screen.getByText(/0\/1 tệp đã nhận/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Bỏ tệp danh-sach.txt" }));
  await waitFor(() => expect(screen.getByText("Chưa có tệp nào.")).toBeInTheDocument());
});

test("files that go with what is given up are given up with it, others are not", async () => {
  const box = fileBox(new QueryClient(), me.account.id);
  const chosen = [new File(["x"], "a.txt", { type: "text/plain" })];
  await box.take(chosen, true, null, "given-up");
  await box.take(chosen, true, null, "other");
  await box.drop("given-up");
  expect(box.get().map(({ item }) => item.with)).toEqual(["other"]);
});

test("a received file is deleted only after a question", async () => {
  kept = [file("cu.txt")];
  let deleted = false;
  server.use(
    http.untyped.delete(`${api}/attachments/:id`, ({ request }) => {
      expect(request.headers.get("If-Match")).toBe('"1"');
      deleted = true;
      kept = [];
      return new HttpResponse(null, { status: 204 });
    }),
  );
  show(<Evidence owner={owner} mayAdd title="Tệp kèm" />, { me });
  await userEvent.click(await screen.findByRole("button", { name: "Xóa tệp cu.txt" }));
  expect(deleted).toBe(false);
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Xóa tệp" }));
  expect(await screen.findByText("Chưa có tệp nào.")).toBeInTheDocument();
});

test("files that could not be asked for are not told as none", async () => {
  server.use(
    http.untyped.get(`${api}/attachments`, () =>
      HttpResponse.json({ code: "x", status: 500 }, { status: 500 }),
    ),
  );
  show(<Evidence owner={owner} mayAdd title="Tệp kèm báo cáo" />, { me });
  await userEvent.click(await screen.findByRole("button", { name: "Thử lại" }));
  expect(screen.queryByText(/Chưa có tệp/)).toBeNull();
});

test("a list that was asked for before the file came, and is answered after, does not hide it", async () => {
  let answer = (): void => undefined;
  let asked = 0;
  const late = new Promise<void>((done) => {
    answer = done;
  });
  server.use(
    http.untyped.get(`${api}/attachments`, async () => {
      const found = [...kept];
      asked += 1;
      if (asked === 1) await late;
      return HttpResponse.json({ items: found, next_cursor: null });
    }),
    http.untyped.post(`${api}/attachments`, () => {
      kept.push(file("danh-sach.txt"));
      return HttpResponse.json(kept[0], { status: 201 });
    }),
  );
  show(<Evidence owner={owner} mayAdd title="Tệp kèm" />, { me });
  const dialog = await choose();
  await userEvent.click(within(dialog).getByRole("checkbox"));
  await userEvent.click(within(dialog).getByRole("button", { name: "Gửi 1 tệp" }));
  await waitFor(() => expect(kept).toHaveLength(1));
  await waitFor(() => expect(screen.queryByText(/Đang gửi|Chờ gửi/)).not.toBeInTheDocument());
  answer();
  expect(await screen.findByText("1 tệp đã nhận")).toBeInTheDocument();
});
