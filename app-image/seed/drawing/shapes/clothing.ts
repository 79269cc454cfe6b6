const top = 'M140 100q60 34 120 0l70 44-30 72-30-14v108H130V202l-30 14-30-72z';
const long = 'M142 96q58 30 116 0l46 26 30 170-40 10-24-110v120H130V192l-24 110-40-10 30-170z';

export const clothingShapes = {
  jumper: `<path class="c" d="${long}"/><path class="d" d="M142 96q58 30 116 0l-10 20q-48 24-96 0zM130 294h140v18H130z"/><path class="sl" d="M160 140v140M186 148v132M214 148v132M240 140v140"/>`,
  cardigan: `<path class="c" d="${long}"/><path class="l" d="M150 100l50 90 50-90q-50 22-100 0z"/><path class="sd2" d="M200 190v120"/><circle class="w" cx="212" cy="210" r="5"/><circle class="w" cx="212" cy="240" r="5"/><circle class="w" cx="212" cy="270" r="5"/>`,
  coat: '<path class="d" d="M142 92q58-60 116 0l-20 44h-76z"/><path class="c" d="M142 106q58 34 116 0l50 28 26 150-42 8-22-80v116H130V212l-22 80-42-8 26-150z"/><path class="sl" d="M132 176h136M132 226h136M132 276h136"/><path class="sd" d="M200 126v202"/><rect class="d" x="146" y="236" width="36" height="10"/><rect class="d" x="218" y="236" width="36" height="10"/>',
  raincoat:
    '<path class="l" d="M146 96q54-64 108 0l-20 36h-68z"/><path class="c" d="M142 106q58 34 116 0l50 28 26 146-42 8-22-76v98H130V212l-22 76-42-8 26-146z"/><path class="sw2" d="M200 128v180"/><path class="sd2" d="M144 240h40M216 240h40"/><path class="i" d="M92 70q14 20 0 28-14-8 0-28zM312 60q14 20 0 28-14-8 0-28zM330 120q14 20 0 28-14-8 0-28z"/>',
  shirt: `<path class="c" d="${long}"/><path class="l" d="M148 98l52 40-24 26-36-56zM252 98l-52 40 24 26 36-56z"/><path class="sw2" d="M200 150v160"/><rect class="d" x="222" y="184" width="34" height="36" rx="4"/>`,
  tee: `<path class="c" d="${top}"/><path class="d" d="M140 100q60 34 120 0l-12 16q-48 24-96 0z"/><path class="sd2" d="M130 296h140"/>`,
  trousers:
    '<path class="c" d="M130 86h140l26 232h-66l-30-150-30 150h-66z"/><path class="d" d="M130 86h140l3 24H127z"/><path class="sl" d="M140 118q16 26 34 0M260 118q-16 26-34 0M200 110v40"/>',
  dress:
    '<path class="c" d="M152 82l16 4q32 26 64 0l16-4 12 60-26 44 70 134q-104 26-208 0l70-134-26-44z"/><path class="d" d="M164 184h72l6 14h-84z"/><path class="sl" d="M170 210l-30 104M200 210v112M230 210l30 104"/>',
  skirt:
    '<path class="c" d="M140 110h120l66 190q-126 34-252 0z"/><path class="d" d="M138 96h124v24H138z"/><path class="sd2" d="M160 122l-46 184M186 122l-18 196M214 122l18 196M240 122l46 184"/>',
  beanie:
    '<circle class="w" cx="200" cy="90" r="30"/><path class="c" d="M96 250q0-150 104-150t104 150z"/><path class="sl" d="M150 120q-20 60-20 116M200 104v132M250 120q20 60 20 116"/><rect class="d" x="84" y="236" width="232" height="62" rx="24"/><path class="sl" d="M120 246v42M160 246v42M200 246v42M240 246v42M280 246v42"/>',
  'sun-hat':
    '<ellipse class="d" cx="200" cy="258" rx="146" ry="48"/><ellipse class="c" cx="200" cy="248" rx="146" ry="46"/><path class="c" d="M124 240q0-120 76-120t76 120z"/><path class="r" d="M122 222q78 30 156 0l2 24q-80 30-160 0z"/><path class="sl" d="M150 160q50 18 100 0M134 196q66 22 132 0"/>',
  cap: '<path class="c" d="M96 240q0-124 104-124 96 0 104 124z"/><path class="d" d="M196 236q104-20 160 44-80-6-160-14z"/><path class="sl" d="M200 118v118M140 136q-18 40-18 100"/><circle class="d" cx="200" cy="116" r="10"/>',
  scarf:
    '<path class="d" d="M214 190l60 120h-62l-36-110z"/><path class="c" d="M110 120q90 60 180 0 20 40-10 70-80 44-160 0-30-30-10-70z"/><path class="c" d="M150 196l-14 112h62l18-100z"/><path class="sl" d="M146 230h60M142 260h60M126 150q74 44 148 0"/><path class="sd2" d="M140 308v18M156 308v18M172 308v18M188 308v18"/>',
  gloves:
    '<path class="c" d="M84 310V216l-26-30q-4-22 18-18l22 20V116q12-18 22 0v50-66q12-16 22 0v66-54q12-16 22 0v120q0 36-16 78z"/><path class="d" d="M80 290h76v26H80z"/><path class="c" d="M316 310V216l26-30q4-22-18-18l-22 20V116q-12-18-22 0v50-66q-12-16-22 0v66-54q-12-16-22 0v120q0 36 16 78z"/><path class="d" d="M244 290h76v26h-76z"/>',
  socks:
    '<path class="d" d="M230 90h66v130l44 48q16 30-22 44-44 4-64-40-24-30-24-60z"/><path class="c" d="M110 90h70v136l46 50q14 30-24 42-46 2-68-44-24-30-24-56z"/><path class="l" d="M110 90h70v30h-70zM124 262q10-34 56-30l46 44q14 30-24 42-46 2-78-56z"/>',
  gilet:
    '<path class="c" d="M138 92q62 40 124 0l18 100v124H120V192z"/><path class="d" d="M138 92q62-34 124 0-62 44-124 0z"/><path class="sl" d="M122 170h156M120 210h160M120 250h160M120 290h160"/><path class="sd" d="M200 118v196"/>',
  pyjamas: `<g transform="translate(36 0) scale(.82)"><path class="c" d="${long}"/><path class="sl" d="M160 130v176M180 136v170M220 136v170M240 130v176"/><path class="sw2" d="M200 128v184"/></g><path class="d" d="M150 258h100l14 66h-44l-20-44-20 44h-44z"/>`,
  robe: `<path class="c" d="${long}"/><path class="d" d="M148 98l52 104 52-104 14 10-58 122v82h-16v-82l-58-122z"/><path class="d" d="M130 212h140v24H130z"/><path class="sd" d="M190 232l-16 50M204 232l10 54"/>`,
  tank: '<path class="c" d="M140 84h28q6 70 32 70t32-70h28q4 70 26 92v142H114V176q22-22 26-92z"/><path class="sl" d="M132 190v120M268 190v120"/><path class="d" d="M114 298h172v20H114z"/>',
} as const;
