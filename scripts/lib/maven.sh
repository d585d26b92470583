# The project's Maven: the pinned one of the wrapper, or, where it cannot be fetched, one on the PATH of 3.8.6 or later.

MAVEN=

find_maven() {
  [ -z "$MAVEN" ] || return 0
  local found
  if "$REPO/mvnw" --version >/dev/null 2>&1; then
    MAVEN=$REPO/mvnw
    return
  fi
  if command -v mvn >/dev/null; then
    found=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
    if [ "$(printf '%s\n3.8.6\n' "${found:-0}" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = 3.8.6 ]; then
      MAVEN=mvn
      return
    fi
  fi
  fail "Maven could not be fetched and none of 3.8.6 or later is on the PATH; is there a network? (MVNW_REPOURL names a mirror)"
}

# maven_quietly LOG ARGS…: Maven's own progress on a terminal, else one line now and then; its output in LOG.
maven_quietly() {
  local log=$1 since=$SECONDS pid shown=0
  shift
  "$MAVEN" -B "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    sleep 1
    if [ $((SECONDS - since - shown)) -ge 10 ]; then
      shown=$((SECONDS - since))
      say "    … ${shown}s  $(sed -n 's/.*Downloading from [^:]*: .*\/\([^/]*\)$/fetching \1/p; s/.*Building \(Tianmu.*\) [0-9].*/building \1/p' "$log" | tail -n 1)"
    fi
  done
  wait "$pid"
}
