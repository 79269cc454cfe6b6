import { useEffect, useState } from 'react';

interface CatalogueFilterValues {
  sort: string;
  minPrice: string;
  maxPrice: string;
  inStock: string;
}

interface CatalogueFiltersProps {
  values: CatalogueFilterValues;
  onChange: (changes: Partial<CatalogueFilterValues>) => void;
}

const sorts = [
  { value: 'newest', label: 'Newest first' },
  { value: 'price-asc', label: 'Price, low to high' },
  { value: 'price-desc', label: 'Price, high to low' },
  { value: 'name', label: 'Name' },
];

export function CatalogueFilters({ values, onChange }: CatalogueFiltersProps) {
  return (
    <form className="filters" aria-label="Filter and sort" onSubmit={(event) => event.preventDefault()}>
      <div className="filters-price" role="group" aria-label="Price in dollars">
        <PriceField label="From $" value={values.minPrice} onSettle={(minPrice) => onChange({ minPrice })} />
        <PriceField label="to $" value={values.maxPrice} onSettle={(maxPrice) => onChange({ maxPrice })} />
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={values.inStock === 'true'}
          onChange={(event) => onChange({ inStock: event.target.checked ? 'true' : '' })}
        />
        In stock only
      </label>
      <label className="filters-sort">
        <span>Sort by</span>
        <select value={values.sort || 'newest'} onChange={(event) => onChange({ sort: event.target.value })}>
          {sorts.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </form>
  );
}

interface PriceFieldProps {
  label: string;
  /** Whole dollars as text, or empty. */
  value: string;
  onSettle: (value: string) => void;
}

/** Filters when the field is left or Enter is pressed, so that typing "150" does not first filter by 1 and 15. */
function PriceField({ label, value, onSettle }: PriceFieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const settle = () => onSettle(text.replaceAll(/\D/g, '').slice(0, 6));
  return (
    <label>
      <span>{label}</span>
      <input
        inputMode="numeric"
        autoComplete="off"
        placeholder="any"
        size={5}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
      />
    </label>
  );
}
