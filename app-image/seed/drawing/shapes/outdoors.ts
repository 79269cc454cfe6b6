export const outdoorShapes = {
  tent: '<path class="d" d="M200 90l150 214H50z"/><path class="c" d="M200 90l110 214H50z"/><path class="k" d="M190 160l64 144H130z"/><path class="l" d="M190 160l-8 144h-52z"/><path class="sk2" d="M200 90l-8-24M50 304l-22 12M350 304l22 12"/>',
  'sleeping-bag':
    '<path class="c" d="M130 130q0-60 70-60t70 60l-14 150q-4 40-56 40t-56-40z"/><ellipse class="l" cx="200" cy="130" rx="46" ry="40"/><ellipse class="w" cx="200" cy="138" rx="30" ry="24"/><path class="sl" d="M140 196h120M144 230h112M148 264h104"/><path class="sd" d="M244 150l-8 150"/>',
  roll: '<path class="c" d="M150 100h150q30 0 30 100t-30 100H150z"/><ellipse class="d" cx="150" cy="200" rx="70" ry="100"/><ellipse class="c" cx="150" cy="200" rx="50" ry="74"/><ellipse class="d" cx="150" cy="200" rx="34" ry="50"/><ellipse class="l" cx="150" cy="200" rx="16" ry="24"/><path class="sk2" d="M220 100q26 100 0 200M276 100q26 100 0 200"/>',
  bottle:
    '<path class="sd" d="M200 76q0-30 30-30"/><rect class="d" x="168" y="74" width="64" height="40" rx="10"/><path class="c" d="M160 120h80q24 30 24 60v110q0 26-26 26h-76q-26 0-26-26V180q0-30 24-60z"/><path class="l" d="M154 190h14v100h-14z"/><path class="sw2" d="M224 210h22M230 236h16M224 262h22"/>',
  dumbbell:
    '<g transform="rotate(-20 200 210)"><rect class="m" x="120" y="198" width="160" height="24"/><rect class="c" x="70" y="140" width="34" height="140" rx="10"/><rect class="d" x="104" y="158" width="28" height="104" rx="8"/><rect class="d" x="268" y="158" width="28" height="104" rx="8"/><rect class="c" x="296" y="140" width="34" height="140" rx="10"/><rect class="y" x="190" y="196" width="20" height="28"/></g>',
  bands:
    '<ellipse class="sc w4" cx="160" cy="180" rx="80" ry="50"/><ellipse class="sd w4" cx="230" cy="210" rx="80" ry="50"/><ellipse class="sl w4" cx="180" cy="250" rx="84" ry="46"/>',
  football:
    '<circle class="d" cx="200" cy="208" r="112"/><circle class="c" cx="200" cy="200" r="112"/><path class="k" d="M200 156l42 30-16 50h-52l-16-50z"/><path class="sk2" d="M200 156v-66M242 186l64-22M226 236l40 56M174 236l-40 56M158 186l-64-22"/><path class="k" d="M176 90h48l-24 18zM304 150l8 46-22-16zM96 150l-8 46 22-16zM250 300l30-24-8 30zM150 300l-30-24 8 30z"/>',
  racket:
    '<g transform="rotate(35 200 200)"><ellipse class="sc" cx="200" cy="140" rx="74" ry="90"/><path class="sw2" d="M146 100h108M134 130h132M134 160h132M150 190h100M160 70v140M186 56v168M214 56v168M240 70v140"/><path class="d" d="M180 226h40l-10 40h-20z"/><rect class="k" x="188" y="260" width="24" height="90" rx="8"/></g><circle class="y" cx="104" cy="284" r="24"/>',
  shuttlecock:
    '<path class="c" d="M110 80h180l-56 150h-68z"/><path class="sd2" d="M140 82l40 146M170 82l18 146M200 82v146M230 82l-18 146M260 82l-40 146M128 130h144M146 176h108"/><path class="r" d="M160 230h80q4 74-40 78-44-4-40-78z"/>',
  headlamp:
    '<path class="sd w4" d="M84 210q0-110 116-110t116 110"/><path class="y o" d="M150 250l-70 80h240l-70-80z"/><rect class="k" x="130" y="170" width="140" height="90" rx="30"/><circle class="c" cx="200" cy="214" r="50"/><circle class="y" cx="200" cy="214" r="32"/><circle class="w" cx="190" cy="204" r="10"/>',
  compass:
    '<circle class="c" cx="200" cy="200" r="114"/><circle class="w" cx="200" cy="200" r="92"/><path class="r" d="M250 130l-32 82-36-24z"/><path class="k" d="M150 270l32-82 36 24z"/><path class="sk2" d="M200 116v14M200 270v14M116 200h14M270 200h14"/>',
  helmet:
    '<path class="c" d="M66 240q0-140 134-140t134 130q-40 20-90 20-80 0-178-10z"/><path class="k" d="M110 190q20-50 70-60l-10 56zM196 126q50 0 84 40l-72 18z"/><path class="sd" d="M110 250q20 60 80 56M240 252q-10 40-50 54"/><path class="l" d="M66 240q-2-20 2-36 80 24 262 10 4 8 4 16-40 20-90 20-80 0-178-10z"/>',
  'bike-light':
    '<path class="y o" d="M236 140l120-50v200l-120-50z"/><rect class="c" x="90" y="130" width="150" height="120" rx="34"/><circle class="k" cx="226" cy="190" r="54"/><circle class="y" cx="232" cy="190" r="38"/><rect class="d" x="130" y="246" width="60" height="56" rx="10"/><circle class="w" cx="140" cy="170" r="10"/>',
  pump: '<g transform="rotate(-35 200 200)"><rect class="m" x="60" y="188" width="80" height="24"/><rect class="d" x="40" y="160" width="30" height="80" rx="14"/><rect class="c" x="130" y="170" width="190" height="60" rx="18"/><rect class="l" x="150" y="182" width="140" height="12" rx="6"/><path class="k" d="M320 182h34v36h-34z"/></g>',
  stove:
    '<path class="y" d="M200 96q40 50 0 80-40-30 0-80z"/><path class="r" d="M160 124q24 34 0 54-24-20 0-54zM240 124q24 34 0 54-24-20 0-54z"/><path class="sk" d="M120 180h160M140 180l20 30M260 180l-20 30"/><rect class="m" x="180" y="196" width="40" height="44"/><path class="c" d="M120 268q0-34 80-34t80 34v44H120z"/><path class="l" d="M120 276h160v14H120z"/>',
  goggles:
    '<path class="sk" d="M70 190q-30-40-10-80M330 190q30-40 10-80"/><path class="c" d="M60 200q0-46 54-46t76 36h20q22-36 76-36t54 46-52 56-70-36h-36q-16 36-70 36t-52-56z"/><ellipse class="i" cx="118" cy="204" rx="40" ry="34"/><ellipse class="i" cx="282" cy="204" rx="40" ry="34"/><path class="sw2" d="M100 206l20-22M264 206l20-22"/>',
  'skipping-rope':
    '<path class="sk" d="M120 150q-80 170 80 160t80-160"/><rect class="c" x="104" y="70" width="34" height="100" rx="16" transform="rotate(-8 121 120)"/><rect class="c" x="262" y="70" width="34" height="100" rx="16" transform="rotate(8 279 120)"/><path class="sl" d="M108 96l26-4M110 118l26-4M292 96l-26-4M290 118l-26-4"/>',
  hammock:
    '<path class="b" d="M66 70h26v250H66zM308 70h26v250h-26z"/><path class="e" d="M20 70q58-60 120 0-60 30-120 0zM262 70q58-60 120 0-60 30-120 0z"/><path class="sk2" d="M84 130l40 50M316 130l-40 50"/><path class="c" d="M110 168q90 60 180 0-10 104-90 108-80-4-90-108z"/><path class="sl" d="M126 200q74 50 148 0M142 232q58 36 116 0"/>',
  cooler:
    '<path class="sd" d="M120 160q10-80 80-80t80 80"/><rect class="c" x="86" y="160" width="228" height="152" rx="24"/><path class="l" d="M86 190q0-30 30-30h168q30 0 30 30v14H86z"/><path class="w" d="M200 222l10 18 20-4-12 18 12 18-20-4-10 18-10-18-20 4 12-18-12-18 20 4z"/>',
} as const;
