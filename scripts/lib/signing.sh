# Signing of modules with the JDK's own tools, and the key of a home.

# The key that signs this build's modules and the notices that officers make, and the certificate by which the portal
# knows it. Made once. Where a trust file is but no key, somebody keeps the key elsewhere: none is made in its place,
# since nothing would trust it.
make_module_key() {
  local keys=$PORTAL_HOME/keys store password name
  store=$keys/module-signing.p12
  password=$keys/module-signing-password
  name=$(printf %s "$PORTAL_HOME" | tr -c 'A-Za-z0-9/._-' _)
  MODULE_KEY_ALIAS=
  if [ ! -f "$store" ] && [ ! -f "$keys/module-trust.pem" ]; then
    say "Making the key that signs modules …"
    (
      umask 077
      rm -f "$store.tmp"
      if [ ! -s "$password" ]; then random_secret >"$password.tmp" && mv "$password.tmp" "$password"; fi \
        && jdk keytool -genkeypair -keystore "$store.tmp" -storetype PKCS12 -storepass:file "$password" -alias module-signing \
          -keyalg EC -groupname secp256r1 -sigalg SHA256withECDSA -validity 3650 -ext KeyUsage:critical=digitalSignature \
          -ext ExtendedKeyUsage=codeSigning -dname "CN=Tianmu module signing ($name)" \
        && mv "$store.tmp" "$store"
    ) || fail "the key for modules could not be made in $keys"
    MODULE_KEY_ALIAS=module-signing
  fi
  if [ ! -f "$keys/module-trust.pem" ]; then
    find_module_key
    (
      umask 077
      jdk keytool -exportcert -rfc -keystore "$store" -storetype PKCS12 -storepass:file "$password" -alias "$MODULE_KEY_ALIAS" \
        -file "$keys/module-trust.pem.tmp" \
        && mv "$keys/module-trust.pem.tmp" "$keys/module-trust.pem"
    ) || fail "the certificate of the key for modules could not be written to $keys/module-trust.pem"
  fi
}

has_module_key() { [ -f "$PORTAL_HOME/keys/module-signing.p12" ]; }

# The name of the one key in the home's key store; a bureau's own may be called anything.
find_module_key() {
  [ -z "${MODULE_KEY_ALIAS:-}" ] || return 0
  local keys=$PORTAL_HOME/keys listed
  listed=$(jdk keytool -J-Duser.language=en -list -keystore "$keys/module-signing.p12" -storepass:file "$keys/module-signing-password" \
    && printf '%s\n' "$JDK_SAID") || fail "the key in $keys/module-signing.p12 cannot be used with $keys/module-signing-password"
  MODULE_KEY_ALIAS=$(printf '%s\n' "$listed" | sed -n 's/^\(.*\), [^,]*, [^,]*, PrivateKeyEntry.*/\1/p' | head -n 1)
  [ -n "$MODULE_KEY_ALIAS" ] || fail "there is no key in $keys/module-signing.p12"
}

# sign_jar KEYSTORE PASSWORD-FILE ALIAS JAR TARGET: writes a signed copy. JAR and TARGET may be one file.
sign_jar() {
  jdk jarsigner -keystore "$1" -storepass:file "$2" -digestalg SHA-256 -sigfile TIANMU -signedjar "$5.signing.tmp" "$4" "$3" \
    && mv "$5.signing.tmp" "$5" && return
  rm -f "$5.signing.tmp"
  return 1
}

# sign_with_home_key JAR TARGET
sign_with_home_key() {
  find_module_key
  sign_jar "$PORTAL_HOME/keys/module-signing.p12" "$PORTAL_HOME/keys/module-signing-password" "$MODULE_KEY_ALIAS" "$1" "$2"
}

# jdk TOOL ARGS…: runs a tool of the JDK; what it says is in JDK_SAID, and on the error output when it fails.
jdk() {
  local tool=$JAVA_HOME/bin/$1
  shift
  JDK_SAID=$("$tool" -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC "$@" 2>&1 </dev/null) && return
  printf '%s\n' "$JDK_SAID" >&2
  return 1
}
