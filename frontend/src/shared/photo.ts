const longest = 1600; // pixels
const quality = 0.82;

/** A photograph made smaller before it is sent over a weak network; other files, and what is small already, come back as they are. */
export async function shrinkPhoto(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return file; // the server says what is wrong with it
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const paper = canvas.getContext("2d");
  if (paper === null) return file;
  paper.fillStyle = "#fff"; // a transparent ground would turn black
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const smaller = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
  if (smaller === null || smaller.size >= file.size) return file;
  return new File([smaller], file.name.replace(/\.\w+$/, ".jpg"), {
    type: "image/jpeg",
    lastModified: file.lastModified,
  });
}
