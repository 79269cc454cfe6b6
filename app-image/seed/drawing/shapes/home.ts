export const homeShapes = {
  lamp: '<ellipse class="y o" cx="200" cy="250" rx="120" ry="60"/><path class="c" d="M150 96h100l46 108H104z"/><path class="l" d="M158 106h26l-24 88h-34z"/><rect class="b" x="190" y="204" width="20" height="82"/><ellipse class="d" cx="200" cy="298" rx="62" ry="16"/>',
  'floor-lamp':
    '<path class="sc" d="M110 304V150q0-70 74-70 66 0 82 62"/><path class="c" d="M220 142h92l14 52H206z"/><path class="y o" d="M206 194h120l30 110H176z"/><ellipse class="m" cx="110" cy="306" rx="48" ry="12"/>',
  cushion:
    '<path class="d" d="M92 116q108 26 216 0-22 100 0 200-108-24-216 0 22-100 0-200z"/><path class="c" d="M92 104q108 26 216 0-22 100 0 200-108-24-216 0 22-100 0-200z"/><path class="sl" d="M130 150q20 60 0 110M270 150q-20 60 0 110"/><circle class="d" cx="200" cy="206" r="9"/>',
  blanket:
    '<path class="c" d="M80 130h220q24 0 24 24v126H104q-24 0-24-24z"/><path class="sl" d="M80 170h244M80 214h244M130 130v150M190 130v150M250 130v150"/><path class="d" d="M104 280h220v26H104q-24 0-24-26t24-26z"/><path class="sw2" d="M112 308v14M140 308v14M168 308v14M196 308v14M224 308v14M252 308v14M280 308v14M308 308v14"/>',
  candle:
    '<path class="y" d="M200 70q34 44 0 66-34-22 0-66z"/><path class="sk2" d="M200 130v28"/><path class="g" d="M122 130h156v150q0 32-32 32h-92q-32 0-32-32z"/><path class="c" d="M132 166h136v112q0 24-24 24h-88q-24 0-24-24z"/><rect class="b" x="156" y="204" width="88" height="60" rx="6"/><path class="sw2" d="M174 226h52M182 244h36"/>',
  vase: '<path class="se" d="M200 150q-4-60-44-84M200 150q6-60 52-76M200 150V74"/><circle class="r" cx="152" cy="66" r="18"/><circle class="y" cx="256" cy="74" r="18"/><circle class="w" cx="200" cy="62" r="18"/><path class="c" d="M178 140h44v40q60 26 60 76 0 54-46 54h-72q-46 0-46-54 0-50 60-76z"/><path class="l" d="M122 240q78 30 156 0 4 20-2 36-76 26-152 0-6-16-2-36z"/>',
  clock:
    '<circle class="d" cx="200" cy="200" r="112"/><circle class="w" cx="200" cy="200" r="92"/><path class="sc2" d="M200 122v16M200 262v16M122 200h16M262 200h16"/><path class="sk" d="M200 146v54l40 26"/><circle class="r" cx="200" cy="200" r="9"/>',
  rug: '<path class="sw2" d="M84 120v24M84 160v24M84 200v24M84 240v24M84 280v18M316 120v24M316 160v24M316 200v24M316 240v24M316 280v18"/><rect class="c" x="92" y="110" width="216" height="196"/><rect class="d" x="112" y="130" width="176" height="156"/><path class="l" d="M200 140l70 68-70 68-70-68z"/><path class="c" d="M200 170l40 38-40 38-40-38z"/>',
  mirror:
    '<circle class="c" cx="200" cy="200" r="116"/><circle class="i" cx="200" cy="200" r="98"/><path class="sw" d="M148 220l60-76M176 252l84-104"/>',
  frame:
    '<rect class="c" x="100" y="80" width="200" height="240"/><rect class="w" x="122" y="102" width="156" height="196"/><rect class="i" x="146" y="130" width="108" height="140"/><path class="e" d="M146 240l40-50 30 34 16-18 22 28v36H146z"/><circle class="y" cx="228" cy="158" r="14"/>',
  chair:
    '<path class="b" d="M120 290h18l-8 30h-16zM262 290h18l6 30h-16z"/><path class="d" d="M112 110q0-30 88-30t88 30v120H112z"/><path class="c" d="M130 120q0-22 70-22t70 22v106H130z"/><rect class="c" x="76" y="176" width="56" height="120" rx="26"/><rect class="c" x="268" y="176" width="56" height="120" rx="26"/><rect class="l" x="126" y="214" width="148" height="56" rx="20"/><rect class="d" x="116" y="262" width="168" height="34" rx="8"/>',
  shelf:
    '<path class="sc" d="M130 70l-22 246M270 70l22 246"/><rect class="d" x="120" y="126" width="160" height="12"/><rect class="d" x="112" y="196" width="176" height="12"/><rect class="d" x="104" y="268" width="192" height="12"/><path class="r" d="M146 88h16v38h-16z"/><path class="e" d="M166 82h18v44h-18z"/><path class="y" d="M188 92h14v34h-14z"/><circle class="i" cx="240" cy="174" r="22"/><path class="w" d="M140 232h60v36h-60z"/><path class="e" d="M236 240q14-26 28 0v28h-28z"/>',
  bed: '<rect class="b" x="66" y="110" width="268" height="110" rx="18"/><rect class="w" x="92" y="160" width="98" height="58" rx="22"/><rect class="w" x="210" y="160" width="98" height="58" rx="22"/><path class="c" d="M66 206h268v82H66z"/><path class="l" d="M66 206h268v26H66z"/><path class="b" d="M76 288h20v30H76zM304 288h20v30h-20z"/>',
  pillow:
    '<path class="d" d="M70 160q10-24 40-16 90 14 180 0 30-8 40 16 12 56 0 112-10 24-40 16-90-14-180 0-30 8-40-16-12-56 0-112z"/><path class="c" d="M70 150q10-24 40-16 90 14 180 0 30-8 40 16 12 56 0 112-10 24-40 16-90-14-180 0-30 8-40-16-12-56 0-112z"/><path class="sd2" d="M110 170q90 26 180 0"/>',
  diffuser:
    '<path class="sw" d="M180 116q-20-24 0-46M212 116q24-30 4-60"/><path class="c" d="M200 122q84 60 84 122 0 68-84 68t-84-68q0-62 84-122z"/><ellipse class="d" cx="200" cy="134" rx="20" ry="8"/><path class="sd2" d="M128 250q72 26 144 0"/><circle class="e" cx="200" cy="286" r="7"/>',
  pouffe:
    '<path class="d" d="M84 190v70q0 52 116 52t116-52v-70z"/><ellipse class="c" cx="200" cy="190" rx="116" ry="50"/><path class="sl" d="M200 190l-80-36M200 190l80-36M200 190l-108 12M200 190l108 12M200 190v48"/><circle class="d" cx="200" cy="188" r="8"/>',
  curtains:
    '<rect class="i" x="120" y="96" width="160" height="190"/><path class="w" d="M196 96h8v190h-8zM120 186h160v8H120z"/><path class="c" d="M78 90h82q10 100-30 226H78zM322 90h-82q-10 100 30 226h52z"/><path class="sd2" d="M98 96v214M122 96q4 110-8 214M302 96v214M278 96q-4 110 8 214"/><rect class="b" x="62" y="80" width="276" height="14" rx="7"/>',
  pendant:
    '<path class="sk2" d="M200 40v66"/><circle class="y o" cx="200" cy="210" r="130"/><circle class="c" cx="200" cy="210" r="106"/><path class="sd2" d="M108 160h184M96 194h208M96 228h208M108 262h184"/><rect class="k" x="182" y="96" width="36" height="14" rx="7"/>',
  vacuum:
    '<g transform="rotate(-24 200 200)"><path class="g" d="M60 176h120v70H60q-16-35 0-70z"/><path class="m" d="M30 206h44v30H30z"/><path class="c" d="M170 160h130q34 0 34 40v20q0 34-34 34H170z"/><path class="sd" d="M220 160q40-56 100 0v40"/><circle class="w" cx="210" cy="206" r="20"/><circle class="d" cx="210" cy="206" r="9"/></g>',
} as const;
