# The project's own part: the WAR and the modules that it ships with.

WAR=$REPO/portal-core/web/target/portal.war

# Whether a source is newer than the WAR (a deleted one shows in its folder's time).
build_needed() {
  [ -f "$WAR" ] || return 0
  local module
  for module in "$REPO"/modules/*/pom.xml; do
    ls "$(dirname "$module")"/target/*.jar >/dev/null 2>&1 || return 0
  done
  [ -n "$(find "$REPO"/pom.xml "$REPO"/portal-core/{spi,engine,web}/{src,pom.xml} "$REPO"/themes/{src,pom.xml} \
    "$REPO"/modules/*/{src,pom.xml,bnd.bnd} -newer "$WAR" -print 2>/dev/null | head -n 1)" ]
}

build_portal() {
  if [ "${PORTAL_BUILD:-auto}" = never ]; then
    [ -f "$WAR" ] || fail "nothing is built and PORTAL_BUILD is never"
    return
  fi
  build_needed || return 0
  need_disk "$REPO" 500
  find_maven
  say "Building the portal …"
  mkdir -p "$REPO/portal-core/web/target"
  # Starting is not testing: the tests are neither compiled nor run here, scripts/test runs them all.
  maven_quietly "$REPO/portal-core/web/target/build.log" -f "$REPO/pom.xml" -pl '!portal-core/acceptance' -Dmaven.test.skip=true package \
    || {
      grep -m 5 '^\[ERROR\]' "$REPO/portal-core/web/target/build.log" >&2
      fail "the build failed; see $REPO/portal-core/web/target/build.log"
    }
  # Maven leaves an unchanged archive as it was; its time must still say that it is up to date.
  touch "$WAR"
}
