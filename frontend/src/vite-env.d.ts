/// <reference types="vite/client" />

declare module "*.module.css" {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

interface ImportMetaEnv {
  /** "on" builds the page of all parts into the app; it is always there in development. */
  readonly VITE_PARTS?: string;
}

/** The contract under which this app was built, as a short hash. */
declare const __CONTRACT__: string;
