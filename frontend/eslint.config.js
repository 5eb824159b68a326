import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { boundaries } from "./eslint.boundaries.js";

export default tseslint.config(
  { ignores: ["dist", "node_modules", "src/shared/api/schema.gen.ts", "test-results", "playwright-report"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "react-hooks": reactHooks, "jsx-a11y": jsxA11y, lantoa: { rules: { boundaries } } },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.flatConfigs.recommended.rules,
      "lantoa/boundaries": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "max-lines": ["error", { max: 400 }],
      // Problems of the API are thrown as they came, as plain objects.
      "@typescript-eslint/only-throw-error": [
        "error",
        { allowThrowingUnknown: true, allowThrowingAny: false },
      ],
      eqeqeq: "error",
    },
  },
  {
    files: ["**/*.js"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { URL: false } },
  },
  {
    files: ["served/*.js"],
    languageOptions: {
      globals: { self: false, caches: false, fetch: false, Request: false, URL: false, setTimeout: false },
    },
  },
  {
    files: ["public/*.js"],
    languageOptions: { globals: { localStorage: false, document: false, matchMedia: false } },
  },
);
