#!/usr/bin/env bash
# Sees to it that there is a browser for the tests of the demo's page and of drawings: as root of a Debian it installs Chromium.
set -euo pipefail

for name in "${CHROME:-chromium}" chromium google-chrome chromium-browser chrome; do
  if command -v "$name" >/dev/null; then
    "$name" --version
    exit 0
  fi
done
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo 'There is no browser, and only root of a Debian can install one here. CHROME names one elsewhere.'
  exit 1
fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
chromium --version
