import { RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import { newCache } from "./cache";
import { Providers } from "./providers";
import { newRouter } from "./router";

/** The whole web app. */
export function App() {
  const [{ cache, router }] = useState(() => {
    const made = newCache();
    return { cache: made, router: newRouter(made) };
  });
  return (
    <Providers cache={cache}>
      <RouterProvider router={router} />
    </Providers>
  );
}
