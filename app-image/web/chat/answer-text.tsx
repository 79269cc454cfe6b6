import type { ProductSummary } from '../../api/catalogue';
import { Link } from 'wouter';
import { productAddress } from '../navigation/addresses';
import { mentions } from './mentions';

interface AnswerTextProps {
  answer: string;
  /** All products found in this conversation; their names become links. */
  products: readonly ProductSummary[];
  growing: boolean;
  onVisit: () => void;
}

export function AnswerText({ answer, products, growing, onVisit }: AnswerTextProps) {
  return (
    <div className="answer" data-growing={growing || undefined}>
      {answer.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>
          {mentions(paragraph, products).map((part, place) =>
            typeof part === 'string' ? (
              part
            ) : (
              <Link key={place} href={productAddress(part.slug)} onClick={onVisit}>
                {part.name}
              </Link>
            ),
          )}
        </p>
      ))}
    </div>
  );
}
