#!/usr/bin/env bash
# Installs helm and kustomize with the Go toolchain, in the versions that Argo CD bundles, for the tests that call them.
# Usage: scripts/renderers.sh [folder]; then put the folder on PATH. What is there already is left alone.
set -euo pipefail

folder="${1:-.tmp/bin}"
mkdir -p "$folder"
GOBIN="$(cd "$folder" && pwd)"
export GOBIN

[ -x "$GOBIN/helm" ] || go install helm.sh/helm/v4/cmd/helm@v4.2.4
[ -x "$GOBIN/kustomize" ] || go install sigs.k8s.io/kustomize/kustomize/v5@v5.8.1
