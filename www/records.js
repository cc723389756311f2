// Cuts a file into the JSON texts of its records, in slices, without reading more of it at once than one record needs.

/**
 * The records of a file: one for each line (JSON Lines), or the items of one JSON document (an array, or a search page).
 * `bytes` is how much of the file has been read.
 * @param {Blob} file
 * @returns {AsyncGenerator<{ text: string, bytes: number }>}
 */
export async function* records(file) {
  let count = 0;
  let before;
  for await (const line of lines(file)) {
    if (line.text.trim() === "") continue;
    if (++count === 1 && !isJson(line.text)) {
      // The first line is no document of its own, so the lines are none either.
      yield* items(await file.text(), file.size);
      return;
    }
    if (before) yield before;
    before = line;
  }
  // A single line may be one record as well as a list of them.
  if (before) yield* count === 1 ? items(before.text, before.bytes) : [before];
}

async function* lines(file) {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let bytes = 0;
  const size = new TextEncoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const pieces = value.split("\n");
    pieces[0] = rest + pieces[0];
    rest = pieces.pop();
    for (const text of pieces) {
      bytes += size.encode(text).length + 1;
      yield { text, bytes };
    }
  }
  yield { text: rest, bytes: file.size };
}

function* items(text, bytes) {
  const document = isJson(text) ? JSON.parse(text) : undefined;
  const list = Array.isArray(document) ? document : (document?.issues ?? document?.results ?? document?.values);
  if (!Array.isArray(list)) yield { text, bytes };
  else for (const item of list) yield { text: JSON.stringify(item), bytes };
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
