export const electronicShapes = {
  headphones:
    '<path class="sc w4" d="M96 220q0-130 104-130t104 130"/><rect class="d" x="72" y="200" width="64" height="104" rx="28"/><rect class="d" x="264" y="200" width="64" height="104" rx="28"/><rect class="l" x="116" y="212" width="28" height="80" rx="14"/><rect class="l" x="256" y="212" width="28" height="80" rx="14"/>',
  earbuds:
    '<rect class="d" x="110" y="200" width="180" height="112" rx="50"/><path class="l" d="M110 250q0-50 50-50h80q50 0 50 50z"/><circle class="e" cx="200" cy="276" r="7"/><path class="c" d="M120 110q0-36 34-36t34 36q0 24-22 30v40h-24v-40q-22-6-22-30zM212 110q0-36 34-36t34 36q0 24-22 30v40h-24v-40q-22-6-22-30z"/><circle class="k" cx="146" cy="106" r="10"/><circle class="k" cx="254" cy="106" r="10"/>',
  speaker:
    '<path class="sk" d="M120 120q0-44 80-44t80 44"/><rect class="c" x="70" y="120" width="260" height="180" rx="80"/><circle class="d" cx="150" cy="210" r="56"/><circle class="d" cx="250" cy="210" r="56"/><circle class="l" cx="150" cy="210" r="22"/><circle class="l" cx="250" cy="210" r="22"/>',
  'power-bank':
    '<rect class="d" x="128" y="82" width="156" height="234" rx="28"/><rect class="c" x="116" y="76" width="156" height="234" rx="28"/><path class="y" d="M206 130l-50 74h32l-10 58 56-80h-34z"/><path class="sk" d="M194 70V48"/>',
  keyboard:
    '<path class="d" d="M50 160h300l14 130H36z"/><path class="c" d="M54 150h292l12 124H42z"/><path class="w" d="M70 166h32v26H70zM110 166h32v26h-32zM150 166h32v26h-32zM190 166h32v26h-32zM230 166h32v26h-32zM270 166h32v26h-32zM66 200h40v26H66zM114 200h32v26h-32zM154 200h32v26h-32zM194 200h32v26h-32zM234 200h32v26h-32zM274 200h60v26h-60zM62 234h46v26H62zM116 234h158v26H116z"/><path class="r" d="M310 166h26v26h-26zM282 234h56v26h-56z"/>',
  mouse:
    '<path class="d" d="M120 300q-20-170 80-200 84 20 90 130 0 50-24 74z"/><path class="c" d="M120 300q-20-170 80-200 50 40 40 120-6 60-60 80z"/><path class="sl" d="M184 116q30 44 22 100"/><rect class="r" x="220" y="150" width="14" height="34" rx="7" transform="rotate(20 227 167)"/>',
  camera:
    '<rect class="w" x="140" y="262" width="120" height="66"/><rect class="i" x="152" y="270" width="96" height="44"/><path class="c" d="M84 120q0-30 30-30h172q30 0 30 30v140H84z"/><path class="d" d="M84 240h232v40H84z"/><circle class="k" cx="200" cy="180" r="62"/><circle class="i" cx="200" cy="180" r="40"/><circle class="w" cx="186" cy="166" r="12"/><rect class="w" x="262" y="106" width="36" height="26" rx="6"/><circle class="r" cx="112" cy="118" r="12"/>',
  tablet:
    '<rect class="c" x="104" y="66" width="192" height="256" rx="22"/><rect class="w" x="122" y="88" width="156" height="206"/><path class="sm" d="M140 116h120M140 142h120M140 168h90M140 206h120M140 232h120M140 258h70"/>',
  watch:
    '<path class="d" d="M154 60h92l10 80H144zM154 336h92l10-80H144z"/><rect class="c" x="116" y="116" width="168" height="168" rx="50"/><rect class="k" x="136" y="136" width="128" height="128" rx="34"/><path class="r" d="M200 236q-44-30-20-50 14-8 20 10 6-18 20-10 24 20-20 50z"/><path class="sy2" d="M156 164h88"/><rect class="m" x="282" y="184" width="14" height="32" rx="6"/>',
  'light-bar':
    '<rect class="k" x="78" y="120" width="244" height="160" rx="10"/><rect class="i" x="92" y="134" width="216" height="132"/><path class="d" d="M180 280h40l10 36h-60z"/><path class="y o" d="M96 116h208l50 190H46z"/><rect class="c" x="86" y="90" width="228" height="26" rx="13"/><rect class="d" x="184" y="80" width="32" height="54" rx="10"/>',
  charger:
    '<path class="d" d="M90 290h220v24H90z"/><path class="c" d="M150 290l14-170h40l14 170z"/><rect class="k" x="122" y="86" width="120" height="180" rx="18"/><rect class="i" x="132" y="100" width="100" height="150" rx="8"/><path class="y" d="M190 130l-36 56h26l-8 44 42-60h-28z"/><circle class="d" cx="286" cy="230" r="38"/><circle class="k" cx="286" cy="230" r="26"/>',
  plug: '<path class="m" d="M150 70h20v70h-20zM230 70h20v70h-20z"/><rect class="d" x="112" y="130" width="188" height="180" rx="30"/><rect class="c" x="102" y="124" width="188" height="180" rx="30"/><rect class="k" x="150" y="190" width="90" height="18" rx="9"/><rect class="k" x="150" y="222" width="90" height="18" rx="9"/><rect class="k" x="150" y="254" width="90" height="18" rx="9"/>',
  projector:
    '<path class="y o" d="M130 200L20 90v220z"/><rect class="d" x="106" y="132" width="220" height="158" rx="30"/><rect class="c" x="106" y="124" width="220" height="152" rx="30"/><circle class="k" cx="158" cy="200" r="46"/><circle class="i" cx="158" cy="200" r="28"/><path class="sd2" d="M240 170h60M240 194h60M240 218h60"/><path class="k" d="M130 288h30v20h-30zM272 288h30v20h-30z"/>',
  radio:
    '<path class="sm" d="M270 130L320 50"/><rect class="b" x="62" y="126" width="276" height="182" rx="26"/><rect class="c" x="78" y="142" width="244" height="150" rx="16"/><circle class="k" cx="150" cy="218" r="54"/><path class="sm2" d="M110 200h80M104 218h92M110 236h80"/><rect class="w" x="222" y="164" width="84" height="40" rx="6"/><circle class="l" cx="240" cy="250" r="20"/><circle class="l" cx="290" cy="250" r="20"/>',
  'smart-plug':
    '<rect class="d" x="116" y="116" width="180" height="190" rx="50"/><rect class="c" x="106" y="108" width="180" height="190" rx="50"/><circle class="l" cx="196" cy="204" r="62"/><circle class="k" cx="174" cy="204" r="10"/><circle class="k" cx="218" cy="204" r="10"/><path class="sk2" d="M280 96q30 6 34 36M288 66q56 10 60 66"/>',
  webcam:
    '<path class="k" d="M180 250h40l20 56h-80z"/><rect class="d" x="120" y="300" width="160" height="16" rx="8"/><rect class="c" x="78" y="110" width="244" height="148" rx="60"/><circle class="k" cx="200" cy="184" r="56"/><circle class="i" cx="200" cy="184" r="34"/><circle class="w" cx="188" cy="172" r="11"/><circle class="r" cx="288" cy="184" r="8"/>',
  router:
    '<path class="sw" d="M120 110q80-70 160 0M146 138q54-46 108 0"/><path class="d" d="M120 172h76v140h-76q-16-70 0-140z"/><path class="c" d="M112 172q46-20 92 0v132q-46 20-92 0z"/><path class="c" d="M216 192q46-20 92 0v112q-46 20-92 0z"/><circle class="e" cx="158" cy="284" r="6"/><circle class="e" cx="262" cy="286" r="6"/>',
  sunrise:
    '<circle class="y o" cx="200" cy="200" r="140"/><circle class="d" cx="200" cy="204" r="108"/><circle class="c" cx="200" cy="200" r="100"/><path class="y" d="M100 210a100 100 0 0 1 200 0z"/><rect class="k" x="140" y="190" width="120" height="58" rx="10"/><path class="sw2" d="M160 206v26M182 206h16v14h-16v12h16M216 206v26M240 206v26"/><rect class="d" x="130" y="292" width="140" height="22" rx="10"/>',
  laptop:
    '<path class="k" d="M104 90h192v128H104z"/><path class="i" d="M116 102h168v104H116z"/><path class="m" d="M70 218h260l10 18H60z"/><path class="c" d="M110 238h180l-60 60h70v16H100v-16h70z"/><path class="l" d="M150 240h100l-50 50z"/>',
  monitor:
    '<path class="sk" d="M250 100V60"/><rect class="c" x="66" y="100" width="268" height="200" rx="34"/><rect class="w" x="86" y="120" width="190" height="150" rx="16"/><circle class="r o" cx="180" cy="200" r="46"/><path class="sk2" d="M160 196q6 8 14 0M188 196q6 8 14 0M168 222q14 12 26 0"/><circle class="l" cx="306" cy="160" r="12"/><circle class="l" cx="306" cy="200" r="12"/><circle class="e" cx="306" cy="240" r="8"/>',
} as const;
