# What ./run and ./test share: finding a JDK and Maven, and building one at a time.
# They set home, the folder of the sources, before they read this. POSIX sh.

layout=$home/app/target/orrery
lock=$home/.mvn/build.lock

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# Whether a folder is a JDK of 25 or later. Its release file says so, which is faster than asking its java.
is_jdk() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      JAVA_VERSION=*)
        version=${line#JAVA_VERSION=}
        version=${version#\"}
        version=${version%%[!0-9]*}
        [ "${version:-0}" -ge 25 ]
        return
        ;;
    esac
  done <"$1/release"
  return 1
}

# The home of the java on the PATH, behind links (as of /etc/alternatives) and shims (as of jenv).
java_on_path() {
  java=$(command -v java) || return 1
  while [ -h "$java" ]; do
    link=$(readlink "$java")
    case $link in
      /*) java=$link ;;
      *) java=$(dirname -- "$java")/$link ;;
    esac
  done
  found=$(dirname -- "$(dirname -- "$java")")
  [ -r "$found/release" ] ||
    found=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  printf '%s\n' "$found"
}

# Sets JAVA_HOME to a JDK of 25 or later.
find_jdk() {
  is_jdk "${JAVA_HOME:-}" && return
  JAVA_HOME=$(java_on_path) && is_jdk "$JAVA_HOME" && export JAVA_HOME && return
  for JAVA_HOME in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* \
    "${HOME:-}"/.jdks/*; do
    is_jdk "$JAVA_HOME" && export JAVA_HOME && return
  done
  fail "Orrery needs a JDK 25 or later: install one (Eclipse Temurin 25, for example) or set JAVA_HOME to it."
}

find_maven() {
  command -v mvn >/dev/null 2>&1 ||
    fail "Orrery needs Maven to be built: install it (apt install maven, brew install maven) and start again."
}

# What has changed since the last build, one path of it, or nothing. Folders count too: they tell of deleted files.
newer_source() {
  find "$home/pom.xml" "$home"/*/pom.xml "$home"/*/src/main -newer "$layout/built" 2>/dev/null | head -n 1
}

is_built() {
  [ -f "$layout/built" ] && [ -z "$(newer_source)" ]
}

# One build at a time: the lock is a link whose target is the builder's process, made in one step.
take_lock() {
  said=
  until ln -s "$$" "$lock" 2>/dev/null; do
    owner=$(readlink "$lock") || continue
    if ! kill -0 "$owner" 2>/dev/null; then
      # Left behind by a build that was killed. Whoever moves it away first goes on.
      mv "$lock" "$lock.$$" 2>/dev/null || continue
      [ "$(readlink "$lock.$$")" = "$owner" ] && rm -f "$lock.$$" || mv "$lock.$$" "$lock"
      continue
    fi
    [ -n "$said" ] || printf '%s\n' "Waiting for another build of Orrery (process $owner)…" >&2
    said=yes
    sleep 1
  done
  trap 'rm -f "$lock" "$home/.mvn/build.started"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  # What is saved while the build runs is newer than the build.
  : >"$home/.mvn/build.started"
}

# Becomes Orrery, as it was built. A cache that is missing or does not fit is left aside by the JVM.
start() {
  exec "$JAVA_HOME/bin/java" "-XX:AOTCache=$layout/app.aot" "@$layout/flags" \
    -p "$layout/lib" -m orrery.app/orrery.app.Main "$@"
}

# Called when everything is built. One query is asked for the JVM to remember what a start loads and links: with this
# cache the next start takes half the time. What the query answers does not matter, nor that it can fail.
mark_built() {
  "$JAVA_HOME/bin/java" "-XX:AOTCacheOutput=$layout/app.aot" "@$layout/flags" \
    -p "$layout/lib" -m orrery.app/orrery.app.Main \
    query sample 'Book.objects.filter(pk__gt=1).order_by("pk")[:5]' --format json </dev/null >/dev/null 2>&1
  mv "$home/.mvn/build.started" "$layout/built"
}

drop_lock() {
  rm -f "$lock" "$home/.mvn/build.started"
  trap - EXIT INT TERM HUP
}
