import type { Explanation } from './explanation';

/**
 * ISO 3166-1 alpha-2, as the IANA time zone database 2026 lists it (iso3166.tab: 249 codes). CloudFront and
 * WAF take these. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html
 */
const codes: ReadonlySet<string> = new Set(
  `
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
  `
    .trim()
    .split(/\s+/),
);

/** Codes people write that belong to no country, and the one they mean. */
const commonMistakes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    UK: 'GB',
    EN: 'GB',
    EL: 'GR',
    JA: 'JP',
    SP: 'ES',
    KO: 'KR',
    CS: 'CZ',
    USA: 'US',
    GBR: 'GB',
    DEU: 'DE',
    FRA: 'FR',
  }),
);

export function isCountryCode(text: string): boolean {
  return codes.has(text);
}

/** What is wrong with a country code, and the code that was most likely meant. */
export function explainCountry(value: unknown): Explanation | undefined {
  if (typeof value !== 'string' || isCountryCode(value)) return undefined;
  const written = value.trim().toUpperCase();
  const meant = commonMistakes.get(written) ?? (isCountryCode(written) ? written : codeOfName(value));
  if (meant === undefined) return undefined;
  return { instead: `'${meant}' for ${nameOf(meant)}` };
}

/** `Germany` is DE. */
function codeOfName(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  return [...codes].find((code) => nameOf(code).toLowerCase() === wanted);
}

function nameOf(code: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
}
