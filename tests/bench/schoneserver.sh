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
# What apt installs there makes the list of certificates anew, of these too.
mkdir -p "$debian/usr/local/share/ca-certificates"
cp -r /usr/local/share/ca-certificates/. "$debian/usr/local/share/ca-certificates/"
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
# Every block of commands under a heading, as it stands on the page.
blokken() {
    awk -v kop="^## $1" '$0 ~ kop {aan=1;next} /^## /{aan=0} aan' "$wortel/docs/bijdragen/publiceren.md" |
        awk '/^```bash/{aan=1;next} /^```/{aan=0} aan'
}
{
    echo 'set -e; export PIP_ROOT_USER_ACTION=ignore'
    blokken 'Van niets naar een site' |
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
print(antwoord.status, len(tekst), "Nieuwe regel uit een push" in tekst, "Nieuwe regel over ssh" in tekst)
PY
}
echo "vreemde: $(kijk '')"; echo "collega: $(kijk '' lotte:geheim)"
cd /srv/handboek/beheer
runuser -u handboek -- sh -c 'echo "Nieuwe regel uit een push." >> docs/index.md; git -c user.name=x -c user.email=x@y.z commit -qam Regel'
runuser -u handboek -- git push /srv/handboek/handboek.git HEAD:main 2>&1 | tail -3
echo "na de push: $(kijk '' lotte:geheim)"
NA
# A colleague without any right on the server, whose key is put where the page says, pushes over ssh.
{
    echo 'set -e; export DEBIAN_FRONTEND=noninteractive'
    echo 'apt-get install --yes -qq --no-install-recommends openssh-server openssh-client >/dev/null'
    echo 'useradd --create-home lotte; runuser -u lotte -- ssh-keygen -q -t ed25519 -N "" -f ~lotte/.ssh/id_ed25519'
    blokken 'Wie pusht' | sed -e "s|ssh-ed25519 AAAA… lotte'|'\"\$(cat ~lotte/.ssh/id_ed25519.pub)\"|"
    cat <<'SSH'
mkdir -p /run/sshd
/usr/sbin/sshd -o ListenAddress=127.0.0.1 -o Port=2222 -o PidFile=/run/sshd/proef.pid
printf 'Host handboek.intern.example\n Port 2222\n StrictHostKeyChecking accept-new\n' >~lotte/.ssh/config
als() { runuser -u lotte -- "$@"; }
cd ~lotte
als git clone --quiet handboek@handboek.intern.example:handboek.git kopie
cd kopie
als git config user.name Lotte; als git config user.email lotte@example.org
server=handboek@handboek.intern.example:handboek.git
bestand=$(ls accounts/*.yml | head -1)
echo "--- een shell: $(als ssh handboek@handboek.intern.example id 2>&1 | tail -1)"
echo 'opzegtermijn: 3' >>"$bestand"; als git commit -qam Fout
echo '--- een foute push'; als git push "$server" HEAD:main 2>&1 | tail -9 || true
als git reset -q --hard HEAD~1
als sh -c 'echo "Nieuwe regel over ssh." >> docs/index.md'; als git commit -qam Goed
echo '--- een tak'; als git push "$server" HEAD:voorstel/regel 2>&1 | tail -3
echo "voorbeeld: $(kijk voorbeeld/voorstel/regel/ lotte:geheim), de site: $(kijk '' lotte:geheim)"
echo '--- de tak weg'; als git push "$server" --delete voorstel/regel 2>&1 | tail -2
echo "voorbeeld: $(kijk voorbeeld/voorstel/regel/ lotte:geheim)"
echo '--- een goede push'; als git push "$server" HEAD:main 2>&1 | tail -3
echo "de site: $(kijk '' lotte:geheim)"
kill "$(cat /run/sshd/proef.pid)"
nginx -s stop
SSH
} >>"$debian/na.sh"
chroot "$debian" "${schoon[@]}" bash /na.sh
BINNEN
