import { useId } from 'react';
import { countries, likelyCountry } from './countries';

export function CountrySelect({ name }: { name: string }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>Country</label>
      <select
        id={id}
        name={name}
        autoComplete="country"
        defaultValue={likelyCountry(navigator.language)}
        required
      >
        {countries.map((country) => (
          <option key={country.code} value={country.code}>
            {country.name}
          </option>
        ))}
      </select>
    </div>
  );
}
