// The name that the server gives a file, from its Content-Disposition header; "" for none.

export function fileName(header) {
  const encoded = /filename\*=(?:UTF-8)?'[^']*'([^;]+)/i.exec(header ?? "");
  if (encoded) return decoded(encoded[1].trim());
  const plain = /filename="((?:[^"\\]|\\.)*)"|filename=([^;\s]+)/i.exec(header ?? "");
  return plain ? (plain[1] ?? plain[2]).replace(/\\(.)/g, "$1") : "";
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
