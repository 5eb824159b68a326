/** The endings of files that the office takes, as in an input. */
export const accepted = [
  "image/*",
  ".jpg,.jpeg,.png,.webp,.gif,.heic,.heif",
  ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.txt,.csv",
  ".mp4,.m4v,.mov,.webm,.mp3",
].join(",");

/** The greatest size of one file in bytes. */
export const maxSize = 50 * 1024 * 1024;
