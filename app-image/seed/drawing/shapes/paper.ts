/** A standing book with something on its cover. */
const book = (cover: string) =>
  '<path class="d" d="M96 90h150q30 0 30 30v200H126q-30 0-30-30z"/><path class="w" d="M112 286q0-16 20-16h150v36H132q-20 0-20-20z"/><path class="c" d="M106 86q0-20 20-20h168v206H126q-14 0-20 12z"/><path class="l" d="M106 86q0-20 20-20h10v206h-10q-14 0-20 12z"/>' +
  cover;

export const paperShapes = {
  notebook:
    '<path class="d" d="M112 80h190v240H112z"/><rect class="w" x="108" y="74" width="186" height="236"/><rect class="c" x="100" y="70" width="186" height="236" rx="10"/><path class="r" d="M230 70h18v262l-9-10-9 10z"/><path class="sl" d="M266 74v228"/><rect class="w" x="126" y="120" width="84" height="44" rx="4"/>',
  pen: '<g transform="rotate(40 200 200)"><rect class="c" x="176" y="40" width="48" height="190" rx="20"/><rect class="y" x="174" y="150" width="52" height="12"/><rect class="y" x="216" y="60" width="14" height="80" rx="6"/><rect class="d" x="180" y="228" width="40" height="46"/><path class="m" d="M182 274h36l-18 66z"/><path class="sk1" d="M200 290v40"/></g><path class="sd2" d="M60 316q30-20 50 0t60-4"/>',
  ink: '<rect class="k" x="158" y="96" width="84" height="56" rx="8"/><path class="g" d="M150 150h100l52 60v78q0 26-26 26H124q-26 0-26-26v-78z"/><path class="c" d="M110 226h180v58q0 20-20 20H130q-20 0-20-20z"/><rect class="w" x="146" y="236" width="108" height="50" rx="6"/><path class="c" d="M200 242q18 22 0 34-18-12 0-34z"/>',
  pencils:
    '<rect class="d" x="84" y="190" width="232" height="124" rx="14"/><path class="b" d="M110 130l14-44 14 44zM154 120l14-44 14 44zM198 130l14-44 14 44zM242 118l14-44 14 44z"/><path class="k" d="M119 102l5-16 5 16zM163 92l5-16 5 16zM207 102l5-16 5 16zM251 90l5-16 5 16z"/><path class="c" d="M110 130h28v64h-28zM198 130h28v64h-28z"/><path class="l" d="M154 120h28v74h-28zM242 118h28v76h-28z"/><rect class="c" x="84" y="200" width="232" height="104" rx="12"/><path class="sl" d="M110 240h180M110 264h120"/>',
  paints:
    '<rect class="k" x="70" y="150" width="260" height="150" rx="18"/><rect class="w" x="84" y="164" width="232" height="122" rx="10"/><path class="r" d="M98 178h44v40H98z"/><path class="y" d="M150 178h44v40h-44z"/><path class="e" d="M202 178h44v40h-44z"/><path class="i" d="M254 178h44v40h-44z"/><path class="c" d="M98 228h44v40H98z"/><path class="d" d="M150 228h44v40h-44z"/><path class="b" d="M202 228h44v40h-44z"/><path class="l" d="M254 228h44v40h-44z"/><g transform="rotate(-30 230 110)"><rect class="b" x="160" y="100" width="160" height="14" rx="7"/><path class="m" d="M134 98h30v18h-30z"/><path class="c" d="M134 98q-34 4-44 14 16 8 44 4z"/></g>',
  planner:
    '<rect class="d" x="92" y="104" width="224" height="212" rx="14"/><rect class="w" x="84" y="96" width="224" height="212" rx="14"/><path class="c" d="M84 110q0-14 14-14h196q14 0 14 14v40H84z"/><path class="sm" d="M196 160v136M100 196h80M100 226h80M100 256h80M212 196h80M212 226h80M212 256h60"/><path class="sk" d="M130 84v30M262 84v30"/><path class="sr" d="M216 270l14 14 26-34"/>',
  organiser:
    '<path class="r" d="M112 90h18v120h-18z"/><path class="i" d="M140 110h16v100h-16z"/><path class="y" d="M164 80h16v130h-16z"/><rect class="k" x="220" y="130" width="70" height="110" rx="8"/><rect class="i" x="228" y="140" width="54" height="90"/><path class="c" d="M70 200h260v110H70z"/><path class="d" d="M70 200h260v20H70zM198 220h14v90h-14z"/>',
  'desk-lamp':
    '<path class="y o" d="M92 190l-50 130h190z"/><path class="sd" d="M250 296l40-110-110-70"/><circle class="k" cx="290" cy="186" r="11"/><path class="c" d="M190 84l34 44-82 66q-60-20-44-70z"/><circle class="k" cx="184" cy="116" r="11"/><ellipse class="d" cx="250" cy="302" rx="70" ry="14"/>',
  envelope:
    '<path class="w" d="M104 90h192v130H104z"/><path class="r" d="M200 190q-50-34-24-58 16-8 24 12 8-20 24-12 26 24-24 58z"/><path class="c" d="M72 160l128 90 128-90v146H72z"/><path class="d" d="M72 306l100-80h56l100 80z"/>',
  tape: '<circle class="c" cx="150" cy="170" r="80"/><circle class="w" cx="150" cy="170" r="46"/><circle class="sd2" cx="150" cy="170" r="64"/><circle class="r" cx="262" cy="232" r="70"/><circle class="w" cx="262" cy="232" r="40"/><circle class="y" cx="150" cy="280" r="44"/><circle class="w" cx="150" cy="280" r="24"/><path class="c" d="M220 120h100v30H226z"/>',
  globe:
    '<path class="sy" d="M136 80q-90 110 30 196 90 30 130-40"/><circle class="c" cx="206" cy="166" r="100"/><path class="e" d="M140 120q40-50 80-30 10 30-30 40 10 30-20 50-30-20-30-60zM230 160q40-10 60 20-10 50-40 64-30-40-20-84z"/><path class="sy" d="M196 276v26"/><ellipse class="b" cx="200" cy="310" rx="74" ry="14"/>',
  'bread-book': book(
    '<path class="w" d="M158 190q-10-40 52-42 62 2 52 42v30q0 10-10 10h-84q-10 0-10-10z"/><path class="sb2" d="M184 168l10 20M206 164l10 20M228 166l10 20"/>',
  ),
  'sea-book': book(
    '<path class="w" d="M196 120h28l10 90h-48z"/><path class="r" d="M193 150h34l3 24h-40z"/><circle class="y" cx="210" cy="112" r="13"/><path class="sI" d="M150 226q15-14 30 0t30 0 30 0 30 0"/>',
  ),
  'bird-book': book(
    '<path class="y" d="M166 190q-4-50 44-52 34 2 34 34l24 10-24 6q-4 34-42 36-30-4-36-34z"/><path class="r" d="M176 192q30 30 60 4-10 26-34 28-20-6-26-32z"/><circle class="k" cx="222" cy="160" r="5"/><path class="sk1" d="M196 224v18M210 224v18"/>',
  ),
  'fox-book': book(
    '<path class="r" d="M158 140l32 20h40l32-20v44q-4 36-52 50-48-14-52-50z"/><path class="w" d="M164 190q30-6 46 44 16-50 46-44-8 30-46 44-38-14-46-44z"/><path class="sk2" d="M178 184q8 8 16 0M226 184q8 8 16 0"/><circle class="k" cx="210" cy="226" r="6"/><circle class="y" cx="250" cy="108" r="14"/>',
  ),
  'drawing-book': book(
    '<circle class="sw" cx="196" cy="190" r="40"/><path class="sw2" d="M150 240q60 24 110-10"/><g transform="rotate(40 240 150)"><path class="y" d="M230 100h20v70h-20z"/><path class="b" d="M230 170h20l-10 24z"/></g>',
  ),
  atlas: book(
    '<circle class="i" cx="210" cy="176" r="54"/><path class="e" d="M172 150q20-30 44-18 6 18-16 24 6 16-10 28-18-12-18-34zM222 176q22-6 34 10-6 28-24 36-16-22-10-46z"/><path class="sw1" d="M156 176h108M210 122v108"/>',
  ),
  calligraphy:
    '<rect class="w" x="80" y="180" width="210" height="130" transform="rotate(-6 185 245)"/><path class="sc2" d="M110 260q30-60 50-20t40-10 50 10M116 288q60-20 140-20"/><g transform="rotate(38 260 130)"><rect class="c" x="244" y="30" width="32" height="150" rx="14"/><path class="k" d="M246 180h28l-14 56z"/></g><path class="k" d="M300 230h60v60q0 20-20 20h-20q-20 0-20-20z"/>',
  calendar:
    '<path class="sk" d="M140 96q0-40 60-40t60 40"/><rect class="w" x="90" y="90" width="220" height="226" rx="10"/><path class="c" d="M90 100q0-10 10-10h200q10 0 10 10v46H90z"/><path class="l" d="M108 164h36v30h-36zM156 164h36v30h-36zM252 164h36v30h-36zM108 208h36v30h-36zM204 208h36v30h-36zM252 208h36v30h-36zM156 252h36v30h-36zM204 252h36v30h-36z"/><path class="c" d="M204 164h36v30h-36zM156 208h36v30h-36zM108 252h36v30h-36z"/>',
  seal: '<path class="w" d="M56 180h220v130H56z"/><path class="sm" d="M56 180l110 80 110-80"/><circle class="c" cx="166" cy="256" r="38"/><circle class="d" cx="166" cy="256" r="24"/><path class="l" d="M166 240l5 11 12 1-9 8 3 12-11-6-11 6 3-12-9-8 12-1z"/><g transform="rotate(24 290 150)"><path class="b" d="M270 60q20-30 40 0l-6 90h-28z"/><rect class="y" x="262" y="148" width="56" height="36" rx="6"/></g>',
} as const;
