// The import rule of the web app: shared ← features ← app; features never meet.

const src = "/src/";

/** place gives the layer and, in features, the feature in which a file of src lies. */
function place(file) {
  const at = file.lastIndexOf(src);
  const [layer, feature] = file.slice(at + src.length).split("/");
  return { layer, feature };
}

/** target gives the path inside src that an import names, or null for a package. */
function target(file, name) {
  if (name.startsWith("@/")) return src + name.slice(2);
  if (name.startsWith(".")) return new URL(name, `file://${file}`).pathname;
  return null;
}

function complaint(from, to) {
  if (from.layer === "shared" && (to.layer === "features" || to.layer === "app"))
    return "shared/ is the ground: it may not import features/ or app/.";
  if (from.layer === "features" && to.layer === "app")
    return "A feature may not import app/; app/ composes features.";
  if (from.layer === "features" && to.layer === "features" && from.feature !== to.feature)
    return "Features never meet: move what both need to shared/, or compose them in app/.";
  return null;
}

export const boundaries = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const file = context.filename.replaceAll("\\", "/");
    if (!file.includes(src)) return {};
    const from = place(file);
    const check = (node) => {
      const name = node.source?.value;
      if (typeof name !== "string") return;
      const path = target(file, name);
      const message = path?.includes(src) && complaint(from, place(path));
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
