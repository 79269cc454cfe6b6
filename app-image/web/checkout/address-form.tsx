import type { OrderRequest } from '../api/shop';
import { CountrySelect } from '../forms/country-select';
import { Field } from '../forms/field';
import { Form } from '../forms/form';

interface AddressFormProps {
  /** Initial value of the field "Name". */
  name: string;
  error: unknown;
  busy: boolean;
  onSubmit: (shipTo: OrderRequest['shipTo']) => void;
}

export function AddressForm({ name, error, busy, onSubmit }: AddressFormProps) {
  return (
    <Form
      label="Delivery address"
      submit="Place order"
      error={error}
      busy={busy}
      onSubmit={({ name = '', street = '', city = '', postcode = '', country = '' }) =>
        onSubmit({ name, street, city, postcode, country })
      }
    >
      {(problems) => (
        <fieldset>
          <legend>Delivery address</legend>
          <Field
            label="Name"
            name="name"
            autoComplete="name"
            defaultValue={name}
            maxLength={100}
            problem={problems.name}
          />
          <Field
            label="Street and number"
            name="street"
            autoComplete="street-address"
            maxLength={200}
            problem={problems.street}
          />
          <div className="field-pair">
            <Field
              label="Postcode"
              name="postcode"
              autoComplete="postal-code"
              maxLength={20}
              problem={problems.postcode}
            />
            <Field
              label="City"
              name="city"
              autoComplete="address-level2"
              maxLength={100}
              problem={problems.city}
            />
          </div>
          <CountrySelect name="country" />
        </fieldset>
      )}
    </Form>
  );
}
