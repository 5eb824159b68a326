import type { SwaggerUI } from "swagger-ui-dist/swagger-ui-es-bundle.js";
import type { components } from "@/shared/api/schema.gen";

const scheme = "BearerAuth";
const api = "/api/v1";

/** Whose token the calls carry: got with a password, so that the page also ends the session, or brought along. */
interface Caller {
  token: string;
  own: boolean;
}
type Schemas = components["schemas"];

/** Lets a programmer sign in, or bring an access token, and puts it into every call of the page. */
export function callAs(swagger: SwaggerUI): void {
  const said = part("said", HTMLParagraphElement);
  const leave = part("leave", HTMLButtonElement);
  const byPassword = part("by-password", HTMLFormElement);
  const byToken = part("by-token", HTMLFormElement);
  const forms = [byPassword, byToken];
  let caller: Caller | null = null;
  let expiry: ReturnType<typeof setTimeout> | undefined;

  function show(text: string, failed: boolean): void {
    said.textContent = text;
    said.classList.toggle("failed", failed);
    for (const form of forms) form.hidden = caller !== null;
    leave.hidden = caller === null;
  }

  function forget(text: string, failed = false): void {
    clearTimeout(expiry);
    swagger.authActions.logout([scheme]);
    caller = null;
    show(text, failed);
  }

  async function take(token: string, own: boolean): Promise<void> {
    const { account, agency } = await ask<Schemas["Me"]>("GET", "/me", { token });
    swagger.preauthorizeApiKey(scheme, token);
    caller = { token, own };
    for (const form of forms) form.reset();
    show(`Đang gọi với tài khoản ${account.username}, ${agency.name}.`, false);
  }

  async function signIn(form: FormData): Promise<void> {
    const body = { username: form.get("username"), password: form.get("password") };
    const { access_token, expires_in } = await ask<Schemas["AccessToken"]>("POST", "/sessions", { body });
    await take(access_token, true);
    expiry = setTimeout(() => forget("Mã truy cập đã hết hạn. Mời đăng nhập lại.", true), expires_in * 1000);
  }

  async function goAway(): Promise<void> {
    const gone = caller;
    forget("");
    if (gone?.own === true) await ask("DELETE", "/sessions/current", { token: gone.token });
  }

  const attempt = (work: Promise<void>) => void work.catch((reason: unknown) => show(words(reason), true));
  byPassword.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(signIn(new FormData(byPassword)));
  });
  byToken.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(take(part("token", HTMLInputElement).value.trim(), false));
  });
  leave.addEventListener("click", () => attempt(goAway()));
}

function part<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

/** Asks as another system does: without the cookie with which the web app may be signed in beside. */
async function ask<T>(method: string, path: string, sent: { token?: string; body?: unknown }): Promise<T> {
  const headers = new Headers({ "Accept-Language": "vi" });
  if (sent.token !== undefined) headers.set("Authorization", `Bearer ${sent.token}`);
  if (sent.body !== undefined) headers.set("Content-Type", "application/json");
  const answer = await fetch(api + path, {
    method,
    headers,
    credentials: "omit",
    body: sent.body === undefined ? null : JSON.stringify(sent.body),
  });
  const body: unknown = answer.status === 204 ? null : await answer.json();
  if (!answer.ok) throw new Error((body as Schemas["Problem"]).detail);
  return body as T;
}

function words(reason: unknown): string {
  return reason instanceof Error && !(reason instanceof TypeError || reason instanceof SyntaxError)
    ? reason.message
    : "Không gọi được máy chủ. Kiểm tra mạng rồi thử lại.";
}
