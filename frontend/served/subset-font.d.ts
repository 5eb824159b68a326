/** Cuts a face to the characters of a text; what the face has for them (forms, kerning) stays. */
declare module "subset-font" {
  export default function subset(
    face: Uint8Array,
    text: string,
    options: { targetFormat: "woff2" },
  ): Promise<Uint8Array>;
}
