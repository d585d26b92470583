# The servers: fetched once through Maven into a cache that every PORTAL_HOME of this user shares.

fetch_servers() {
  local wanted stamp
  # What is wanted is written in two files; when neither changed since the last fetch there is nothing to do.
  stamp=$PORTAL_SERVERS/fetched
  wanted=$( (sed -n 's/.*<\(liberty\|keycloak\|derby\|postgresql\)\.version>\(.*\)<.*/\1 \2/p' "$REPO/pom.xml" && cksum <"$REPO/scripts/servers/pom.xml"))
  KEYCLOAK_VERSION=$(printf '%s\n' "$wanted" | sed -n 's/^keycloak //p')
  KEYCLOAK_DIST=$PORTAL_SERVERS/keycloak-$KEYCLOAK_VERSION
  LIBERTY_DIST=$PORTAL_SERVERS/wlp
  [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && return
  need_disk "$PORTAL_SERVERS" 2500
  mkdir -p "$PORTAL_SERVERS" || fail "cannot write to $PORTAL_SERVERS (PORTAL_SERVERS)"
  lock_servers
  if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
    say "Fetching Open Liberty and Keycloak $KEYCLOAK_VERSION through Maven into $PORTAL_SERVERS (550 MB, once) …"
    find_maven
    # Unpacked anew when the pinned versions change: Liberty's folder carries no version in its name.
    rm -rf "$LIBERTY_DIST" "$KEYCLOAK_DIST" "$PORTAL_SERVERS/jdbc" "$PORTAL_SERVERS/.markers"
    maven_quietly "$PORTAL_SERVERS/fetch.log" -N -f "$REPO/scripts/servers/pom.xml" -Dservers="$PORTAL_SERVERS" process-resources \
      || fail "the servers could not be fetched; see $PORTAL_SERVERS/fetch.log"
    chmod +x "$LIBERTY_DIST"/bin/* "$KEYCLOAK_DIST"/bin/*.sh 2>/dev/null
    say "Preparing Keycloak (half a minute, once) …"
    "$KEYCLOAK_DIST/bin/kc.sh" build >"$PORTAL_SERVERS/keycloak-build.log" 2>&1 \
      || fail "Keycloak could not be prepared; see $PORTAL_SERVERS/keycloak-build.log"
    printf '%s\n' "$wanted" >"$stamp"
  fi
  unlock_servers
}

# Two runs at once share the fetch: the second waits for the first. A folder is a lock on every system.
lock_servers() {
  local lock=$PORTAL_SERVERS/.lock told=
  until mkdir "$lock" 2>/dev/null; do
    if ! kill -0 "$(cat "$lock/pid" 2>/dev/null)" 2>/dev/null && [ -n "$(find "$lock" -maxdepth 0 -mmin +1 2>/dev/null)" ]; then
      rm -rf "$lock"
      continue
    fi
    [ -n "$told" ] || say "Waiting for another run that is fetching the servers …"
    told=yes
    sleep 1
  done
  echo $$ >"$lock/pid"
  SERVERS_LOCKED=yes
}

unlock_servers() {
  [ -z "${SERVERS_LOCKED:-}" ] || rm -rf "$PORTAL_SERVERS/.lock"
  SERVERS_LOCKED=
}

# need_disk FOLDER MEGABYTES: refuses to begin what could not be finished.
need_disk() {
  local folder=$1 free
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  free=$(df -Pk "$folder" | awk 'NR == 2 { print int($4 / 1024) }')
  [ "${free:-0}" -ge "$2" ] || fail "too little disk space at $folder: $free MB free, $2 MB needed"
}
