import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http as plain } from "msw";
import { afterEach, expect, test, vi } from "vitest";
import { api } from "@/shared/api/client";
import { dropToken, hasToken, keepToken } from "@/shared/api/token";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { http, server } from "@/testing/server";
import { PasswordForm } from "./PasswordForm";
import { SessionGuard } from "./SessionGuard";
import { SignInForm } from "./SignInForm";

const root = "http://localhost:3000/api/v1";
const me = person("commune", ["report:write"]);
const token = `h.${btoa(JSON.stringify({ sub: me.account.id }))}.s`;

afterEach(dropToken);

/** A server that admits one password. */
function admit(password: string): void {
  server.use(
    plain.post(`${root}/sessions`, async ({ request }) => {
      const body = (await request.json()) as { password: string };
      return body.password === password
        ? HttpResponse.json({ access_token: token, expires_in: 900, must_change_password: false })
        : HttpResponse.json(
            {
              code: "session.refused",
              status: 401,
              detail: "Tên đăng nhập hoặc mật khẩu chưa đúng.",
              errors: [],
            },
            { status: 401 },
          );
    }),
  );
}

test("what is missing is said at the field and in a summary that takes the focus", async () => {
  show(<SignInForm onDone={vi.fn()} />);
  await userEvent.click(screen.getByRole("button", { name: "Đăng nhập" }));
  const summary = screen.getByRole("alert");
  expect(summary).toHaveFocus();
  expect(summary).toHaveTextContent("Có 2 chỗ cần sửa");
  await userEvent.click(screen.getByRole("link", { name: "Chưa nhập mật khẩu." }));
  expect(screen.getByLabelText("Mật khẩu")).toHaveFocus();
});

test("a refusal is told in the server's words, and the right password leads on", async () => {
  admit("một câu dài dễ nhớ");
  const done = vi.fn();
  show(<SignInForm onDone={done} />);
  await userEvent.type(screen.getByLabelText("Tên đăng nhập"), " pho-an ");
  await userEvent.type(screen.getByLabelText("Mật khẩu"), "sai");
  await userEvent.click(screen.getByRole("button", { name: "Đăng nhập" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Tên đăng nhập hoặc mật khẩu chưa đúng.");
  expect(done).not.toHaveBeenCalled();
  await userEvent.clear(screen.getByLabelText("Mật khẩu"));
  await userEvent.type(screen.getByLabelText("Mật khẩu"), "một câu dài dễ nhớ");
  await userEvent.click(screen.getByRole("button", { name: "Đăng nhập" }));
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(hasToken()).toBe(true);
});

test("a session that ends at work asks for the password over the page, and goes on", async () => {
  admit("một câu dài dễ nhớ");
  keepToken(token);
  server.use(
    http.get("/me", ({ response }) => response(200).json(me)),
    plain.get(`${root}/agencies`, () =>
      HttpResponse.json({ code: "session.ended", status: 401 }, { status: 401 }),
    ),
    plain.post(`${root}/sessions/refresh`, () =>
      HttpResponse.json({ code: "session.ended", status: 401 }, { status: 401 }),
    ),
  );
  show(<SessionGuard onLeave={vi.fn()} />, { me });
  await act(() => api.GET("/agencies"));
  expect(await screen.findByRole("dialog", { name: "Phiên đã hết hạn" })).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText("Mật khẩu"), "một câu dài dễ nhớ");
  await userEvent.click(screen.getByRole("button", { name: "Đăng nhập" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
});

test("a new password is typed twice alike before it is sent", async () => {
  const done = vi.fn();
  server.use(http.post("/me/password", ({ response }) => response(204).empty()));
  show(<PasswordForm onDone={done} />);
  await userEvent.type(screen.getByLabelText("Mật khẩu hiện tại"), "cũ");
  await userEvent.type(screen.getByLabelText("Mật khẩu mới"), "một câu dài dễ nhớ");
  await userEvent.type(screen.getByLabelText("Nhập lại mật khẩu mới"), "một câu khác");
  await userEvent.click(screen.getByRole("button", { name: "Đặt mật khẩu" }));
  expect(screen.getByRole("alert")).toHaveTextContent("Hai lần nhập chưa giống nhau.");
  await userEvent.clear(screen.getByLabelText("Nhập lại mật khẩu mới"));
  await userEvent.type(screen.getByLabelText("Nhập lại mật khẩu mới"), "một câu dài dễ nhớ");
  await userEvent.click(screen.getByRole("button", { name: "Đặt mật khẩu" }));
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
});
