export const bathShapes = {
  soap: '<rect class="d" x="84" y="226" width="232" height="84" rx="34"/><rect class="c" x="84" y="214" width="232" height="84" rx="34"/><rect class="l" x="120" y="232" width="160" height="44" rx="20"/><rect class="c" x="110" y="140" width="180" height="70" rx="30"/><circle class="w" cx="120" cy="116" r="20"/><circle class="w" cx="160" cy="94" r="13"/><circle class="w" cx="270" cy="106" r="17"/>',
  dispenser:
    '<path class="sk" d="M200 130V84h-52v16"/><rect class="k" x="180" y="120" width="40" height="30"/><rect class="c" x="132" y="148" width="136" height="168" rx="30"/><rect class="w" x="150" y="194" width="100" height="80" rx="8"/><path class="sc2" d="M200 262v-50M200 232q-18-4-20-20M200 232q18-4 20-20"/>',
  towel:
    '<rect class="b" x="70" y="84" width="260" height="16" rx="8"/><path class="c" d="M106 92h188v210H106z"/><path class="w" d="M106 130h188v14H106zM106 156h188v8H106zM106 250h188v14H106zM106 232h188v8H106z"/><path class="sw2" d="M116 304v16M140 304v16M164 304v16M188 304v16M212 304v16M236 304v16M260 304v16M284 304v16"/>',
  towels:
    '<rect class="d" x="80" y="250" width="240" height="60" rx="28"/><rect class="c" x="80" y="190" width="240" height="58" rx="28"/><rect class="l" x="94" y="134" width="212" height="54" rx="26"/><rect class="d" x="112" y="88" width="176" height="44" rx="22"/><path class="sd2" d="M280 208h30M270 152h24"/><path class="e" d="M190 84q20-40 50-36-4 34-50 36z"/>',
  hairbrush:
    '<g transform="rotate(-32 200 200)"><path class="sk2" d="M110 140v-22M130 136v-24M150 134v-24M170 134v-24M190 134v-24M210 136v-24M230 140v-22"/><rect class="d" x="90" y="136" width="160" height="34" rx="14"/><rect class="c" x="80" y="150" width="180" height="80" rx="38"/><rect class="c" x="240" y="172" width="130" height="36" rx="18"/><circle class="l" cx="346" cy="190" r="7"/></g>',
  tub: '<rect class="d" x="110" y="136" width="180" height="56" rx="12"/><path class="c" d="M100 192h200v84q0 34-34 34H134q-34 0-34-34z"/><rect class="w" x="134" y="220" width="132" height="58" rx="8"/><path class="sc2" d="M154 242h92M168 260h64"/><path class="w" d="M160 130q0-26 40-40 40 14 40 40z"/>',
  tube: '<path class="c" d="M116 70h168l-24 190H140z"/><path class="d" d="M112 60h176v22H112z"/><rect class="w" x="150" y="258" width="100" height="52" rx="10"/><circle class="y" cx="200" cy="160" r="32"/><path class="sw2" d="M200 112v-10M200 218v-10M152 160h-8M256 160h-8M166 126l-8-8M234 126l8-8M166 194l-8 8M234 194l8 8"/>',
  razor:
    '<g transform="rotate(28 200 200)"><path class="d" d="M124 92h152v30H124z"/><path class="w" d="M130 118h140v14H130z"/><rect class="m" x="188" y="130" width="24" height="50"/><rect class="c" x="180" y="176" width="40" height="160" rx="14"/><path class="sl" d="M184 200h32M184 222h32M184 244h32M184 266h32M184 288h32"/></g>',
  'shaving-brush':
    '<path class="w" d="M96 80h88q16 60-20 90h-48q-36-30-20-90z"/><rect class="c" x="110" y="168" width="60" height="34" rx="8"/><path class="d" d="M104 202h72l10 60q4 46-46 46t-46-46z"/><path class="l" d="M200 220h140q-4 90-70 90t-70-90z"/><circle class="w" cx="240" cy="208" r="24"/><circle class="w" cx="274" cy="196" r="28"/><circle class="w" cx="308" cy="208" r="22"/>',
  toothbrush:
    '<g transform="rotate(24 160 200)"><rect class="b" x="128" y="80" width="26" height="236" rx="13"/><path class="w" d="M120 84h14v70h-14z"/><path class="c" d="M128 240h26v30h-26z"/></g><g transform="rotate(-24 250 200)"><rect class="b" x="246" y="80" width="26" height="236" rx="13"/><path class="w" d="M266 84h14v70h-14z"/><path class="r" d="M246 240h26v30h-26z"/></g>',
  'sonic-toothbrush':
    '<rect class="w" x="176" y="46" width="16" height="50"/><rect class="d" x="186" y="40" width="22" height="110" rx="8"/><path class="c" d="M170 150h56l10 120q0 40-38 40t-38-40z"/><circle class="k" cx="198" cy="200" r="13"/><circle class="e" cx="198" cy="246" r="5"/><ellipse class="d" cx="198" cy="310" rx="70" ry="14"/><path class="sI" d="M240 60q20 14 0 34M262 50q32 26 0 56"/>',
  'hair-dryer':
    '<path class="sI" d="M60 130h-30M60 160H24M60 190h-30"/><path class="d" d="M70 120h50v80H70z"/><path class="c" d="M110 110h120q70 0 70 54t-70 54H110z"/><circle class="l" cx="236" cy="164" r="30"/><path class="c" d="M190 210h60l16 96q-34 16-56 0z"/><rect class="k" x="210" y="236" width="22" height="40" rx="8"/><path class="sk" d="M240 312q20 24 60 10"/>',
  salts:
    '<rect class="b" x="130" y="86" width="140" height="40" rx="10"/><rect class="g" x="112" y="124" width="176" height="188" rx="30"/><path class="c" d="M122 180q40-20 78 0t78 0v98q0 24-24 24H146q-24 0-24-24z"/><rect class="w" x="144" y="206" width="112" height="66" rx="8"/><path class="e" d="M178 256q-6-40 30-44 8 38-30 44z"/>',
  dropper:
    '<path class="k" d="M180 60q20-24 40 0v56h-40z"/><rect class="d" x="164" y="112" width="72" height="34" rx="6"/><path class="c" d="M164 150h72q40 20 40 60v76q0 26-26 26h-100q-26 0-26-26v-76q0-40 40-60z"/><rect class="w" x="142" y="210" width="116" height="70" rx="6"/><path class="y" d="M200 220q24 30 0 48-24-18 0-48z"/>',
  'shampoo-bar':
    '<path class="sb" d="M200 140V60"/><circle class="d" cx="200" cy="226" r="92"/><circle class="c" cx="200" cy="216" r="92"/><circle class="l" cx="200" cy="216" r="60"/><path class="e" d="M170 240q0-50 50-60 10 56-50 60z"/><circle class="w" cx="108" cy="126" r="20"/><circle class="w" cx="296" cy="130" r="15"/><circle class="w" cx="84" cy="166" r="10"/>',
  caddy:
    '<path class="w" d="M70 230h260q0 84-60 84H130q-60 0-60-84z"/><path class="i" d="M82 240h236v20H82z"/><rect class="c" x="50" y="194" width="300" height="26" rx="8"/><path class="r" d="M120 140h70v54h-70z"/><path class="w" d="M126 146h58v42h-58z"/><path class="g" d="M226 120h40q4 34-16 40v26h14v8h-36v-8h14v-26q-20-6-16-40z"/><path class="w" d="M288 160h24v34h-24z"/><path class="y" d="M300 138q10 14 0 20-10-6 0-20z"/>',
  'bath-mat':
    '<path class="d" d="M90 160h220l40 140H50z"/><path class="c" d="M90 150h220l40 136H50z"/><path class="sl" d="M96 176h208M86 210h228M76 246h248"/><ellipse class="l" cx="160" cy="224" rx="22" ry="34"/><circle class="l" cx="148" cy="180" r="7"/><circle class="l" cx="164" cy="176" r="7"/><ellipse class="l" cx="240" cy="224" rx="22" ry="34"/><circle class="l" cx="236" cy="176" r="7"/><circle class="l" cx="252" cy="180" r="7"/>',
  'vanity-mirror':
    '<circle class="y o" cx="200" cy="160" r="124"/><circle class="c" cx="200" cy="160" r="102"/><circle class="w" cx="200" cy="160" r="90"/><circle class="i" cx="200" cy="160" r="74"/><path class="sw" d="M168 170l40-52"/><path class="d" d="M190 260h20v40h-20z"/><ellipse class="c" cx="200" cy="306" rx="70" ry="16"/>',
  roller:
    '<g transform="rotate(-20 200 200)"><rect class="d" x="40" y="188" width="320" height="24" rx="12"/><rect class="c" x="100" y="164" width="40" height="72" rx="18"/><rect class="c" x="146" y="164" width="40" height="72" rx="18"/><rect class="c" x="192" y="164" width="40" height="72" rx="18"/><rect class="c" x="238" y="164" width="40" height="72" rx="18"/><rect class="b" x="30" y="178" width="56" height="44" rx="20"/><rect class="b" x="314" y="178" width="56" height="44" rx="20"/></g>',
  perfume:
    '<rect class="k" x="176" y="86" width="48" height="40" rx="6"/><rect class="m" x="184" y="124" width="32" height="22"/><rect class="g" x="112" y="144" width="176" height="168" rx="26"/><rect class="c" x="128" y="180" width="144" height="118" rx="16"/><rect class="w" x="158" y="214" width="84" height="50" rx="6"/><path class="sI" d="M150 100h-30M156 76l-24-18M150 122l-26 14"/>',
} as const;
