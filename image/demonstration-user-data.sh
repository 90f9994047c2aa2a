#!/bin/sh
# User data for trying the tier out: opens the demo application's controls, which keep an instance's processors busy or turn it unhealthy,
# to everyone who can open the page. Nothing for an address that strangers know.
set -eu
mkdir -p /etc/web-tier
touch /etc/web-tier/demonstration
