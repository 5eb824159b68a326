import { setupServer } from "msw/node";
import { createOpenApiHttp } from "openapi-msw";
import type { paths } from "@/shared/api/schema.gen";

/** The API in tests: answers are typed by the contract, one outside it does not compile. */
export const http = createOpenApiHttp<paths>({ baseUrl: "http://localhost:3000/api/v1" });

/** The server in tests; vitest.setup.ts starts it, and a call that no handler knows fails the test. */
export const server = setupServer();
