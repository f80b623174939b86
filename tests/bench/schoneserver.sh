#!/bin/bash
# From a bare Debian to a site with a login that publishes each push, by doing what docs/bijdragen/publiceren.md says.
#
#   tests/bench/schoneserver.sh FOLDER    FOLDER: a Debian made by `debootstrap --variant=minbase bookworm FOLDER`
#
# Needs root and the network. The commands are taken out of the page itself and counted. What cannot be the same in a
# folder of one machine: the address of the repository, the name of the site, the typed password, and systemd, whose
# place a few lines take that start nginx.
set -euo pipefail
wortel=$(cd "$(dirname "$0")/../.." && pwd)
debian=$1
unshare --mount --pid --fork --mount-proc --uts bash -euo pipefail -s "$wortel" "$debian" <<'BINNEN'
wortel=$1 debian=$2
mount --bind /proc "$debian/proc"
mount --bind /dev "$debian/dev"
cp -L /etc/resolv.conf "$debian/etc/resolv.conf"
mkdir -p "$debian/etc/ssl/certs" "$debian/bron.git"
cp -L /etc/ssl/certs/ca-certificates.crt "$debian/etc/ssl/certs/ca-certificates.crt"
cp -r /etc/apt/apt.conf.d/. "$debian/etc/apt/apt.conf.d/"
if [ -f /etc/pip.conf ]; then cp /etc/pip.conf "$debian/etc/pip.conf"; fi
rm -rf "$debian/bron.git"
git clone --quiet --bare "$wortel" "$debian/bron.git"
chmod -R a+rX "$debian/bron.git"
printf '[safe]\n\tdirectory = /bron.git\n' >"$debian/etc/gitconfig"
printf '127.0.0.1 localhost handboek.intern.example\n' >"$debian/etc/hosts"
cat >"$debian/usr/local/bin/systemctl" <<'SYSTEMCTL'
#!/bin/sh
case "$*" in
"reload nginx") nginx -t && { nginx -s reload 2>/dev/null || nginx; } ;;
"enable --now handboek-nacht.timer") test -f /etc/systemd/system/handboek-nacht.timer ;;
*) echo "onbekend: $*" >&2; exit 1 ;;
esac
SYSTEMCTL
chmod +x "$debian/usr/local/bin/systemctl"
{
    echo 'set -e; export PIP_ROOT_USER_ACTION=ignore'
    # Every block of commands under the heading, as it stands on the page.
    awk '/^## Van niets naar een site/{aan=1;next} /^## /{aan=0} aan' "$wortel/docs/bijdragen/publiceren.md" |
        awk '/^```bash/{aan=1;next} /^```/{aan=0} aan' |
        sed -e 's|https://git.intern.example/verkoop/retentiehandboek.git|file:///bron.git|' \
            -e 's|$(openssl passwd -apr1)|$(openssl passwd -apr1 geheim)|' \
            -e 's|^HANDBOEK_AANMELDEN=|SSL_CERT_FILE=/srv/handboek/server/tls.crt HANDBOEK_AANMELDEN=|' \
            -e 's|^\(.*--dokter.*\)$|\1 \|\| echo "de dokter: $?"|'
} >"$debian/opdrachten.sh"
echo "opdrachten op de pagina: $(grep -vc '^set -e' "$debian/opdrachten.sh")"
schoon=(env -i HOME=/root PATH=/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8)
while IFS='=' read -r naam waarde; do
    case $naam in PIP_* | *_proxy | *_PROXY) schoon+=("$naam=$waarde") ;; esac
done < <(env)
chroot "$debian" "${schoon[@]}" bash /opdrachten.sh
cat >"$debian/na.sh" <<'NA'
set -e
kijk() { python3 - "$@" <<'PY'
import base64, ssl, sys, urllib.error, urllib.request
pad, *wie = sys.argv[1:]
vraag = urllib.request.Request("https://handboek.intern.example/" + pad)
if wie:
    vraag.add_header("Authorization", "Basic " + base64.b64encode(wie[0].encode()).decode())
try:
    antwoord = urllib.request.urlopen(vraag, context=ssl.create_default_context(cafile="/srv/handboek/server/tls.crt"))
except urllib.error.HTTPError as fout:
    antwoord = fout
tekst = antwoord.read().decode()
print(antwoord.status, len(tekst), "Nieuwe regel uit een push" in tekst)
PY
}
echo "vreemde: $(kijk '')"; echo "collega: $(kijk '' lotte:geheim)"
cd /srv/handboek/beheer
runuser -u handboek -- sh -c 'echo "Nieuwe regel uit een push." >> docs/index.md; git -c user.name=x -c user.email=x@y.z commit -qam Regel'
runuser -u handboek -- git push /srv/handboek/handboek.git HEAD:main 2>&1 | tail -3
echo "na de push: $(kijk '' lotte:geheim)"
nginx -s stop
NA
chroot "$debian" "${schoon[@]}" bash /na.sh
BINNEN
