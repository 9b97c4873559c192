#!/usr/bin/env bash
# Gets Lowkey Vault, a Key Vault that others wrote, and looks into it as into Azure's. Needs Java 17 or newer and Maven.
# LOWKEY_VAULT_JAR names a jar that is there already; LOWKEY_VAULT_SOURCE a Git repository to build from instead of GitHub's.
set -euo pipefail
cd "$(dirname "$0")/.."

version=3.4.33
artifact="com.github.nagyesta.lowkey-vault:lowkey-vault-app:$version"
source="${LOWKEY_VAULT_SOURCE:-https://github.com/nagyesta/lowkey-vault}"
folder="$PWD/.tmp/peers"
jar="${LOWKEY_VAULT_JAR:-$folder/lowkey-vault-app-$version.jar}"

fetched() {
  [ -z "${LOWKEY_VAULT_SOURCE:-}" ] &&
    mvn -B -q dependency:get "-Dartifact=$artifact" -Dtransitive=false >"$folder/maven.log" 2>&1 &&
    mvn -B -q dependency:copy "-Dartifact=$artifact" "-DoutputDirectory=$folder" >>"$folder/maven.log" 2>&1
}

built() {
  rm -rf "$folder/source" "$folder/build"
  git -c advice.detachedHead=false clone -q --depth 1 --branch "v$version" "$source" "$folder/source"
  mkdir -p "$folder/build"
  cp -r "$folder/source/lowkey-vault-app/src" "$folder/build/"
  cp __tests__/peers/lowkey-vault.pom.xml "$folder/build/pom.xml"
  (cd "$folder/build" && mvn -B -q package -Dmaven.test.skip=true)
  cp "$folder/build/target/lowkey-vault-app-$version.jar" "$jar"
}

mkdir -p "$folder"
if [ ! -f "$jar" ] && ! fetched; then
  echo "Maven does not have $artifact; building v$version from $source"
  built
fi
LOWKEY_VAULT_JAR="$jar" npm test -- --config __tests__/peers/jest.config.mjs "$@"
