#!/bin/bash
# Translates addresses for the private subnets. It runs at each boot, and installs nothing: the image has
# iptables, because Docker needs it.
set -Eeuo pipefail

# Neither the ECS agent nor Docker is used. Docker would also set the policy of the chain FORWARD to DROP,
# and that policy stays after Docker has stopped.
for unit in ecs.service docker.socket docker.service; do
  systemctl mask "$unit"
  systemctl stop "$unit" || true
done

sysctl -w net.ipv4.ip_forward=1
iptables -w 30 -P FORWARD ACCEPT
iptables -w 30 -F FORWARD
read -r _ _ _ _ interface _ < <(ip -4 route show default)
masquerade=(POSTROUTING -o "$interface" -j MASQUERADE)
iptables -w 30 -t nat -C "${masquerade[@]}" || iptables -w 30 -t nat -A "${masquerade[@]}"
