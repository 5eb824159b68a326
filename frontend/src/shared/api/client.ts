import createFetchClient from "openapi-fetch";
import createQueryClient from "openapi-react-query";
import type { paths } from "./schema.gen";
import { authorisedFetch } from "./token";

/** The API as plain calls: `await api.GET("/me")` gives data or error, never throws for an answer of the server. */
export const api = createFetchClient<paths>({
  baseUrl: `${window.location.origin}/api/v1`,
  fetch: authorisedFetch,
});

/** The API as queries: `useSuspenseQuery($api.queryOptions("get", "/me"))`, `$api.useMutation("post", …)`. */
export const $api = createQueryClient(api);
