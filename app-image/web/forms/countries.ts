/** ISO 3166-1 codes of the countries the shop delivers to. */
const codes =
  'AE AR AT AU BE BG BR CA CH CL CO CY CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IS IT JP KE KR LI LT LU LV MA MT MX MY NG NL NO NZ PE PH PL PT RO RS SA SE SG SI SK TH TR TW UA US UY VN ZA'.split(
    ' ',
  );

const names = new Intl.DisplayNames(['en'], { type: 'region' });

/** `Germany` from `DE`. */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}

export const countries = codes
  .map((code) => ({ code, name: countryName(code) }))
  .sort((one, other) => one.name.localeCompare(other.name));

/** The country of a language tag: `GB` for `en-GB`. `US` when the tag names no country of the list. */
export function likelyCountry(language: string): string {
  const region = new Intl.Locale(language).maximize().region;
  return codes.find((code) => code === region) ?? 'US';
}
