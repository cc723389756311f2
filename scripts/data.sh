# Unpacks the archives of real and labelled texts, where they are present. Sourced by the other scripts.
unpack() { # archive of real or labelled texts, used by the native tests
  local archive="${DC_DATA:-../shared/data}/$1.tar.gz" stamp="target/data/.$1.cksum"
  [ -f "$archive" ] || { echo "$archive is absent: the tests that need it are skipped and say so"; return; }
  [ "$(cat "$stamp" 2>/dev/null)" = "$(cksum <"$archive")" ] && return
  rm -rf "target/data/$1"
  mkdir -p target/data
  tar -xzf "$archive" -C target/data
  cksum <"$archive" >"$stamp"
}
unpack real
unpack labelled
