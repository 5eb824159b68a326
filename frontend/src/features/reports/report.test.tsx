import { useQueryClient } from "@tanstack/react-query";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { useState } from "react";
import { beforeEach, expect, test } from "vitest";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { http, server } from "@/testing/server";
import { CheckReport } from "./CheckReport";
import { device } from "./draft/box";
import { place } from "./draft/fields";
import { sampleReport } from "./draft/sample";
import { GoOn } from "./GoOn";
import { reportQuery } from "./queries";
import type { Report } from "./report";
import { ReportStart } from "./ReportStart";
import { SectionScreen } from "./SectionScreen";

const api = "http://localhost:3000/api/v1";
let count = 0;
let report: Report;
let me = person("commune", ["report:write", "report:submit"]);

/** The office keeps what it is sent, as the real one does; every test has an account and a report of its own. */
beforeEach(() => {
  count += 1;
  const end = String(count).padStart(4, "0");
  me = person("commune", ["report:write", "report:submit"]);
  me = { ...me, account: { ...me.account, id: `01930000-0000-7000-8000-00000001${end}` } };
  report = sampleReport({ id: `01930000-0000-7000-8000-00000002${end}` });
  server.use(
    http.untyped.get(`${api}/reports/:id`, () => HttpResponse.json(report)),
    http.untyped.get(`${api}/rounds/:id`, () => HttpResponse.json(round)),
    http.untyped.get(`${api}/reports/:id/revisions`, () =>
      HttpResponse.json({ items: [], next_cursor: null }),
    ),
    http.untyped.patch(`${api}/reports/:id`, () => HttpResponse.json(report)),
  );
});

const round = {
  starts_on: "2024-01-01",
  ends_on: "2024-12-31",
  to: { agency: "UBND thị xã Đức Phổ" },
  through: { agency: "Phòng Văn hóa và Thông tin" },
};

test("one tap says that a section has nothing to report, and one tap takes it back with the figures", async () => {
  show(<SectionScreen id={report.id} code="9" />, { me });
  await userEvent.type(await screen.findByLabelText("Buổi phát thanh"), "312");
  await userEvent.click(screen.getByRole("button", { name: "Không phát sinh phần này" }));
  expect(screen.queryByLabelText("Buổi phát thanh")).not.toBeInTheDocument();
  expect(screen.getByText("Phần này không phát sinh")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Nhập số liệu" }));
  expect(screen.getByLabelText("Buổi phát thanh")).toHaveValue("312");
});

test("the state of saving is said in words from the first key on", async () => {
  show(<SectionScreen id={report.id} code="10" />, { me });
  const text = await screen.findByLabelText(/Kết quả nổi bật/);
  expect(screen.getByRole("status")).toHaveTextContent("Chưa ghi gì");
  await userEvent.type(text, "Thiếu loa.");
  expect(screen.getByRole("status")).toHaveTextContent("Đã lưu trên máy, chờ gửi");
  expect(screen.getByText("1 thay đổi")).toBeInTheDocument();
});

test("the whole report is nil only after a question, and can be taken back", async () => {
  show(<ReportStart id={report.id} />, { me });
  await userEvent.click(await screen.findByRole("button", { name: "Toàn bộ không phát sinh" }));
  const dialog = screen.getByRole("dialog", { name: "Cả báo cáo không phát sinh?" });
  await userEvent.click(within(dialog).getByRole("button", { name: "Toàn bộ không phát sinh" }));
  const sections = screen.getByRole("navigation", { name: "Các phần" });
  expect(within(sections).getAllByText("Không phát sinh")).toHaveLength(2);
});

test("an empty report is not handed in; the summary takes the focus", async () => {
  show(<CheckReport id={report.id} />, { me });
  await userEvent.click(await screen.findByRole("button", { name: "Nộp báo cáo" }));
  expect(screen.getByRole("alert")).toHaveFocus();
  expect(screen.getByRole("alert")).toHaveTextContent("Có 1 chỗ cần sửa trước khi nộp");
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

test("the check names what is blank with the way to it", async () => {
  report = sampleReport({ ...report, content: entry("9.1", "312") });
  show(<CheckReport id={report.id} />, { me });
  const blank = await screen.findByRole("link", { name: "Truyền thanh: Tuyên truyền miệng" });
  expect(blank).toHaveAttribute("href", `/reports/${report.id}/sections/9#place-9-9.7`);
  expect(screen.getByRole("link", { name: "Khó khăn, kiến nghị: chưa ghi gì" })).toBeInTheDocument();
  expect(screen.getByText("312 buổi")).toBeInTheDocument();
});

test("the head hands in and gets the receipt in the same place", async () => {
  report = sampleReport({ ...report, content: entry("9.1", "312") });
  server.use(
    http.untyped.post(`${api}/reports/:id/submit`, () => {
      report = sampleReport({
        ...report,
        version: 2,
        state: "submitted",
        standing: "on_time",
        revision: 1,
        receipt: "BN-2024-0412",
        first_submitted_at: "2024-11-06T16:42:00+07:00",
        submitted_at: "2024-11-06T16:42:00+07:00",
        allowed_actions: ["sign"],
      });
      return HttpResponse.json(report);
    }),
  );
  show(<CheckReport id={report.id} />, { me });
  await userEvent.click(await screen.findByRole("button", { name: "Nộp báo cáo" }));
  const dialog = screen.getByRole("dialog");
  await userEvent.click(within(dialog).getByRole("button", { name: "Nộp báo cáo" }));
  expect(
    await screen.findByRole("heading", { name: "Phòng Văn hóa và Thông tin đã nhận báo cáo" }),
  ).toBeInTheDocument();
  expect(screen.getByText("BN-2024-0412")).toBeInTheDocument();
  expect(screen.getByText("Đúng hạn, sớm 3 ngày")).toBeInTheDocument();
});

test("a section that can no longer be written leads to the report", async () => {
  report = sampleReport({
    ...report,
    state: "submitted",
    receipt: "BN-2024-0412",
    allowed_actions: ["sign"],
  });
  const { went } = show(<SectionScreen id={report.id} code="9" />, { me });
  await waitFor(() => expect(went).toEqual([`/reports/${report.id}`]));
});

test("what the device kept of a report before its return does not lead away from its section", async () => {
  const kept = sampleReport({ ...report, state: "submitted", receipt: "BN-2024-0412", allowed_actions: [] });
  report = sampleReport({ ...report, version: 9, state: "returned" });
  function Recalled() {
    const cache = useQueryClient();
    useState(() => {
      cache.setQueryData(reportQuery(report.id).queryKey, kept);
      void cache.invalidateQueries({ refetchType: "none" });
    });
    return <SectionScreen id={report.id} code="9" />;
  }
  const { went } = show(<Recalled />, { me });
  expect(await screen.findByLabelText("Buổi phát thanh")).toBeInTheDocument();
  expect(went).toEqual([]);
});

test("a report that only waits on the device has no receipt's title", async () => {
  report = sampleReport({ ...report, content: entry("9.1", "312") });
  server.use(http.untyped.post(`${api}/reports/:id/submit`, () => HttpResponse.error()));
  show(<CheckReport id={report.id} />, { me });
  await userEvent.click(await screen.findByRole("button", { name: "Nộp báo cáo" }));
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Nộp báo cáo" }));
  expect(await screen.findByRole("heading", { name: "Báo cáo chờ nộp" })).toBeInTheDocument();
  expect(screen.queryByText("Biên nhận")).not.toBeInTheDocument();
  expect(screen.getByText("Chờ gửi")).toBeInTheDocument();
});

test("an officer sees that the report waits for the head", async () => {
  me = { ...me, position: "officer", may: ["report:write"] };
  report = sampleReport({ ...report, allowed_actions: ["edit", "sign"], content: entry("9.1", "312") });
  show(<CheckReport id={report.id} />, { me });
  expect(await screen.findByText(/chờ người đứng đầu nộp/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Nộp báo cáo" })).not.toBeInTheDocument();
});

test("a returned report opens at the first remark, whose words stand beside the field", async () => {
  report = sampleReport({
    ...report,
    state: "returned",
    content: entry("9.1", "363"),
    remarks: [{ section: "9", indicator: "9.1", text: "Nhật ký ghi 336 buổi." }],
  });
  const { went } = show(<GoOn id={report.id} />, { me });
  await waitFor(() => expect(went).toEqual([`/reports/${report.id}/sections/9#place-9-9.1`]));
});

test("what was written after a colleague handed in can be read and given up", async () => {
  server.use(
    http.untyped.patch(`${api}/reports/:id`, () => {
      report = sampleReport({ ...report, version: 9, state: "submitted", allowed_actions: ["sign"] });
      return HttpResponse.json({ status: 412, code: "resource.changed" }, { status: 412 });
    }),
  );
  const section = show(<SectionScreen id={report.id} code="10" />, { me });
  await userEvent.type(await screen.findByLabelText(/Kết quả nổi bật/), "Viết sau.");
  await waitFor(() => expect(section.went).toEqual([`/reports/${report.id}`]), { timeout: 4000 });
  section.unmount();
  show(<ReportStart id={report.id} />, { me });
  await userEvent.click(await screen.findByRole("button", { name: "Xem phần chưa gửi" }));
  expect(within(screen.getByRole("dialog")).getByText("Viết sau.")).toBeInTheDocument();
});

function entry(indicator: string, value: string): Report["content"] {
  const figure = { value: Number(value), value2: null, qualifier: null, qualifier2: null };
  return {
    sections: {
      "9": {
        text: "",
        nil: false,
        values: { [indicator]: { nil: false, text: "", as_of: null, ...figure } },
      },
    },
  } as unknown as Report["content"];
}

test("a text that the office refused says so, in the line of saving with the way to it, and at its section", async () => {
  server.use(
    http.untyped.patch(`${api}/reports/:id`, () =>
      HttpResponse.json(
        {
          status: 422,
          code: "input.invalid",
          errors: [{ pointer: "/content/sections/10/text", code: "x.y", message: "Có dấu mật." }],
        },
        { status: 422 },
      ),
    ),
  );
  show(<SectionScreen id={report.id} code="10" />, { me });
  const text = await screen.findByLabelText(/Kết quả nổi bật/);
  await userEvent.type(text, "MẬT");
  const line = screen.getByRole("status");
  await waitFor(
    () => expect(line).toHaveTextContent("Chưa được nhận: Khó khăn, kiến nghị: Kết quả nổi bật. Có dấu mật."),
    { timeout: 4000 },
  );
  expect(line).not.toHaveTextContent("chờ gửi");
  expect(screen.getByRole("link", { name: "Đến chỗ đó" })).toHaveAttribute(
    "href",
    `/reports/${report.id}/sections/10#place-10-text`,
  );
  const sections = screen.getByRole("navigation", { name: "Các phần" });
  expect(within(sections).getByRole("link", { name: /Khó khăn/ })).toHaveTextContent("Có chỗ chưa được nhận");
  expect(text).toBeInvalid();
});

test("a figure that is no number yet is there again after the page was closed, with what is wrong in it", async () => {
  const first = show(<SectionScreen id={report.id} code="9" />, { me });
  await userEvent.type(await screen.findByLabelText("Buổi phát thanh"), "4.6");
  await waitFor(async () => expect(await device.all(me.account.id)).toHaveLength(1));
  first.unmount();
  const [kept] = await device.all(me.account.id);
  expect(kept?.fields[place.answer("9", "9.1")]).toMatchObject({ quantities: [{ value: "", typed: "4.6" }] });
  show(<SectionScreen id={report.id} code="9" />, { me });
  expect(await screen.findByLabelText("Buổi phát thanh")).toHaveValue("4.6");
  expect(screen.getByLabelText("Buổi phát thanh")).toBeInvalid();
});
