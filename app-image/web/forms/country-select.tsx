import { useId } from 'react';

const codes =
  'AE AR AT AU BE BG BR CA CH CL CO CY CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IS IT JP KE KR LI LT LU LV MA MT MX MY NG NL NO NZ PE PH PL PT RO RS SA SE SG SI SK TH TR TW UA US UY VN ZA';

const names = new Intl.DisplayNames(['en'], { type: 'region' });

const countries = codes
  .split(' ')
  .map((code) => ({ code, name: names.of(code) ?? code }))
  .sort((one, other) => one.name.localeCompare(other.name));

/** The country of the browser's language, for instance US of `en-US`; where most parcels will go. */
function likelyCountry(): string {
  const region = new Intl.Locale(navigator.language).maximize().region ?? '';
  return codes.includes(region) && region ? region : 'US';
}

export function CountrySelect({ name }: { name: string }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>Country</label>
      <select id={id} name={name} autoComplete="country" defaultValue={likelyCountry()} required>
        {countries.map((country) => (
          <option key={country.code} value={country.code}>
            {country.name}
          </option>
        ))}
      </select>
    </div>
  );
}
