import { Icon } from '../layout/icon';

interface QuantityStepperProps {
  /** Name of the group for screen readers: "Quantity of Tea pot". */
  label: string;
  quantity: number;
  least: number;
  most: number;
  onChange: (quantity: number) => void;
}

export function QuantityStepper({ label, quantity, least, most, onChange }: QuantityStepperProps) {
  return (
    <div className="stepper" role="group" aria-label={label}>
      {/* A button with `disabled` would lose the focus at the end of the range; with `aria-disabled` it keeps it. */}
      <button
        type="button"
        aria-label="One less"
        aria-disabled={quantity <= least}
        onClick={() => quantity > least && onChange(quantity - 1)}
      >
        <Icon name="minus" />
      </button>
      <output aria-live="polite">{quantity}</output>
      <button
        type="button"
        aria-label="One more"
        aria-disabled={quantity >= most}
        onClick={() => quantity < most && onChange(quantity + 1)}
      >
        <Icon name="plus" />
      </button>
    </div>
  );
}
