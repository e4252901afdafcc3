# Sourced by the commands of this folder: builds the benchmarks if a source is newer than their jar,
# and sets $java and $class_path to run them. Needs $root. Tests are compiled: other modules need the
# contracts among them.
benchmarks="$root/benchmarks/target"

benchmarks_are_built() {
  [ -f "$benchmarks/rampart-benchmarks.jar" ] && [ -f "$benchmarks/jdk-home" ] || return 1
  [ -z "$(find "$root/pom.xml" "$root/domain" "$root/adapters" "$root/replay" "$root/local/firewall" "$root/local/tables" "$root/benchmarks" -newer "$benchmarks/rampart-benchmarks.jar" -type f \
    \( -path '*/src/main/*' -o -name pom.xml \) -not -path '*/target/*' -print -quit)" ]
}

if ! benchmarks_are_built; then
  echo "building the benchmarks" >&2
  (cd "$root" && ./mvnw -B -q package -pl benchmarks -am -DskipTests)
  touch "$benchmarks/rampart-benchmarks.jar"
fi
java="$(cat "$benchmarks/jdk-home")/bin/java"
class_path="$benchmarks/rampart-benchmarks.jar:$benchmarks/lib/*"
