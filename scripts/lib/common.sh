# Shared by run, stop, test and sign-module: where things are, what the settings are, small questions to the machine.
# Bash 3.2 and a POSIX userland are enough: neither curl nor unzip nor ps is taken for granted.

REPO=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

say() { printf '%s\n' "$*"; }
fail() {
  printf 'tianmu: %s\n' "$*" >&2
  exit 1
}

# The absolute form of a path that need not exist yet.
absolute() {
  case $1 in
    /*) printf '%s\n' "$1" ;;
    *) printf '%s/%s\n' "$PWD" "$1" ;;
  esac
}

# Settings, all from the environment, with the contract's defaults.
settings() {
  PORTAL_HOME=$(absolute "${PORTAL_HOME:-$REPO/var}")
  PORTAL_SERVERS=$(absolute "${PORTAL_SERVERS:-${XDG_CACHE_HOME:-$HOME/.cache}/tianmu/servers}")
  PORTAL_HTTP_PORT=${PORTAL_HTTP_PORT:-9080}
  KEYCLOAK_HTTP_PORT=${KEYCLOAK_HTTP_PORT:-8180}
  PORTAL_PUBLIC_URL=${PORTAL_PUBLIC_URL:-http://localhost:$PORTAL_HTTP_PORT}
  PORTAL_PUBLIC_URL=${PORTAL_PUBLIC_URL%/}
  KEYCLOAK_PUBLIC_URL=${KEYCLOAK_PUBLIC_URL:-http://localhost:$KEYCLOAK_HTTP_PORT}
  KEYCLOAK_PUBLIC_URL=${KEYCLOAK_PUBLIC_URL%/}
  PORTAL_REALM_URL=$KEYCLOAK_PUBLIC_URL/realms/district
  KEYCLOAK_START=${KEYCLOAK_START:-true}
  PORTAL_DEMO=${PORTAL_DEMO:-true}
  PORTAL_DB=${PORTAL_DB:-derby}
  PORTAL_MODULES_UNSIGNED=${PORTAL_MODULES_UNSIGNED:-false}
  case $PORTAL_HOME$PORTAL_SERVERS in
    *[[:space:]]*) fail "PORTAL_HOME and PORTAL_SERVERS must not contain spaces: $PORTAL_HOME, $PORTAL_SERVERS" ;;
  esac
  case $PORTAL_DB in
    derby | postgresql) ;;
    *) fail "PORTAL_DB is '$PORTAL_DB'; it can be derby or postgresql" ;;
  esac
  case $PORTAL_MODULES_UNSIGNED in
    true | false) ;;
    *) fail "PORTAL_MODULES_UNSIGNED is '$PORTAL_MODULES_UNSIGNED'; it can be true or false" ;;
  esac
  local port
  for port in "$PORTAL_HTTP_PORT" "$KEYCLOAK_HTTP_PORT"; do
    case $port in
      '' | *[!0-9]*) fail "'$port' is not a port number" ;;
    esac
  done
  [ "$PORTAL_HTTP_PORT" != "$KEYCLOAK_HTTP_PORT" ] || fail "PORTAL_HTTP_PORT and KEYCLOAK_HTTP_PORT are both $PORTAL_HTTP_PORT"
  PORTAL_SECURE_COOKIES=false
  case $PORTAL_PUBLIC_URL in https://*) PORTAL_SECURE_COOKIES=true ;; esac
  export PORTAL_HOME PORTAL_SERVERS PORTAL_HTTP_PORT PORTAL_PUBLIC_URL PORTAL_REALM_URL PORTAL_SECURE_COOKIES PORTAL_DEMO PORTAL_DB \
    PORTAL_MODULES_UNSIGNED
}

# A JDK of 17 or later, from JAVA_HOME or the PATH; exports JAVA_HOME.
find_jdk() {
  local javac version
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/javac" ]; then
    javac=$JAVA_HOME/bin/javac
  else
    javac=$(command -v javac) || fail "no JDK found: install JDK 17 or later, or set JAVA_HOME to one"
    # /usr/libexec/java_home and /usr/bin/javac are stubs or links; the JVM knows its own home.
    JAVA_HOME=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
    [ -x "$JAVA_HOME/bin/javac" ] || fail "the java on the PATH is no JDK: install JDK 17 or later, or set JAVA_HOME to one"
  fi
  version=$("$javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ "${version:-0}" -ge 17 ] || fail "JDK $version found at ${JAVA_HOME:-$javac}; 17 or later is needed"
  export JAVA_HOME
}

# Whether something listens on a port of this machine's loopback.
port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The status code that http://localhost:PORT/PATH answers with; nothing when there is no answer within 5 seconds.
http_status() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
    printf 'GET %s HTTP/1.0\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3
    IFS=' ' read -r -t 5 _ status _ <&3 && printf '%s' "$status"
  ) 2>/dev/null
}

# When a process began, so that a process id kept in a file is not taken for a later process of the same number.
birth_of() {
  if [ -r "/proc/$1/stat" ]; then
    sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20
  else
    ps -o lstart= -p "$1" 2>/dev/null
  fi
}

# remember NAME PID: keeps a server's process group under PORTAL_HOME.
remember() { printf '%s %s\n' "$2" "$(birth_of "$2")" >"$PORTAL_HOME/run/$1.pid"; }

# process_of NAME: the remembered process group, if it is still the same process.
process_of() {
  local pid birth
  [ -r "$PORTAL_HOME/run/$1.pid" ] || return 1
  read -r pid birth <"$PORTAL_HOME/run/$1.pid" || return 1
  [ -n "$birth" ] && [ "$(birth_of "$pid")" = "$birth" ] && printf '%s\n' "$pid"
}

# stop_server NAME: asks, waits 30 seconds, then insists. Quiet and successful when it does not run.
stop_server() {
  local pid turn
  if pid=$(process_of "$1"); then
    kill -TERM -- "-$pid" 2>/dev/null
    for turn in $(seq 1 120); do
      kill -0 -- "-$pid" 2>/dev/null || break
      sleep 0.25
    done
    kill -KILL -- "-$pid" 2>/dev/null
  fi
  rm -f "$PORTAL_HOME/run/$1.pid"
}
