export const carryShapes = {
  boot: '<path class="c" d="M130 84h96v110q10 26 74 42 34 12 34 46H130z"/><path class="k" d="M122 280h216v20q0 14-14 14H136q-14 0-14-14z"/><path class="sl" d="M180 110h46M180 140h46M180 170h50M196 200h44"/><path class="d" d="M130 84h40v196h-40z"/>',
  sneaker:
    '<path class="c" d="M64 180q30 10 60-24l40-10 60 60q40 30 104 32 14 4 14 36H64q-14-50 0-94z"/><path class="d" d="M64 180q30 10 60-24l10 40q-30 34-74 30z"/><path class="sw" d="M176 176l26-18M196 196l26-18M218 214l24-18"/><path class="w" d="M58 268h288q4 36-24 36H82q-24 0-24-36z"/><path class="l" d="M150 262q40-40 110-12l-10 16H150z"/>',
  chelsea:
    '<path class="c" d="M136 92h104l-6 104q30 34 84 46 20 8 20 40H128z"/><path class="d" d="M170 100h36l8 92h-50z"/><path class="k" d="M122 282h220v12q0 16-16 16H190v-10h-14v14h-54z"/><path class="sd" d="M136 96q-20-30 6-30"/>',
  sandal:
    '<path class="b" d="M62 250h276q14 30-16 44H84q-30-10-22-44z"/><path class="k" d="M66 280h268q0 28-24 28H88q-22 0-22-28z"/><path class="c" d="M180 250q0-80 60-80 50 10 60 80h-34q-40-60-52 0z"/><path class="c" d="M90 250q4-70 54-74 34 10 40 74h-32q-20-54-34 0z"/><rect class="m" x="228" y="176" width="26" height="22" rx="4"/><rect class="m" x="128" y="182" width="26" height="22" rx="4"/>',
  slipper:
    '<path class="d" d="M56 240h290q10 60-30 60H86q-36 0-30-60z"/><path class="w" d="M66 236q60-40 130-20v40H70z"/><path class="c" d="M170 262q-16-80 60-88 110 10 116 88z"/><path class="l" d="M170 262q-12-66 34-84l14 8q-30 24-22 76z"/>',
  wellington:
    '<path class="c" d="M126 70h100v140q14 26 70 34 36 8 36 46H126z"/><path class="d" d="M118 288h218v14q0 14-14 14H132q-14 0-14-14z"/><path class="l" d="M126 70h100v26H126zM146 110h14v150h-14z"/>',
  backpack:
    '<path class="sd" d="M160 92q0-34 40-34t40 34"/><path class="d" d="M92 180h30v110H92q-16-55 0-110zM308 180h-30v110h30q16-55 0-110z"/><path class="c" d="M114 160q0-76 86-76t86 76v124q0 32-32 32H146q-32 0-32-32z"/><rect class="d" x="138" y="214" width="124" height="80" rx="16"/><path class="sl" d="M150 238h100"/><path class="l" d="M150 130q50-24 100 0v18q-50-20-100 0z"/>',
  tote: '<path class="sd" d="M150 160V110q0-40 50-40t50 40v50"/><path class="c" d="M100 150h200l16 166H84z"/><path class="r" d="M200 264q-60-40-28-66 20-8 28 14 8-22 28-14 32 26-28 66z"/>',
  handbag:
    '<path class="sd" d="M110 190q10-130 90-130t90 130"/><rect class="c" x="92" y="170" width="216" height="140" rx="40"/><path class="d" d="M92 206q0-40 40-40h136q40 0 40 40-4 50-108 54-104-4-108-54z"/><circle class="y" cx="200" cy="256" r="13"/>',
  suitcase:
    '<path class="sm" d="M164 110V64h72v46"/><rect class="c" x="108" y="104" width="184" height="192" rx="26"/><path class="sd" d="M146 120v160M182 120v160M218 120v160M254 120v160"/><rect class="l" x="180" y="186" width="40" height="24" rx="6"/><circle class="k" cx="140" cy="306" r="13"/><circle class="k" cx="260" cy="306" r="13"/>',
  duffel:
    '<path class="sd" d="M140 190q0-80 60-80t60 80"/><path class="c" d="M84 170h232q30 70 0 138H84q-30-68 0-138z"/><path class="d" d="M132 170h24v138h-24zM244 170h24v138h-24z"/><path class="sl" d="M90 190h220"/><circle class="l" cx="84" cy="240" r="12"/><circle class="l" cx="316" cy="240" r="12"/>',
  wallet:
    '<rect class="y" x="110" y="120" width="150" height="70" rx="8"/><rect class="i" x="130" y="136" width="150" height="70" rx="8"/><rect class="c" x="86" y="160" width="228" height="144" rx="20"/><path class="sl" d="M100 180h200"/><path class="d" d="M236 214h78v42h-78q-16-21 0-42z"/><circle class="y" cx="254" cy="235" r="9"/>',
  belt: '<path class="sc w4" d="M320 150q-60-50-150-20-94 36-70 90 30 54 130 40 76-14 84-54"/><path class="sd2" d="M300 158q-60-40-128-10-74 32-58 70 26 44 114 32"/><rect class="sy" x="284" y="130" width="60" height="62" rx="8"/><path class="k" d="M296 156h44v8h-44z"/>',
  umbrella:
    '<path class="sk" d="M200 190v96q0 26 26 26t26-26"/><path class="c" d="M60 204q10-124 140-124t140 124q-24-26-46 0-24-26-48 0-22-26-46 0-24-26-46 0-24-26-48 0-22-26-46 0z"/><path class="d" d="M154 204q-6-70 46-124 52 54 46 124-22-26-46 0-24-26-46 0z"/><path class="sk2" d="M200 80V60"/>',
  sunglasses:
    '<path class="sd" d="M70 186l30-60M330 186l-30-60"/><path class="c" d="M56 170h130l14 16 14-16h130l-12 60q-12 40-62 40t-64-56h-12q-14 56-64 56t-62-40z"/><path class="k" d="M74 184h96l-8 34q-10 34-40 34t-38-30zM230 184h96l-10 38q-8 30-38 30t-40-34z"/><path class="sw2" d="M100 200l20 30M258 200l20 30"/>',
  pouch:
    '<path class="sd" d="M200 90q-20-30 0-40 20 10 0 40"/><rect class="c" x="110" y="84" width="180" height="228" rx="24"/><rect class="l" x="128" y="112" width="144" height="56" rx="10"/><rect class="l" x="128" y="180" width="144" height="56" rx="10"/><rect class="d" x="128" y="248" width="144" height="46" rx="10"/><path class="w" d="M150 140h18v28h-18zM184 126h14v42h-14z"/><path class="r" d="M216 196h22v40h-22z"/>',
  cubes:
    '<rect class="d" x="84" y="210" width="150" height="104" rx="16"/><path class="sl" d="M100 240h118"/><rect class="c" x="200" y="230" width="120" height="84" rx="16"/><path class="sl" d="M214 254h92"/><rect class="l" x="120" y="120" width="160" height="94" rx="16"/><path class="sd2" d="M136 146h128"/>',
} as const;
