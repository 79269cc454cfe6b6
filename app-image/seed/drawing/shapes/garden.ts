export const gardenShapes = {
  'watering-can':
    '<path class="sd" d="M210 160q70-70 100 0 16 60-26 90"/><path class="c" d="M140 160h130v120q0 30-30 30h-70q-30 0-30-30z"/><path class="d" d="M146 270L76 150l18-8 56 70z"/><path class="m" d="M54 130l54-20 8 22-54 28z"/><path class="l" d="M156 178h16v100h-16z"/><path class="i" d="M60 180q10 16 0 22-10-6 0-22zM44 214q10 16 0 22-10-6 0-22zM84 210q10 16 0 22-10-6 0-22z"/>',
  flowerpot:
    '<path class="se" d="M200 170v-70M200 140q-40-6-50-40M200 130q40-6 50-40"/><circle class="r" cx="200" cy="84" r="26"/><circle class="y" cx="200" cy="84" r="10"/><path class="e" d="M150 100q-40-10-36-40 40 0 36 40zM250 90q40-10 36-40-40 0-36 40z"/><path class="d" d="M116 166h168v36H116z"/><path class="c" d="M128 202h144l-20 112H148z"/><path class="l" d="M144 212h18l10 92h-14z"/>',
  spade:
    '<g transform="rotate(18 200 200)"><path class="sc" d="M174 52h52M200 56v150"/><path class="m" d="M148 196h104v70q-10 50-52 76-42-26-52-76z"/><path class="w" d="M162 210h14v70l-10-14z"/></g>',
  secateurs:
    '<g transform="rotate(30 200 190)"><path class="m" d="M192 180q-30-90 30-130 24 60 4 130z"/><path class="k" d="M206 180q-50-40-46-110 10 50 60 90z"/><circle class="k" cx="206" cy="184" r="14"/><path class="c" d="M190 190q-50 60-36 150 24 6 30-4-6-80 24-130z"/><path class="d" d="M216 190q50 60 40 150-24 6-30-4 2-80-26-130z"/></g>',
  seeds:
    '<path class="d" d="M122 76h170v240H122z"/><path class="w" d="M112 70h170v240H112z"/><path class="c" d="M112 70h170v40H112z"/><path class="se" d="M197 270v-76"/><circle class="c" cx="197" cy="150" r="16"/><circle class="l" cx="175" cy="172" r="18"/><circle class="l" cx="219" cy="172" r="18"/><circle class="l" cx="183" cy="196" r="18"/><circle class="l" cx="211" cy="196" r="18"/><circle class="y" cx="197" cy="176" r="14"/><path class="e" d="M197 256q-40-4-42-32 38 0 42 32zM197 244q40-4 42-32-38 0-42 32z"/>',
  herbs:
    '<path class="e" d="M106 200q-40-60 0-104 40 44 0 104zM200 200q-44-70 0-124 44 54 0 124zM294 200q-40-60 0-104 40 44 0 104z"/><path class="c" d="M140 200q-50-30-40-80 44 20 40 80zM256 200q50-30 40-80-44 20-40 80zM170 200q-40-40-24-84 36 24 24 84zM232 200q40-40 24-84-36 24-24 84z"/><rect class="b" x="60" y="196" width="280" height="112" rx="8"/><path class="sd2" d="M60 232h280M60 270h280"/><path class="w" d="M150 180h40v26h-40z"/>',
  'bird-feeder':
    '<path class="sk2" d="M200 40v40"/><path class="d" d="M200 70l96 76H104z"/><rect class="g" x="136" y="146" width="128" height="120"/><path class="y" d="M142 200h116v66H142z"/><rect class="c" x="96" y="264" width="208" height="24" rx="8"/><path class="r" d="M270 260q-20-50 24-60 34 0 34 40-10 24-40 24z"/><circle class="k" cx="306" cy="218" r="5"/><path class="y" d="M326 222l20 6-20 8z"/>',
  'insect-hotel':
    '<path class="d" d="M200 60l130 90H70z"/><rect class="c" x="90" y="146" width="220" height="170"/><rect class="b" x="106" y="162" width="90" height="66"/><rect class="k" x="206" y="162" width="88" height="66"/><rect class="k" x="106" y="238" width="90" height="64"/><rect class="b" x="206" y="238" width="88" height="64"/><circle class="k" cx="128" cy="184" r="9"/><circle class="k" cx="156" cy="204" r="9"/><circle class="k" cx="180" cy="182" r="9"/><path class="sy2" d="M216 180h68M216 196h68M216 212h68M120 250v42M136 250v42M152 250v42M168 250v42M184 250v42"/><circle class="k" cx="230" cy="260" r="9"/><circle class="k" cx="270" cy="276" r="9"/>',
  lantern:
    '<circle class="y o" cx="200" cy="190" r="120"/><path class="sk" d="M170 84q30-40 60 0"/><path class="c" d="M140 118l60-40 60 40z"/><rect class="g" x="146" y="120" width="108" height="120"/><path class="y" d="M200 140q32 44 0 76-32-32 0-76z"/><path class="sc" d="M146 120v120M254 120v120"/><rect class="c" x="130" y="238" width="140" height="24" rx="6"/><path class="sd" d="M200 262v56"/>',
  hose: '<circle class="sc w4" cx="200" cy="210" r="92"/><circle class="sd w4" cx="200" cy="210" r="64"/><circle class="sc w4" cx="200" cy="210" r="36"/><path class="sc w4" d="M200 118q70-10 110-50"/><path class="y" d="M300 78l34-34 16 16-34 34z"/><path class="i" d="M350 30q14 12 4 20-12-6-4-20z"/>',
  bistro:
    '<ellipse class="c" cx="200" cy="180" rx="74" ry="20"/><path class="sd" d="M200 190v66M200 256l-40 56M200 256l40 56"/><path class="sd" d="M66 130v180M66 226h64v84M334 130v180M334 226h-64v84"/><rect class="c" x="54" y="110" width="24" height="70" rx="10"/><rect class="c" x="322" y="110" width="24" height="70" rx="10"/><path class="w" d="M178 146h44q0 28-22 28t-22-28z"/>',
  'raised-bed':
    '<path class="e" d="M90 190q10-60 40-40 10-50 40-20 30-50 50 4 20-50 44-4 40-16 46 60z"/><circle class="r" cx="140" cy="170" r="12"/><circle class="r" cx="250" cy="164" r="12"/><rect class="c" x="66" y="186" width="268" height="110"/><path class="sd2" d="M66 222h268M66 258h268"/><path class="d" d="M76 180h22v136H76zM302 180h22v136h-22z"/>',
  grill:
    '<path class="sw" d="M160 106q-14-20 0-36M200 106q-14-20 0-36M240 106q-14-20 0-36"/><path class="sk" d="M84 170h232"/><path class="b" d="M150 138h100q16 12 0 24H150q-16-12 0-24z"/><path class="c" d="M84 180h232q-10 90-116 90T84 180z"/><path class="y" d="M180 240h40v14h-40z"/><path class="sk" d="M140 262l-30 54M260 262l30 54"/>',
  composter:
    '<path class="e" d="M150 96q40-50 96-20-20 50-96 20z"/><rect class="d" x="110" y="104" width="180" height="26" rx="10"/><path class="c" d="M116 130h168v58H116zM120 194h160v54H120zM124 254h152v46H124z"/><path class="sl" d="M140 160h120M140 222h120"/><path class="k" d="M130 300h20v16h-20zM250 300h20v16h-20z"/><path class="sr" d="M176 282q12-14 24 0t24 0"/>',
  trowel:
    '<g transform="rotate(-18 140 200)"><rect class="c" x="124" y="190" width="32" height="120" rx="14"/><path class="m" d="M108 60q32-30 64 0v80q-10 40-32 56-22-16-32-56z"/></g><g transform="rotate(18 260 200)"><rect class="c" x="244" y="190" width="32" height="120" rx="14"/><path class="sm" d="M234 64v70q0 26 26 34 26-8 26-34V64M260 60v130"/></g>',
  'hanging-plant':
    '<path class="sb" d="M200 40L116 200M200 40l84 160"/><path class="e" d="M130 200q-60 20-50 90 50-30 50-90zM270 200q60 20 50 90-50-30-50-90zM170 196q-30-60 20-90 10 50-20 90zM230 196q30-60-20-90-10 50 20 90z"/><path class="c" d="M104 190h192q-6 110-96 110t-96-110z"/><path class="sd2" d="M108 220h184M118 250h164M140 278h120"/>',
  parasol:
    '<path class="sm" d="M200 90v214"/><path class="c" d="M50 190q20-110 150-120 130 10 150 120-38 20-76 0-36 20-74 0-38 20-74 0-38 20-76 0z"/><path class="w" d="M126 190q10-80 74-120 64 40 74 120-38 20-74 0-38 20-74 0z"/><path class="d" d="M150 300h100v18H150z"/>',
  barrel:
    '<path class="d" d="M110 90h180v22H110z"/><path class="c" d="M118 110h164q36 100 0 204H118q-36-104 0-204z"/><path class="sl" d="M106 160h188M98 210h204M106 262h188"/><path class="m" d="M188 274h24v30h-24z"/><path class="i" d="M200 308q12 16 0 22-12-6 0-22z"/>',
  stool:
    '<rect class="c" x="84" y="176" width="232" height="44" rx="20"/><path class="sd" d="M100 216v98M300 216v98M100 280h200"/><path class="sd" d="M96 176v-66h40M304 176v-66h-40"/><rect class="l" x="104" y="184" width="192" height="12" rx="6"/>',
} as const;
