import "swagger-ui-dist/swagger-ui.css";
import "./docs.css";
import "./swagger-ui.css";
import start from "swagger-ui-dist/swagger-ui-es-bundle.js";
import { callAs } from "./caller";
import { keepNamed } from "./names";
import { byNoun, linkNouns } from "./nouns";

const page = document.querySelector("#contract");
const list = document.querySelector("#nouns");
if (page === null || list === null) throw new Error("the page of the contract is incomplete");

const nothing = () => () => null;
const swagger = start({
  url: "/openapi.json",
  domNode: page,
  deepLinking: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  tagsSorter: byNoun,
  // Calls go out as those of another system: the web app's own session in this browser stays as it is.
  requestInterceptor: (call) => ({ ...call, credentials: "omit" }),
  onComplete: () => linkNouns(list, page),
  plugins: [
    {
      wrapComponents: {
        // The page itself says what this is, and has a place to sign in.
        InfoContainer: nothing,
        ServersContainer: nothing,
        authorizeBtn: nothing,
        authorizeOperationBtn: nothing,
        // A link inside the button that opens a call would be out of reach by keyboard.
        DeepLink: (_, system) => (props) => system.React.createElement("span", null, props.text),
      },
    },
  ],
});
keepNamed(page);
callAs(swagger);
