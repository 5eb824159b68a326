import { RouterProvider } from "@tanstack/react-router";
import type { QueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Providers } from "./providers";
import { newRouter } from "./router";

/** The whole web app. */
export function App({ cache }: { cache: QueryClient }) {
  const [router] = useState(() => newRouter(cache));
  return (
    <Providers cache={cache}>
      <RouterProvider router={router} />
    </Providers>
  );
}
