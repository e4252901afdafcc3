# Checks by tools of other people, told one a line. Sourced by scripts that set $here, where their
# lists of packages are, and $work, where everything is installed and written.

mkdir -p "$work"
rm -rf "$work/failed" "$work/not-run"
mkdir "$work/failed" "$work/not-run"
export PYTHONDONTWRITEBYTECODE=1

# check NAME COMMAND...: runs it, keeps its output, says how it went.
check() { judge '' "$@"; }

# measure NAME COMMAND...: the same, and shows its last line, which is its figure.
measure() { judge ': ' "$@"; }

judge() {
  local shown=$1 name=$2 log=$work/${2// /-}.log start=$SECONDS
  shift 2
  if "$@" >"$log" 2>&1; then
    [ -z "$shown" ] || shown+=$(tail -n 1 "$log")
    printf '  ok       %s%s (%d s)\n' "$name" "$shown" $((SECONDS - start))
  else
    touch "$work/failed/${name// /-}"
    printf '  FAILED   %s\n%s\n' "$name" "$(sed 's/^/           /' "$log" | tail -n 25)"
  fi
}

# install NAME COMMAND...: installs tools; says so if that fails, with the reason.
install() {
  local name=$1 log=$work/install-$1.log
  shift
  "$@" >"$log" 2>&1 && return
  not_run "$name" "$(grep -i error "$log" | head -n 1)"
  return 1
}

# not_run NAME REASON: says that a check is left out, which fails nothing.
not_run() {
  touch "$work/not-run/$1"
  printf '  not run  %s: %s\n' "$1" "$2"
}

# Tools of Python, each in an environment of its own: they pin versions that exclude each other. The
# lists are complete, so pip has nothing to resolve.
environment() {
  local name=$1 requirements=$here/requirements-$1.txt
  cmp -s "$requirements" "$work/$name/requirements.txt" && return
  rm -rf "${work:?}/$name"
  python3 -m venv "$work/$name" &&
    "$work/$name/bin/pip" install --quiet --no-deps --disable-pip-version-check \
      -r "$requirements" &&
    cp "$requirements" "$work/$name/requirements.txt"
}

# Packages of Node.
packages() {
  cmp -s "$here/package.json" "$work/node/package.json" && return
  rm -rf "$work/node" && mkdir "$work/node" && cp "$here/package.json" "$work/node/" &&
    (cd "$work/node" && npm install --loglevel=error --no-audit --no-fund --no-package-lock) ||
    { rm -f "$work/node/package.json"; return 1; }
}

# result: the last line; ends the script.
result() {
  local skipped
  skipped=$(ls "$work/not-run" | paste -sd' ')
  if [ -z "$(ls "$work/failed")" ]; then
    echo "result: ok${skipped:+, but not run: $skipped}"
  else
    echo 'result: FAILED'
    exit 1
  fi
}
