# PORTAL_HOME: everything a portal keeps. Made at the first start, reused at every later one.

prepare_home() {
  need_disk "$PORTAL_HOME" 300
  mkdir -p "$PORTAL_HOME"/{db,documents,keys,logs,mail,modules,run,liberty/servers/portal/apps,keycloak/data/import,keycloak/conf} \
    || fail "cannot write to $PORTAL_HOME (PORTAL_HOME)"
  chmod 700 "$PORTAL_HOME" "$PORTAL_HOME/keys"
  make_secrets
  make_module_key
  seed_modules
  prepare_liberty
  [ "$KEYCLOAK_START" != true ] || prepare_keycloak
}

random_secret() { od -An -v -tx1 -N24 /dev/urandom | tr -d ' \n'; }

# Made once, readable by this user only. The documents' master key is the portal's own matter.
make_secrets() {
  local file name
  for name in client-secret server-keys-password keycloak-admin-password; do
    file=$PORTAL_HOME/keys/$name
    [ -s "$file" ] || (umask 077 && random_secret >"$file.tmp" && mv "$file.tmp" "$file") || fail "cannot write $file"
  done
  PORTAL_CLIENT_SECRET=${PORTAL_CLIENT_SECRET:-$(cat "$PORTAL_HOME/keys/client-secret")}
  PORTAL_KEYS_PASSWORD=$(cat "$PORTAL_HOME/keys/server-keys-password")
  if [ "$PORTAL_DB" = postgresql ] && [ -z "${PORTAL_DB_PASSWORD:-}" ] && [ -r "$PORTAL_HOME/keys/db-password" ]; then
    PORTAL_DB_PASSWORD=$(cat "$PORTAL_HOME/keys/db-password")
    export PORTAL_DB_PASSWORD
  fi
  export PORTAL_CLIENT_SECRET PORTAL_KEYS_PASSWORD
}

# Copies each module of this build into the watched folder, signed with the home's key, unless it was seeded before: what
# an operator took away or replaced stays so until the build brings something new. What is noted of a module is its sum
# before signing, since no two signatures are alike.
seed_modules() {
  local seeded=$PORTAL_HOME/modules/.seeded jar name file sum
  touch "$seeded"
  for jar in "$REPO"/modules/*/target/*.jar; do
    [ -f "$jar" ] || continue
    name=$(basename "$(dirname "$(dirname "$jar")")").jar
    sum=$(cksum <"$jar")
    file=$PORTAL_HOME/modules/$name
    # What an operator stopped stays stopped.
    [ -f "$file" ] || [ ! -f "$file.off" ] || file=$file.off
    # A home of before modules were signed has the build's own file; it is compared byte by byte, not by its sum, because
    # a sum can be forged and what is signed here is trusted.
    if grep -qxF "$name $sum" "$seeded" && ! cmp -s "$jar" "$file"; then
      continue
    fi
    if ! has_module_key; then
      say "$name of this build was not put in, for want of keys/module-signing.p12: sign $jar yourself and copy it into $PORTAL_HOME/modules"
      continue
    fi
    sign_with_home_key "$jar" "$file" || fail "$name could not be signed into $PORTAL_HOME/modules"
    { grep -v "^$name " "$seeded"; printf '%s %s\n' "$name" "$sum"; } >"$seeded.tmp"
    mv "$seeded.tmp" "$seeded"
  done
  [ "$PORTAL_MODULES_UNSIGNED" = true ] || tell_unsigned_modules
}

# The names of a jar's entries stand in it as they are; one without any signature is known at a glance.
tell_unsigned_modules() {
  local jar
  for jar in "$PORTAL_HOME"/modules/*.jar; do
    [ -f "$jar" ] || continue
    LC_ALL=C grep -aq 'META-INF/[A-Za-z0-9_-]*\.SF' "$jar" \
      || say "$jar is not signed and will not start. Check where it is from, then: scripts/sign-module $jar"
  done
}

prepare_liberty() {
  local server=$PORTAL_HOME/liberty/servers/portal
  cp "$REPO"/liberty-config/*.xml "$server/" || fail "cannot write to $server"
  mv "$server/database-postgresql.xml" "$server/database-postgresql.xml.off"
  if [ "$PORTAL_DB" = postgresql ]; then mv "$server/database-postgresql.xml.off" "$server/database.xml"; fi
  rm -f "$server/database-postgresql.xml.off"
  cmp -s "$WAR" "$server/apps/portal.war" || { cp "$WAR" "$server/apps/portal.war.tmp" && mv "$server/apps/portal.war.tmp" "$server/apps/portal.war"; } \
    || fail "cannot write to $server/apps"
  cat >"$server/jvm.options" <<-END
	-XX:+UseSerialGC
	-Xms64m
	-Xmx${PORTAL_HEAP:-512m}
	-XX:MetaspaceSize=256m
	-Xlog:gc:file=$PORTAL_HOME/logs/gc.log:time,uptime:filecount=2,filesize=2m
	-Dfile.encoding=UTF-8
	-Duser.timezone=Asia/Shanghai
	-Djava.awt.headless=true
	-Dderby.stream.error.file=$PORTAL_HOME/logs/derby.log
	-Dderby.system.home=$PORTAL_HOME/db
	-XX:+ExitOnOutOfMemoryError
	END
}

# A Keycloak folder of this home's own around the shared program, so that several homes run side by side.
prepare_keycloak() {
  local own=$PORTAL_HOME/keycloak folder realm
  rm -rf "$own/bin"
  cp -R "$KEYCLOAK_DIST/bin" "$own/bin"
  cp -R "$KEYCLOAK_DIST/conf/." "$own/conf/"
  for folder in lib providers; do
    rm -f "$own/$folder"
    ln -s "$KEYCLOAK_DIST/$folder" "$own/$folder"
  done
  rm -rf "$own/themes"
  mkdir -p "$own/themes"
  cp -R "$REPO/liberty-config/keycloak/themes/." "$own/themes/"
  mkdir -p "$own/themes/tianmu/login/resources/img"
  cp "$REPO/themes/src/main/resources/META-INF/resources/theme/tokens.css" "$own/themes/tianmu/login/resources/css/"
  cp "$REPO"/themes/src/main/resources/META-INF/resources/theme/{mark,ridge-low}.svg "$own/themes/tianmu/login/resources/img/"
  realm=$own/data/import/district-realm.json
  (
    umask 077
    if [ "$PORTAL_DEMO" = true ]; then
      sed -e "/@DEMO_CLIENTS@/r $REPO/liberty-config/keycloak/demo/clients.json" -e "/@DEMO_USERS@/r $REPO/liberty-config/keycloak/demo/users.json" \
        "$REPO/liberty-config/keycloak/district-realm.json" | sed -e 's/@PASSWORD_POLICY@/length(4)/'
    else
      sed -e 's/@PASSWORD_POLICY@/length(12) and notUsername and notEmail/' "$REPO/liberty-config/keycloak/district-realm.json"
    fi | sed -e '/@DEMO_[A-Z]*@/d' -e "s|@CLIENT_SECRET@|$PORTAL_CLIENT_SECRET|" -e "s|@PORTAL_URL@|$PORTAL_PUBLIC_URL|g" >"$realm"
  ) || fail "cannot write $realm"
}

# The realm was imported with the portal's address of that day; later starts may have moved it to another port.
tell_keycloak_the_address() {
  local kept=$PORTAL_HOME/run/address config=$PORTAL_HOME/run/kcadm.config id
  if [ ! -f "$kept" ]; then
    printf '%s\n' "$PORTAL_PUBLIC_URL" >"$kept"
  fi
  [ "$(cat "$kept")" != "$PORTAL_PUBLIC_URL" ] || return 0
  say "Telling Keycloak that the portal is now at $PORTAL_PUBLIC_URL …"
  kcadm() { "$PORTAL_HOME/keycloak/bin/kcadm.sh" "$@" --config "$config"; }
  if KC_CLI_PASSWORD=$(cat "$PORTAL_HOME/keys/keycloak-admin-password") kcadm config credentials \
      --server "http://localhost:$KEYCLOAK_HTTP_PORT" --realm master --user admin >/dev/null 2>&1 \
    && id=$(kcadm get clients -r district -q clientId=portal --fields id --format csv --noquotes) \
    && kcadm update "clients/$id" -r district -s "rootUrl=$PORTAL_PUBLIC_URL" \
      -s "redirectUris=[\"$PORTAL_PUBLIC_URL/oidcclient/redirect/*\"]" \
      -s "attributes.\"post.logout.redirect.uris\"=$PORTAL_PUBLIC_URL/*" \
      -s "attributes.\"backchannel.logout.url\"=$PORTAL_PUBLIC_URL/oidcclient/backchannel_logout/district"; then
    printf '%s\n' "$PORTAL_PUBLIC_URL" >"$kept"
  else
    say "Keycloak could not be told; signing in needs the client 'portal' of realm 'district' to name $PORTAL_PUBLIC_URL."
  fi
  rm -f "$config"
}

# What liberty:dev needs to know of this home; Liberty reads the file beside server.xml.
write_developer_settings() {
  local file=$REPO/liberty-config/server.env name
  (
    umask 077
    {
      echo "# Written by scripts/run --keycloak-only for liberty:dev."
      for name in PORTAL_HOME PORTAL_SERVERS PORTAL_HTTP_PORT PORTAL_PUBLIC_URL PORTAL_REALM_URL PORTAL_SECURE_COOKIES PORTAL_DEMO \
        PORTAL_AS_OF PORTAL_MODULES_UNSIGNED PORTAL_CLIENT_SECRET PORTAL_KEYS_PASSWORD; do
        printf '%s=%s\n' "$name" "${!name}"
      done
    } >"$file"
  ) || fail "cannot write $file"
}
