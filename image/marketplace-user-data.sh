#!/bin/sh
# User data for a stock Debian image: makes it into what the tested image already is, a web server on port 80 that answers the
# two health paths.
#   /healthz  liveness: 200 while the web server works. The health extension asks for it; an instance that fails it is replaced.
#   /readyz   readiness: 200 while the instance wants traffic. The load balancer's probe asks for it.
# cloud-init runs this once on an instance, as root, at the end of its first boot.
set -eu

export DEBIAN_FRONTEND=noninteractive

# The way to the internet can come up some seconds after the instance.
try() {
  for pause in 5 10 20 40 0; do
    if "$@"; then
      return 0
    fi
    sleep "$pause"
  done
  return 1
}
# Both at once, since packages that a list of yesterday names may be gone. Without --error-on=any a mirror that cannot be reached is no error.
install_web_server() {
  apt-get -o Acquire::Retries=3 update --error-on=any &&
    apt-get -o Acquire::Retries=3 install --yes --no-install-recommends nginx-light
}
try install_web_server

cat > /etc/nginx/sites-available/default <<'SITE'
server {
    listen 80 default_server;
    server_name _;
    root /var/www/html;
    index index.html;
    server_tokens off;

    location = /healthz {
        access_log off;
        default_type text/plain;
        return 200 "healthy\n";
    }

    location = /readyz {
        access_log off;
        default_type text/plain;
        return 200 "ready\n";
    }
}
SITE

cat > /var/www/html/index.html <<PAGE
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>$(hostname)</title>
<h1>Served by $(hostname)</h1>
PAGE

nginx -t
systemctl enable nginx
systemctl reload-or-restart nginx
