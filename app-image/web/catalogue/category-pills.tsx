import { Link } from 'wouter';
import { categoryAddress, pages } from '../navigation/addresses';
import { useCategories } from './use-categories';

export function CategoryPills({ selected }: { selected: string | undefined }) {
  const { data: categories = [] } = useCategories();
  const all = categories.reduce((sum, { products }) => sum + products, 0);
  return (
    <nav className="pills" aria-label="Categories">
      <ul>
        <li>
          <Pill to={pages.catalogue} name="Everything" products={all} current={!selected} />
        </li>
        {categories.map(({ slug, name, products }) => (
          <li key={slug}>
            <Pill to={categoryAddress(slug)} name={name} products={products} current={slug === selected} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface PillProps {
  to: string;
  name: string;
  products: number;
  current: boolean;
}

function Pill({ to, name, products, current }: PillProps) {
  return (
    <Link className="pill" href={to} aria-current={current ? 'page' : undefined}>
      {name}
      {products > 0 && <span className="pill-count">{products}</span>}
    </Link>
  );
}
