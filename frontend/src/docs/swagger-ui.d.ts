declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
  /** A call on its way to the server, as the browser's fetch takes it. */
  interface Call {
    credentials?: RequestCredentials;
  }
  interface System {
    React: { createElement: (tag: string, attributes: null, text: string) => unknown };
  }
  /** Puts another part of the page in place of the library's own. */
  type Wrap = (original: unknown, system: System) => (props: { text: string }) => unknown;
  interface Options {
    url: string;
    domNode: Element;
    deepLinking: boolean;
    tryItOutEnabled: boolean;
    displayRequestDuration: boolean;
    defaultModelsExpandDepth: number;
    validatorUrl: null;
    tagsSorter: (a: string, b: string) => number;
    requestInterceptor: (call: Call) => Call;
    onComplete: () => void;
    plugins: { wrapComponents: Record<string, Wrap> }[];
  }
  /** The running page, by which the access token is put into calls and taken out again. */
  export interface SwaggerUI {
    preauthorizeApiKey: (scheme: string, token: string) => void;
    authActions: { logout: (schemes: string[]) => void };
  }
  export default function start(options: Options): SwaggerUI;
}
